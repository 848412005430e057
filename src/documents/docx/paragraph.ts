import { hasBrace, marksOf, type MarkedText } from '../../marks/marks.ts';
import { replacedIn, type Replacement } from '../../marks/replaced.ts';
import { cellText } from '../../package/escape.ts';
import { childrenOf, descendantsOf, setText, textOf, type Element } from '../../package/xml.ts';

/** A stretch of a paragraph's text: a `w:t`, or a break or tab, which has no text that could change. */
interface Piece {
  readonly text: string;
  readonly element?: Element;
}

/** What stands for a character of its own between runs (ECMA-376 17.3.3). */
const SIGNS: Readonly<Record<string, string>> = { br: '\n', cr: '\n', tab: '\t' };

/** The paragraphs below an element in the order of the document, those in tables and text boxes too. */
export function paragraphsIn(element: Element): Element[] {
  return [element, ...descendantsOf(element)].filter(({ localName }) => localName === 'p');
}

/** The marks of a paragraph that has any. Word cuts a mark into several runs where somebody stopped typing: it is found all the same. */
export function marksIn(paragraph: Element): MarkedText | undefined {
  const text = joined(piecesOf(paragraph));
  if (!hasBrace(text)) return undefined;
  const marked = marksOf(text);
  return marked.marks.length + marked.doubled.length > 0 ? marked : undefined;
}

/** Puts texts into the places of the marks, each with the look of the run that its mark began in. */
export function fillParagraph(paragraph: Element, textFor: (mark: string) => string): void {
  const marked = marksIn(paragraph);
  if (!marked) return;
  const values = marked.marks.map(({ name, start, end }): Replacement => ({
    start,
    end,
    text: cellText(textFor(name)),
  }));
  const braces = marked.doubled.map((start): Replacement => ({ start, end: start + 1, text: '' }));
  replace(
    piecesOf(paragraph),
    [...values, ...braces].sort((one, other) => one.start - other.start),
  );
}

/** Takes the text of a paragraph away and leaves its look. */
export function emptyParagraph(paragraph: Element): void {
  for (const { element } of piecesOf(paragraph)) if (element) setText(element, '');
}

function replace(pieces: readonly Piece[], replacements: readonly Replacement[]): void {
  const texts = replacedIn(
    pieces.map(({ text }) => text),
    replacements,
  );
  for (const [at, { element, text }] of pieces.entries()) {
    const replaced = texts[at] ?? '';
    if (!element || replaced === text) continue;
    setText(element, replaced);
    // Without it Word takes blanks at the ends away.
    element.setAttribute('xml:space', 'preserve');
  }
}

function joined(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}

/** The text of a paragraph itself: what stands in a text box in it is of other paragraphs. */
function piecesOf(paragraph: Element): Piece[] {
  const pieces: Piece[] = [];
  const visit = (element: Element): void => {
    for (const child of childrenOf(element)) {
      const { localName } = child;
      if (child.namespaceURI === paragraph.namespaceURI && localName === 't')
        pieces.push({ text: textOf(child), element: child });
      else if (localName === 'p' || localName === 'pPr' || localName === 'rPr') continue;
      else if (localName !== null && localName in SIGNS) pieces.push({ text: SIGNS[localName] ?? '' });
      else visit(child);
    }
  };
  visit(paragraph);
  return pieces;
}
