import { isCalendarDate } from '../../domain/calendar-date.ts';
import type { ConsolidatedRow, Consolidation } from '../../domain/consolidation.ts';
import { entryDay, textOf } from '../../domain/entry.ts';
import { dueBy, type Clock } from '../../domain/kinds/clock.ts';
import { fieldOf, showField, type Field, type Kind } from '../../domain/kinds/kind.ts';
import type { Masking } from '../../domain/masking/masking.ts';
import { leadersOf, rulesOn, type Roster } from '../../domain/roster.ts';
import type { Workdays } from '../../domain/workdays.ts';
import type { SheetWords } from '../../domain/sheet-words.ts';
import type { CellValue, Column, DataList } from '../../marks/template-data.ts';
import { column, named, type ListNames } from '../../marks/names.ts';

/** What the columns of a ledger's list are worked out from. */
interface RowFacts extends LedgerFacts {
  readonly row: ConsolidatedRow;
  /** The running number, 序号. */
  readonly number: number;
  readonly kind: Kind;
}

/** What the rows of a ledger are worked out from beside themselves. */
export interface LedgerFacts {
  readonly consolidation: Consolidation;
  readonly roster: Roster;
  readonly workdays: Workdays;
  readonly words: SheetWords;
  /** Entries that were not in the first attempt of the quarter, `li-min/visit-…`. */
  readonly supplements?: ReadonlySet<string> | undefined;
  /** Of a masked edition: what it shows in the place of a field's text. */
  readonly masking?: Masking | undefined;
}

interface LedgerColumn {
  readonly names: Column;
  readonly value: (facts: RowFacts) => CellValue;
}

/** The names of a ledger's list and columns, for checking a template before there are any rows. */
export function ledgerListNames(kind: Kind): ListNames {
  const short = kind.ledger.zh.replace(/台账$/u, '');
  return {
    ...named(short, kind.name.zh, kind.ledger.zh, kind.id, kind.name.en),
    columns: columnsOf(kind).map(({ names }) => names),
  };
}

/** The rows of one ledger of the consolidated workbook. */
export function ledgerList(kind: Kind, facts: LedgerFacts): DataList {
  const columns = columnsOf(kind);
  const rows = facts.consolidation.rows.get(kind.id) ?? [];
  return {
    ...ledgerListNames(kind),
    rows: rows.map((row, index) =>
      columns.map(({ value }) => value({ ...facts, row, number: index + 1, kind })),
    ),
  };
}

function columnsOf(kind: Kind): readonly LedgerColumn[] {
  return [
    { names: column('no', '序号'), value: ({ number }) => number },
    ...kind.fields.map(fieldColumn),
    ...(kind.clocks ?? []).flatMap(clockColumn),
    { names: column('ledgerJudge', '联系法官'), value: ({ row }) => row.judge.name },
    { names: column('leader', '联系领导'), value: leaderCell },
  ];
}

function fieldColumn(field: Field): LedgerColumn {
  const { key, label, head, formerly = [] } = field;
  const names = column(key, head?.zh ?? label.zh, label.zh, label.en, ...formerly);
  if (field.key === 'source') return { names, value: sourceCell };
  if (field.key === 'note') return { names, value: (facts) => noteCell(field, facts) };
  return { names, value: (facts) => fieldCell(field, facts) };
}

/** The day a time limit ends, whether what it asks for was done or not. */
function clockColumn(clock: Clock): readonly LedgerColumn[] {
  const { column: shown } = clock;
  if (!shown) return [];
  const value = ({ row, roster, workdays, kind }: RowFacts): CellValue => {
    const { reportWithinWorkdays } = rulesOn(roster, entryDay(kind, row.entry));
    const found = dueBy(clock, row.entry.values, { workdays, reportWithinWorkdays });
    return found ? { day: found.on } : null;
  };
  return [{ names: column(shown.key, shown.head.zh, shown.head.en), value }];
}

/** A row that counts elsewhere says so. */
function noteCell(field: Field, { row, kind, words, masking, supplements }: RowFacts): CellValue {
  const note = masking?.field(kind, field, row)?.text ?? showField(field, row.entry.values, 'zh');
  const parts = [
    ...(row.counted ? [] : [words.notCounted]),
    ...(supplements?.has(`${row.judge.id}/${row.entry.id}`) === true ? [words.supplement] : []),
    ...(note === '' ? [] : [note]),
  ];
  return parts.length === 0 ? null : words.noted(parts);
}

function fieldCell(field: Field, { row, kind, masking }: RowFacts): CellValue {
  const { entry, town } = row;
  const shown = masking?.field(kind, field, row)?.text ?? showField(field, entry.values, 'zh');
  if (shown === '') return null;
  if (field.type.sheet === 'day' && isCalendarDate(shown)) return { day: shown };
  if (field.type.sheet === 'number') return Number(shown);
  // An alias that an older file bears is grouped under its town; the sheet says the town by one name.
  return field.type.offer.type === 'town' && town !== undefined ? town : shown;
}

/** 登记来源 names the department too, which has no column of its own. An entry that says nothing is the judge's own. */
function sourceCell({ row, kind, words, masking }: RowFacts): CellValue {
  const { values } = row.entry;
  const source = fieldOf(kind, 'source');
  const label = showField(source, { source: 'own', ...values }, 'zh');
  const told = fieldOf(kind, 'sourceDepartment');
  const department = masking?.field(kind, told, row)?.text ?? textOf(row.entry, told.key);
  return department === '' ? label : words.toldBy(label, department);
}

function leaderCell({ row, consolidation, roster, words }: RowFacts): CellValue {
  if (row.town === undefined) return null;
  const leaders = leadersOf(roster, row.town, consolidation.period);
  // One who left the town and came back in the quarter served it twice.
  return words.joined([...new Set(leaders.map(({ person }) => person.name))]);
}
