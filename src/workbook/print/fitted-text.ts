import { warning, type Finding } from '../../domain/problem.ts';
import { cellXml, runsXml, type CellShell } from '../cell-content.ts';
import { fitsOnLine, fitText, heightLimit, leastPoints, neededHeight, type TextFit } from './row-height.ts';
import { inlineRun, joined, type Run } from '../rich-text.ts';
import { lookInSize } from './smaller-text.ts';
import type { CellLook, Styles } from '../styles.ts';
import { attributeOf, childOf } from '../../package/xml.ts';

/** Where a text goes: the look of its cell, and the pixels of its width, merged columns counted in. */
export interface TextRoom {
  readonly look: CellLook;
  readonly pixels: number;
  /** Points of the highest row that is to be: Excel's own limit, or what a page holds. */
  readonly highest: number;
}

/** A text cell as XML, and how it stands. */
export interface FittedText {
  readonly xml: string;
  readonly fit: TextFit;
  readonly text: string;
}

/** Where nothing is known of the room, nothing is asked for. */
const nothing: TextFit = { height: 0 };

/**
 * Writes the runs of a text into a cell so that all of it can be seen: where it doesn't fit on its line it breaks into
 * several although the cell's style says nothing of it, and where it would be higher than any row it is set smaller.
 */
export function fittedText(
  shell: CellShell,
  name: string,
  runs: readonly Run[],
  room: TextRoom | undefined,
  styles: Styles | undefined,
): FittedText {
  const text = plainText(runs);
  if (!room || !styles || text === '') return { xml: runsXml(shell, name, runs), fit: nothing, text };
  const breaks = mustBreak(text, room);
  const style = breaks ? styles.wrappingStyle(shell.style ?? 0) : shell.style;
  const look = withRuns(breaks ? { ...room.look, wraps: true, shrinks: false } : room.look, runs);
  // Runs with looks of their own keep them.
  const isRich = runs.some((run) => run.look);
  const fit = isRich
    ? { height: neededHeight(text, room.pixels, look) }
    : fitText(text, room.pixels, look, room.highest);
  if (fit.points === undefined || !look.font)
    return { xml: runsXml({ ...shell, style }, name, runs), fit, text };
  const run = inlineRun(text, lookInSize(look.font, fit.points, shell.prefix), shell.prefix);
  const inner = `<${shell.prefix}is>${run}</${shell.prefix}is>`;
  return { xml: cellXml(shell, name, inner, 'inlineStr', style), fit, text };
}

/** Whether a text has to break into lines in a cell that doesn't ask for it. */
export function mustBreak(text: string, { look, pixels }: TextRoom): boolean {
  if (look.wraps || look.turned !== 0) return false;
  // A program shrinks text as far as it must; what nobody could read then breaks into lines instead.
  const points = look.shrinks ? Math.min(leastPoints, look.points) : look.points;
  return !fitsOnLine(text, pixels, { ...look, points });
}

/** What is to be said of a text that could not simply be written: where it is too small to like, or cut off. */
export function fitFindings(
  { fit, text }: Pick<FittedText, 'fit' | 'text'>,
  where: { sheet: string; cell: string },
): Finding[] {
  if (fit.height > heightLimit) {
    const { height: points } = fit;
    const hidden = Math.ceil(Array.from(text).length * (1 - heightLimit / points));
    return [warning({ code: 'row-too-high', points: Math.ceil(points), limit: heightLimit, hidden }, where)];
  }
  return fit.points === undefined ? [] : [warning({ code: 'text-set-smaller', points: fit.points }, where)];
}

/** The largest size among the runs counts, and any bold one. */
function withRuns(look: CellLook, runs: readonly Run[]): CellLook {
  let { points, bold } = look;
  for (const { look: own } of runs) {
    const size = own && childOf(own, 'sz');
    points = Math.max(points, Number((size && attributeOf(size, 'val')) ?? 0) || 0);
    bold ||= own !== undefined && childOf(own, 'b') !== undefined;
  }
  return points === look.points && bold === look.bold ? look : { ...look, points, bold };
}

function plainText(runs: readonly Run[]): string {
  const text = joined(runs);
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
