import type { Column, DataList, Named } from './template-data.ts';

/** A list without its rows: the names that a template may use. */
export type ListNames = Omit<DataList, 'rows'>;

/** Several names for one thing, the first being the one in messages. */
export function named(...names: readonly string[]): Named {
  return { names: [...new Set(names)] };
}

/** A column under its key and its Chinese name. */
export function column(key: string, ...names: readonly string[]): Column {
  return named(...names, key);
}
