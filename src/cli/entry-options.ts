import type { ArgumentSpec, OptionSpec } from './command.ts';

/** The entry that a command works on. */
export const ID_ARGUMENT: ArgumentSpec = { name: { zh: '编号', en: 'ID' } };

/** Why something was changed or taken out; it stays in the entry's history. */
export const REASON_OPTION: OptionSpec = {
  name: 'reason',
  value: { zh: '原因', en: 'TEXT' },
  help: { zh: '修改或删除的原因，记入修改记录', en: 'why; it is kept in the history' },
};

/** `--force`, of every command that changes a ledger. */
export const EDITOR_FORCE_OPTION: OptionSpec = {
  name: 'force',
  short: 'f',
  help: { zh: '台账在别的程序里打开着也写入', en: 'write though another program has the ledger open' },
};
