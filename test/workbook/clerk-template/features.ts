import type { Book } from './book.ts';
import { cellFeatures } from './features-cells.ts';
import { drawingFeatures } from './features-drawings.ts';
import { partFeatures } from './features-parts.ts';
import { sheetFeatures } from './features-sheet.ts';
import type { Moved } from './moved-rows.ts';

/** Something that stands in the clerk's template, and where it has to be. */
export interface Feature {
  readonly name: string;
  /** What the workbook says about it. */
  readonly read: (book: Book) => string[];
  /** What it has to say. */
  readonly expected: (moved: Moved) => string[];
}

/** All that the template has. */
export const FEATURES: readonly Feature[] = [
  ...cellFeatures,
  ...sheetFeatures,
  ...drawingFeatures,
  ...partFeatures,
];

/** What is wrong with a feature: what is lost, and what was left where it stood in the template. */
export function faultsOf(feature: Feature, book: Book, moved: Moved, still: Moved): string[] {
  const said = new Set(feature.read(book));
  const wanted = new Set(feature.expected(moved));
  const lost = [...wanted].filter((text) => !said.has(text)).map((text) => `lost: ${text}`);
  const left = feature.expected(still).filter((text) => !wanted.has(text) && said.has(text));
  return [...lost, ...left.map((text) => `left behind: ${text}`)];
}
