import { isPlain } from '../../domain/invisible.ts';

/**
 * Every character that a terminal obeys or hides but the line break: controls, bidirectional and zero-width characters, tags,
 * line separators, half characters and fillers.
 */
const HIDDEN = String.raw`(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\uFFFE\uFFFF\u115F\u1160\u3164\uFFA0]`;

/** The text with each hidden character replaced by what stands for it; a line break is none. */
export function replaceHidden(text: string, standIn: (character: string) => string): string {
  return isPlain(text) ? text : text.replace(pattern(), standIn);
}

let compiled: RegExp | undefined;

/** Compiled when first needed: most runs never meet anything but plain text. */
function pattern(): RegExp {
  return (compiled ??= new RegExp(HIDDEN, 'gu'));
}
