import { replacedIn, type Replacement } from '../marks/replaced.ts';
import { escapeCellText, escapeMarkup } from '../package/escape.ts';
import { attributeOf, childOf, childrenOf, textOf, type Element } from '../package/xml.ts';

/** A run of text with one look; `look` is its `rPr`, absent in plain text. */
export interface Run {
  readonly text: string;
  readonly look?: Element;
}

/** The runs of a string item (`si` or `is`); phonetic runs are no text of the cell. */
export function runsOf(item: Element): Run[] {
  const runs: Run[] = [];
  for (const child of childrenOf(item)) {
    if (child.localName === 't') runs.push({ text: unescape(textOf(child)) });
    if (child.localName !== 'r') continue;
    const content = childOf(child, 't');
    const look = childOf(child, 'rPr');
    runs.push({ text: content ? unescape(textOf(content)) : '', ...(look ? { look } : {}) });
  }
  return runs;
}

/** The text of all runs. */
export function joined(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('');
}

/** The runs with pieces replaced; a piece that lies over several runs takes the look of the first of them. */
export function replaceIn(runs: readonly Run[], replacements: readonly Replacement[]): Run[] {
  const texts = replacedIn(
    runs.map(({ text }) => text),
    replacements,
  );
  const changed = runs.map((run, at): Run => ({ ...run, text: texts[at] ?? '' }));
  return changed.filter(({ text }) => text !== '' || runs.length === 1);
}

/** The content of an inline string's `is`, in the sheet's own prefix (`x:` or nothing). */
export function inlineRuns(runs: readonly Run[], prefix: string): string {
  if (runs.every((run) => !run.look)) return textElement(joined(runs), prefix);
  return runs
    .map((run) => {
      const look = run.look ? reprefixed(run.look, prefix) : '';
      return `<${prefix}r>${look}${textElement(run.text, prefix)}</${prefix}r>`;
    })
    .join('');
}

/** A single run with its look made already. */
export function inlineRun(text: string, look: string, prefix: string): string {
  return `<${prefix}r>${look}${textElement(text, prefix)}</${prefix}r>`;
}

function textElement(text: string, prefix: string): string {
  // Without it readers may take blanks at the ends, and line breaks, away.
  const space = /^\s|\s$|\n|\s\s/.test(text) ? ' xml:space="preserve"' : '';
  return `<${prefix}t${space}>${escapeCellText(text)}</${prefix}t>`;
}

/** The look of a run as the sheet writes it: shared strings may have another prefix for the same namespace. */
function reprefixed(element: Element, prefix: string): string {
  const name = `${prefix}${element.localName ?? ''}`;
  let head = `<${name}`;
  for (const attribute of element.attributes) {
    if (!attribute.name.startsWith('xmlns'))
      head += ` ${attribute.name}="${escapeMarkup(attribute.value, true)}"`;
  }
  const content = childrenOf(element).map((child) => reprefixed(child, prefix));
  return content.length > 0 ? `${head}>${content.join('')}</${name}>` : `${head}/>`;
}

/** `_x000D_` stands for its character (ECMA-376 22.9.2.19). */
function unescape(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** The items of the table of shared strings, in order. */
export function sharedRuns(root: Element | undefined): Run[][] {
  return root ? childrenOf(root, 'si').map(runsOf) : [];
}

/** The runs of a cell that holds text, or undefined where it holds anything else; formulas are no text. */
export function runsOfCell(cell: Element, shared: readonly (readonly Run[])[]): readonly Run[] | undefined {
  if (childOf(cell, 'f')) return undefined;
  const type = attributeOf(cell, 't');
  if (type === 'inlineStr') {
    const item = childOf(cell, 'is');
    return item ? runsOf(item) : undefined;
  }
  const value = childOf(cell, 'v');
  if (!value) return undefined;
  if (type === 's') return shared[Number(textOf(value))];
  return type === 'str' ? [{ text: unescape(textOf(value)) }] : undefined;
}
