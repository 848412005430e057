import type { Kind } from '../domain/kinds/kind.ts';
import { nearest } from '../domain/nearest.ts';
import { refusal } from '../domain/problem.ts';
import { foldTyped } from '../domain/typed-text.ts';
import type { Context } from './context.ts';

/**
 * The kinds that were named, by id, by name in either language or by the ledger's title with or without 台账, each once and in
 * the order of the official workbook; all where none was. `field` is the option that names them, if one does.
 */
export function kindsNamed(context: Context, names: readonly string[], field?: string): readonly Kind[] {
  const { kinds } = context;
  if (names.length === 0) return kinds;
  const wanted = new Set(names.map((name) => kindNamed(context, name, field)));
  return kinds.filter((kind) => wanted.has(kind));
}

function kindNamed({ kinds, language }: Context, typed: string, field: string | undefined): Kind {
  const wanted = foldTyped(typed).toLowerCase();
  const found = kinds.find((kind) => namesOf(kind).some((name) => foldTyped(name).toLowerCase() === wanted));
  if (found) return found;
  const close = nearest(wanted, kinds.flatMap(namesOf));
  const choices = kinds.map(({ id, name }) => ({ id, label: name[language] }));
  throw refusal(
    'misuse',
    { code: 'choice-invalid', found: typed, choices, ...(close === undefined ? {} : { nearest: close }) },
    field === undefined ? {} : { field },
  );
}

function namesOf({ id, name, ledger }: Kind): readonly string[] {
  return [id, name.zh, name.en, ledger.zh, ledger.zh.replace(/台账$/u, ''), ledger.en];
}
