/** A piece of a cell's text: what stays as it is, or a mark. `start` and `end` are UTF-16 places in the joined text. */
export interface Mark {
  /** What stands between the braces, as the clerk wrote it without blanks around. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The marks of a text, and where `{{` means a brace. */
export interface MarkedText {
  readonly marks: readonly Mark[];
  /** The places of the second brace of each `{{`, which goes. */
  readonly doubled: readonly number[];
  /** The only mark, where there is nothing but blanks beside it: such a cell takes a typed value. */
  readonly alone: Mark | undefined;
}

/** Whether a text can hold anything for us at all. */
export function hasBrace(text: string): boolean {
  return text.includes('{') || text.includes('｛');
}

/** The marks of a text, with the braces of either width. A brace that nothing closes on its line is only a brace. */
export function marksOf(text: string): MarkedText {
  const marks: Mark[] = [];
  const doubled: number[] = [];
  const pattern = /([{｛])([{｛])|[{｛]([^{｛}｝\n]*)[}｝]/g;
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    if (found[2] !== undefined) {
      doubled.push(found.index + 1);
      continue;
    }
    const name = (found[3] ?? '').replaceAll('\u200b', '').trim();
    if (name !== '') marks.push({ name, start: found.index, end: found.index + found[0].length });
  }
  const [only] = marks;
  const alone =
    only &&
    marks.length === 1 &&
    doubled.length === 0 &&
    blank(text.slice(0, only.start) + text.slice(only.end))
      ? only
      : undefined;
  return { marks, doubled, alone };
}

function blank(text: string): boolean {
  return /^[\s\u200b\ufeff]*$/.test(text);
}
