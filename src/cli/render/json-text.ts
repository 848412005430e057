import { replaceHidden } from './hidden.ts';

/**
 * A value as JSON that a terminal may show: what a terminal obeys or hides stands as `\u202e` in it, so that the text stays
 * JSON and says the same. `indent` 0 puts it on one line.
 */
export function jsonText(value: unknown, indent: 0 | 2 = 2): string {
  return escapeHidden(JSON.stringify(value, null, indent));
}

/** The same for text that is JSON already: outside its strings there is nothing to hide. */
export function escapeHidden(json: string): string {
  return replaceHidden(json, (character) =>
    Array.from({ length: character.length }, (_, at) => {
      return `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`;
    }).join(''),
  );
}
