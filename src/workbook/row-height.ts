import type { CellLook } from './styles.ts';
import { wrappedLines } from './wrapped-lines.ts';

/** Excel gives a row no more points than this. */
export const heightLimit = 409;

/**
 * The points a wrapped text needs in a cell so wide (in digits of a default font of so many points). On the generous
 * side, since fonts differ from machine to machine and a line cut off in print can't be read.
 */
export function neededHeight(text: string, width: number, look: CellLook, defaultPoints: number): number {
  // A digit is about half its font's size wide; 96 pixels an inch, 72 points. Six pixels are the cell's own padding.
  const pixels = Math.max(0, width * defaultPoints * 0.66 - 6);
  const halfWidth = ((look.points * 96) / 72 / 2) * (look.bold ? 1.06 : 1.02);
  const lines = wrappedLines(text, Math.floor(pixels / halfWidth));
  return lines * look.points * 1.36 + 4;
}

/** Rounded up to what screens can show: Excel keeps heights in steps of a pixel, three quarters of a point. */
export function roundedHeight(points: number): number {
  return Math.ceil(points / 0.75) * 0.75;
}
