import type { Kind } from '../domain/kinds/kind.ts';
import { nearest } from '../domain/nearest.ts';
import { error, Refusal, type Problem } from '../domain/problem.ts';
import { foldTyped } from '../domain/typed-text.ts';
import type { Context } from './context.ts';

/**
 * The kinds that were named, each once and in the order of the official workbook; all where none was. A kind is called by its
 * id, its name in either language, its ledger's title or what clerks call that, with or without 台账, or by the beginning of
 * one of these that no other kind has. All wrong names are told at once; `field` is the option that names them, if one does.
 */
export function kindsNamed(context: Context, names: readonly string[], field?: string): readonly Kind[] {
  const { kinds } = context;
  if (names.length === 0) return kinds;
  const found = names.map((name) => kindNamed(kinds, name));
  const wrong = names.filter((_name, at) => found[at] === undefined);
  if (wrong.length > 0) {
    const where = field === undefined ? {} : { field };
    throw new Refusal(
      'misuse',
      [...new Set(wrong)].map((name) => error(unknownKind(context, name), where)),
    );
  }
  return kinds.filter((kind) => found.includes(kind));
}

function kindNamed(kinds: readonly Kind[], typed: string): Kind | undefined {
  const wanted = keyOf(typed);
  if (wanted === '') return undefined;
  const exact = kinds.find((kind) => namesOf(kind).some((name) => keyOf(name) === wanted));
  if (exact) return exact;
  // One letter is a slip rather than a name.
  if (Array.from(wanted).length < 2) return undefined;
  const [only, ...others] = kinds.filter((kind) =>
    namesOf(kind).some((name) => keyOf(name).startsWith(wanted)),
  );
  return others.length === 0 ? only : undefined;
}

function unknownKind({ kinds, language }: Context, typed: string): Problem {
  const close = nearest(foldTyped(typed).toLowerCase(), kinds.flatMap(namesOf));
  const choices = kinds.map(({ id, name }) => ({ id, label: name[language] }));
  return {
    code: 'choice-invalid',
    found: typed,
    choices,
    ...(close === undefined ? {} : { nearest: close }),
  };
}

/** How names are compared: whatever the width and case of letters, and with or without 台账. */
function keyOf(name: string): string {
  return foldTyped(name)
    .toLowerCase()
    .replace(/台[账帐]$/u, '');
}

function namesOf({ id, name, ledger, otherTitles = [] }: Kind): readonly string[] {
  return [id, name.zh, name.en, ledger.zh, ledger.zh.replace(/台账$/u, ''), ledger.en, ...otherTitles];
}
