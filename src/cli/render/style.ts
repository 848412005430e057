import type { Output } from '../../environment.ts';

/** Colours by meaning. Nothing is told by colour alone. */
export interface Style {
  heading(text: string): string;
  good(text: string): string;
  bad(text: string): string;
  doubtful(text: string): string;
  muted(text: string): string;
}

/** No colours. */
export const PLAIN: Style = { heading: String, good: String, bad: String, doubtful: String, muted: String };

/** How many colours to show: what the output can, unless `--color` or `--no-color` ask otherwise. */
export function levelFor(output: Output, wish: boolean | undefined): 0 | 1 | 2 | 3 {
  if (wish === undefined) return output.colorLevel;
  if (!wish) return 0;
  return output.colorLevel === 0 ? 1 : output.colorLevel;
}
