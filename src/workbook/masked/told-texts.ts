/** What in the parts of a package holds texts: one vocabulary for masking them and for the last look at what was masked. */

/** Elements whose text is told in runs: shared strings, cells, comments, paragraphs of drawings and charts. */
export const TOLD_IN_RUNS: readonly string[] = ['si', 'is', 'text', 'p'];

/** Elements that hold a formula or references, of which only the texts in quotes are texts. */
export const FORMULAS: readonly string[] = [
  ...['f', 'formula', 'formula1', 'formula2', 'calculatedColumnFormula', 'totalsRowFormula'],
  ...['definedName', 'sqref', 'ref'],
];

/** The attribute and the element that hold a number format: a text in quotes among signs. */
export const FORMAT_CODE = 'formatCode';

/** Headers and footers, whose codes (`&B`, `&12`) may part a name. */
export const HEADERS: readonly string[] = [
  ...['oddHeader', 'oddFooter', 'evenHeader', 'evenFooter', 'firstHeader', 'firstFooter'],
];

/** Attributes that hold a text of somebody's, on whatever element: masked without harm, as no other part finds anything by them. */
const TEXTS: ReadonlySet<string> = new Set([
  ...['descr', 'title', 'tooltip', 'display', 'prompt', 'promptTitle', 'error', 'errorTitle', 'comment'],
]);
/** The same of attributes that are texts on some elements only. */
const TEXTS_OF: ReadonlyMap<string, readonly string[]> = new Map([
  ['val', ['filter', 'customFilter', 'inputCells']],
  ['customList', ['sortCondition']],
  ['text', ['cfRule']],
  ['name', ['cNvPr']],
]);

/** Whether an attribute is a text that may be masked where it stands. */
export function isTextAttribute(element: string, attribute: string): boolean {
  return TEXTS.has(attribute) || (TEXTS_OF.get(attribute)?.includes(element) ?? false);
}

/** Attributes that say who it was, and on which machine. */
const AUTHORS: ReadonlySet<string> = new Set([
  ...['displayName', 'userId', 'providerId', 'userName', 'author', 'initials'],
]);

/** Whether an attribute says whose it is: it is emptied. */
export function isAuthorAttribute(element: string, attribute: string): boolean {
  if (attribute === 'user') return element === 'scenario';
  return AUTHORS.has(attribute) || (attribute === 'url' && element === 'absPath');
}

/** Attributes whose value is the outcome of a hash, in which digits mean nothing. */
export const HASHES: ReadonlySet<string> = new Set(['hashValue', 'saltValue', 'algorithmName']);

/** The texts in quotes of a formula or a number format. */
export const LITERAL = /"(?:[^"]|"")*"/gu;
