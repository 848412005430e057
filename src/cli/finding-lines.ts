import type { Finding } from '../domain/problem.ts';
import type { LedgerFile } from '../store/ledgers.ts';

/** A finding about what a ledger's file says, with the line where it says so: of the field, else of the entry. */
export function withLine(finding: Finding, ledgers: readonly LedgerFile[]): Finding {
  const { file, line, entry, field } = finding.where;
  const found = line === undefined ? ledgers.find((one) => one.file === file) : undefined;
  if (!found) return finding;
  const index = found.ledger.entries.findIndex(({ id }) => id === entry);
  // A finding about the file as such has no line.
  const above = entry === undefined ? [] : index < 0 ? undefined : ['entries', index];
  if (above === undefined || (above.length === 0 && field === undefined)) return finding;
  const ofField = field === undefined ? undefined : found.locate.key([...above, field]).line;
  const at = ofField ?? found.locate.value(above).line;
  return at === undefined ? finding : { ...finding, where: { ...finding.where, line: at } };
}
