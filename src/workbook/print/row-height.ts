import type { CellLook } from '../styles.ts';
import { roomyWidth } from './display-width.ts';
import { wrappedLines } from './wrapped-lines.ts';

/** Excel gives a row no more points than this. */
export const heightLimit = 409;

/** Text set smaller than this can't be read on paper. */
export const leastPoints = 6;

/**
 * From line to line, in sizes of the font. 仿宋_GB2312 has 1.2, but offices that lack it see their system's own, of which the
 * ones from Linux go up to 1.448; a line cut off in print can't be read.
 */
const linePitch = 1.45;

/** What a line takes by itself, in sizes of the font: its letters alone, whatever its font leaves above them. */
const singleLine = 1.15;

/** Points above and below several lines. */
const aroundLines = 3;

/** Pixels of a cell's width that are not for text. */
const aroundText = 6;

const pointsPerPixel = 0.75;

/** How a text is to stand so that it is wholly visible. */
export interface TextFit {
  /** Points of height that it needs then. */
  readonly height: number;
  /** The size of font where it had to be set smaller than its cell says. */
  readonly points?: number;
}

/**
 * The height of a text in a cell so wide, and the size it must be set in where its own would take more than the highest row. Where even the smallest size takes more, the height says so.
 */
export function fitText(text: string, pixels: number, look: CellLook, highest: number): TextFit {
  let height = neededHeight(text, pixels, look);
  if (height <= highest || !look.wraps || !look.font) return { height };
  let { points } = look;
  while (height > highest && points > leastPoints) {
    points = Math.max(leastPoints, Math.ceil(points * 2 - 1) / 2);
    height = neededHeight(text, pixels, { ...look, points });
  }
  return { height, points };
}

/**
 * The points of height that a text needs in a cell so wide. On the generous side, since fonts differ from machine to
 * machine.
 */
export function neededHeight(text: string, pixels: number, look: CellLook): number {
  if (look.turned === 'stacked')
    return heightOfLines(
      longest(text, (line) => Array.from(line).length),
      look,
    );
  if (look.turned !== 0) return turnedHeight(text, pixels, look, look.turned);
  return heightOfLines(look.wraps ? wrappedLines(text, columnsOnLine(pixels, look)) : 1, look);
}

/** The points of height of so many level lines. */
export function heightOfLines(lines: number, { points }: CellLook): number {
  return (lines - 1) * points * linePitch + points * singleLine + (lines > 1 ? aroundLines : 0);
}

/** Whether a text that does not break fits on its line. */
export function fitsOnLine(text: string, pixels: number, look: CellLook): boolean {
  return !/[\r\n]/.test(text) && roomyWidth(text) <= columnsOnLine(pixels, look);
}

/** Half-width characters on a level line in a cell so wide. */
export function columnsOnLine(pixels: number, look: CellLook): number {
  return columnsIn(textPoints(pixels, look), look);
}

/** Rounded up to what screens can show: Excel keeps heights in steps of a pixel, three quarters of a point. */
export function roundedHeight(points: number): number {
  return Math.ceil(points / pointsPerPixel) * pointsPerPixel;
}

/** Half-width characters that fit into so many points. */
function columnsIn(points: number, look: CellLook): number {
  return Math.floor(points / halfWidth(look));
}

function halfWidth({ points, bold }: CellLook): number {
  return (points / 2) * (bold ? 1.06 : 1.02);
}

/** What a cell's width leaves for text: a step of indentation is three blanks. */
function textPoints(pixels: number, look: CellLook): number {
  return Math.max(0, (pixels - aroundText) * pointsPerPixel - look.indent * 3 * (look.points / 2));
}

/** Turned text is as high as it is long; upright lines that break stand beside each other as far as the cell is wide. */
function turnedHeight(text: string, pixels: number, look: CellLook, degrees: number): number {
  const angle = (Math.abs(degrees) * Math.PI) / 180;
  const pitch = look.points * linePitch;
  const length = longest(text, roomyWidth) * halfWidth(look);
  const whole = length * Math.sin(angle) + pitch * Math.cos(angle) + aroundLines;
  if (whole <= heightLimit || !look.wraps || Math.abs(degrees) < 90) return whole;
  const lines = wrappedLines(text, columnsIn(heightLimit - aroundLines, look));
  const room = Math.max(1, Math.floor(((pixels - aroundText) * pointsPerPixel) / pitch));
  return lines <= room ? heightLimit : (heightLimit * lines) / room;
}

function longest(text: string, of: (line: string) => number): number {
  return Math.max(...text.split('\n').map(of));
}
