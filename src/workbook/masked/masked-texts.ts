import { childrenOf, descendantsOf, setText, textOf, type Element } from '../xml.ts';

/** What becomes of a text of a template that a masked edition is made from. */
export type MaskText = (text: string) => string;

/** Elements whose text is told in runs: shared strings, cells, comments, paragraphs of drawings and charts. */
const TOLD_IN_RUNS: ReadonlySet<string> = new Set(['si', 'is', 'text', 'p']);

/** Attributes that hold a text of somebody's, not a name by which other parts find something. */
const TEXTS: ReadonlySet<string> = new Set([
  ...['descr', 'title', 'tooltip', 'display', 'prompt', 'promptTitle', 'error', 'errorTitle', 'comment'],
]);
/** Attributes that say who it was, and on which machine. */
const AUTHORS: ReadonlySet<string> = new Set(['displayName', 'userId', 'providerId', 'userName', 'url']);

/** Elements that hold a formula, of which only the texts in quotes are texts. */
const FORMULAS =
  /^(?:f|formula|formula1|formula2|calculatedColumnFormula|totalsRowFormula|definedName|sqref|ref)$/u;

/** Masks every text of a part, also one that is split over runs. */
export function maskTexts(root: Element, mask: MaskText): void {
  for (const element of [root, ...descendantsOf(root)]) {
    maskAttributes(element, mask);
    if (childrenOf(element).length === 0) maskLeaf(element, mask);
    else if (TOLD_IN_RUNS.has(element.localName ?? '')) maskRuns(element, mask);
  }
}

function maskRuns(element: Element, mask: MaskText): void {
  // How a name is read aloud tells the name.
  for (const reading of childrenOf(element)) if (reading.localName === 'rPh') element.removeChild(reading);
  const pieces = [...descendantsOf(element)].filter(({ localName }) => localName === 't');
  const text = pieces.map(textOf).join('');
  const masked = mask(text);
  if (masked === text) return;
  for (const [index, piece] of pieces.entries()) setText(piece, index === 0 ? masked : '');
}

/** A piece of a text in runs is masked with the others of its text; references and numbers are no texts. */
function maskLeaf(element: Element, mask: MaskText): void {
  const text = textOf(element);
  if (text === '' || /^[\d.eE+-]+$/.test(text) || isPiece(element)) return;
  const masked = FORMULAS.test(element.localName ?? '')
    ? text.replaceAll(/"(?:[^"]|"")*"/gu, (literal) => mask(literal))
    : mask(text);
  if (masked !== text) setText(element, masked);
}

function isPiece({ localName, parentNode }: Element): boolean {
  if (localName !== 't') return false;
  // A `t` outside of runs has no element around it that speaks for it.
  return parentNode !== null && /^(?:si|is|r|rPh|fld)$/u.test(parentNode.localName ?? '');
}

function maskAttributes(element: Element, mask: MaskText): void {
  for (const { localName, name, value } of [...element.attributes]) {
    const plain = localName ?? name;
    if (AUTHORS.has(plain)) {
      if (plain !== 'url' || element.localName === 'absPath') element.setAttribute(name, '');
    } else if (TEXTS.has(plain)) {
      element.setAttribute(name, withoutPath(mask(value)));
    } else if (plain === 'name' && element.localName === 'cNvPr') {
      element.setAttribute(name, mask(value));
    }
  }
}

/** A picture's description is often the path of its file, with its owner's name in it. */
function withoutPath(text: string): string {
  return /^(?:[a-z]:[\\/]|\\\\|\/|file:)/i.test(text) ? (text.split(/[\\/]/).at(-1) ?? '') : text;
}
