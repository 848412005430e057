import type { Kind } from '../../src/domain/kinds/kind.ts';

/** A column of the official sheet of a ledger. */
export interface LedgerHead {
  readonly head: string;
  /** What its values are, for those that stand in a field or are the day of a clock. */
  readonly type?: string;
}

/** The columns of the official sheet of a ledger, from 序号 to 备注, as its definition asks for them. */
export function ledgerHeads(kind: Kind): readonly LedgerHead[] {
  const own = kind.heads.map((key): LedgerHead => {
    const field = kind.fields.find((candidate) => candidate.key === key);
    if (field) return { head: (field.head ?? field.label).zh, type: field.type.expects };
    const column = (kind.clocks ?? []).find((clock) => clock.column?.key === key)?.column;
    if (!column) throw new RangeError(`${kind.id} has no column ${key}`);
    return { head: column.head.zh, type: 'day' };
  });
  return [{ head: '序号' }, ...own, { head: '联系法官' }, { head: '登记来源' }, { head: '备注' }];
}
