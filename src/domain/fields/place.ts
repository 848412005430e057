import { nearestTown, townNamed } from '../roster.ts';
import { textShape } from '../shape.ts';
import { problemOfText } from './text.ts';
import type { FieldType } from './field-type.ts';

/** The longest name of a place, in characters. */
const NAME_LIMIT = 100;

/** A town of the roster. An alias is stored as the town's name; a town that the roster does not know is refused. */
export function town(): FieldType {
  return {
    expects: 'town',
    offer: { type: 'town' },
    sheet: 'text',
    example: { zh: '太平镇', en: '太平镇' },
    shape: textShape(NAME_LIMIT, 'town'),
    read: (typed, { roster }) => {
      const found = townNamed(roster, typed);
      if (found) return { value: found.name };
      const close = nearestTown(roster, typed);
      const known = roster.towns.map(({ name }) => name);
      return { problem: { code: 'town-unknown', town: typed, known, ...(close ? { nearest: close } : {}) } };
    },
    show: String,
  };
}

/** A village or community of the entry's town. One that the roster does not list is a warning of the checks, not of the type. */
export function village(): FieldType {
  return {
    expects: 'village',
    offer: { type: 'village' },
    sheet: 'text',
    example: { zh: '马山社区', en: '马山社区' },
    shape: textShape(NAME_LIMIT, 'village'),
    read: (typed) => {
      const value = typed.trim();
      const problem = problemOfText(value, false, NAME_LIMIT);
      return problem ? { problem } : { value };
    },
    show: String,
  };
}
