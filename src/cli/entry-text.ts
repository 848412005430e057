import type { Entry } from '../domain/entry.ts';
import { showField, type Field, type Kind } from '../domain/kinds/kind.ts';
import { foldTyped } from '../domain/typed-text.ts';
import type { Language } from '../domain/words.ts';

/** The fields that say a text as people read them; full-width letters, capitals and spaces at its ends do not matter. */
export function fieldsSaying(kind: Kind, entry: Entry, language: Language, text: string): readonly Field[] {
  const wanted = foldTyped(text).toLowerCase();
  return kind.fields.filter((field) =>
    foldTyped(showField(field, entry.values, language))
      .toLowerCase()
      .includes(wanted),
  );
}

/** Whether a field says this text, as people read it. */
export function contains(kind: Kind, entry: Entry, language: Language, text: string): boolean {
  return fieldsSaying(kind, entry, language, text).length > 0;
}
