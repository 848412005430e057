import type { Consolidation } from '../../domain/consolidation.ts';
import type { Kind } from '../../domain/kinds/kind.ts';
import type { Masking } from '../../domain/masking/masking.ts';
import type { HandingIn } from '../../domain/receiving/changes.ts';
import type { StatusRow } from '../../domain/receiving/status.ts';
import type { Roster } from '../../domain/roster.ts';
import type { Workdays } from '../../domain/workdays.ts';
import type { SheetWords } from '../../domain/sheet-words.ts';
import type { TemplateData } from '../../marks/template-data.ts';
import type { FindingRow } from './finding-list.ts';
import type { OfficialTemplate } from '../../marks/official-template.ts';

/** Everything that the workbooks of a quarter or a year say. */
export interface QuarterFacts {
  readonly consolidation: Consolidation;
  readonly roster: Roster;
  readonly workdays: Workdays;
  readonly kinds: readonly Kind[];
  /** What was handed in for a quarter beside the entries; of a year, nothing. */
  readonly handing: HandingIn;
  /** Who stands where with the quarter, of those who owe it; of a year, nobody. */
  readonly status: readonly StatusRow[];
  /** Judges whose ledger is there and can't be read. */
  readonly unreadable: readonly string[];
  readonly findings: readonly FindingRow[];
  readonly words: SheetWords;
  /** Of a masked edition: what it shows in the place of what the ledgers say. */
  readonly masking?: Masking | undefined;
}

/** A workbook of the quarter or year; its file has the name of its template. */
export interface QuarterWorkbook extends OfficialTemplate {
  data(facts: QuarterFacts): TemplateData;
}
