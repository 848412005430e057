import { COMMON_FIELDS, fieldOf, type Field, type Kind } from './kinds/kind.ts';

/** A column of a ledger's sheet as it is typed into, exported and imported: a field of the kind, or what surrounds the fields. */
export type SheetColumn =
  | { readonly type: 'field'; readonly head: string; readonly field: Field }
  /** 序号, which only counts the rows of the sheet; 联系法官, whose ledger it is; 编号, by which the entry is known. */
  | { readonly type: 'number' | 'judge' | 'id'; readonly head: string };

/** The running number of a row. */
const NUMBER: SheetColumn = { type: 'number', head: '序号' };

/** The judge whose entry it is, by name. */
const JUDGE: SheetColumn = { type: 'judge', head: '联系法官' };

/** The id of the entry, by which what comes back is known. */
const ID: SheetColumn = { type: 'id', head: '编号' };

/**
 * The columns of a blank form, by their Chinese heads: 序号, those of the official sheet that can be typed (a day that the tool
 * works out is none), 联系法官, the fields that every kind has, then every further field, and 编号 last. No head occurs twice.
 */
export function formColumns(kind: Kind): readonly SheetColumn[] {
  const common = COMMON_FIELDS.map(({ key }) => key);
  const official = kind.heads.filter((key) => kind.fields.some((field) => field.key === key));
  const further = kind.fields.map(({ key }) => key).filter((key) => ![...official, ...common].includes(key));
  const columnOf = (key: string): SheetColumn => {
    const field = fieldOf(kind, key);
    return { type: 'field', head: (field.head ?? field.label).zh, field };
  };
  return [NUMBER, ...official.map(columnOf), JUDGE, ...common.map(columnOf), ...further.map(columnOf), ID];
}

/** The columns of an exported CSV: those of the form, 编号 first. */
export function exportColumns(kind: Kind): readonly SheetColumn[] {
  return [ID, ...formColumns(kind).filter(({ type }) => type !== 'id')];
}
