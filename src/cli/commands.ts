import type { Kind } from '../domain/kinds/kind.ts';
import type { Words } from '../domain/words.ts';
import type { Command } from './command.ts';
import type { Listed } from './contents.ts';

/**
 * What a command can leave behind on the medium: a new version of a ledger, other files (workbooks, exports, a workspace), or
 * nothing whatever its options are.
 */
export type Writes = 'ledger' | 'files' | 'nothing';

/** A command in the table of contents. */
export interface CommandEntry extends Listed {
  /** What writes is tortured (`npm run torture`): a scenario in `test/torture/scenarios.ts` is demanded of it. */
  readonly writes: Writes;
  /** Reads the command once it is called or asked about: so the start costs the same however many there are. */
  readonly load: () => Promise<Command>;
}

/** All commands, in the order of the help. */
export function commandsFor(kinds: readonly Kind[]): readonly CommandEntry[] {
  return [
    ...kinds.flatMap(kindCommands),
    {
      path: ['form'],
      writes: 'files',
      group: 'record',
      summary: {
        zh: '生成空白填报表，在 Excel 或 WPS 里填写',
        en: 'make blank forms to fill in with Excel or WPS',
      },
      load: async () => (await import('./commands/form.ts')).form,
    },
    {
      path: ['import'],
      writes: 'ledger',
      group: 'record',
      summary: {
        zh: '导入填报表、汇总台账或自己的表格',
        en: 'import forms, our ledgers or sheets of your own',
      },
      load: async () => (await import('./commands/import.ts')).importFiles,
    },
    {
      path: ['undo'],
      writes: 'ledger',
      group: 'record',
      summary: { zh: '撤销最近一步', en: 'take back what was done last' },
      load: async () => (await import('./commands/undo.ts')).undo,
    },
    {
      path: ['redo'],
      writes: 'ledger',
      group: 'record',
      summary: { zh: '重做刚撤销的一步', en: 'bring back what was undone' },
      load: async () => (await import('./commands/redo.ts')).redo,
    },
    {
      path: ['history'],
      writes: 'nothing',
      group: 'record',
      summary: { zh: '查看每一步修改', en: 'list what was done, step by step' },
      load: async () => (await import('./commands/history.ts')).history,
    },
    {
      path: ['quota'],
      writes: 'nothing',
      group: 'remind',
      summary: { zh: '走访次数（每季不少于3次）', en: 'visits of the quarter against the quota' },
      load: async () => (await import('./commands/quota.ts')).quota,
    },
    {
      path: ['agenda'],
      writes: 'files',
      group: 'remind',
      summary: { zh: '待办和期限', en: 'what is overdue or due soon' },
      load: async () => (await import('./commands/agenda.ts')).agenda,
    },
    {
      path: ['search'],
      writes: 'nothing',
      group: 'remind',
      summary: { zh: '在全部台账中查找', en: 'search all ledgers' },
      load: async () => (await import('./commands/search.ts')).search,
    },
    {
      path: ['report'],
      writes: 'files',
      group: 'report',
      summary: {
        zh: '生成本人台账、报表，供签名报送',
        en: 'make a judge’s own workbooks to sign and hand in',
      },
      load: async () => (await import('./commands/report.ts')).report,
    },
    {
      path: ['submit'],
      writes: 'ledger',
      group: 'report',
      summary: {
        zh: '报送：把本季登记封存成报送件',
        en: 'hand in a quarter: seal it into a file',
      },
      load: async () => (await import('./commands/submit.ts')).submit,
    },
    {
      path: ['receive'],
      writes: 'files',
      group: 'office',
      summary: { zh: '接收登记、出回执', en: 'take what judges handed in, make receipts' },
      load: async () => (await import('./commands/receive.ts')).receive,
    },
    {
      path: ['status'],
      writes: 'nothing',
      group: 'office',
      summary: { zh: '报送情况和催报', en: 'who handed in, and who is to be reminded' },
      load: async () => (await import('./commands/status.ts')).status,
    },
    {
      path: ['consolidate'],
      writes: 'files',
      group: 'office',
      summary: {
        zh: '季度汇总，生成汇总台账和季度汇总表',
        en: 'merge all ledgers into the quarter’s workbooks',
      },
      load: async () => (await import('./commands/consolidate.ts')).consolidate,
    },
    {
      path: ['appraise'],
      writes: 'files',
      group: 'office',
      summary: { zh: '考核参考数据（只列事实）', en: 'facts for the appraisal of judges' },
      load: async () => (await import('./commands/appraise.ts')).appraise,
    },
    {
      path: ['bulletin'],
      writes: 'files',
      group: 'office',
      summary: { zh: '起草情况通报（Word）', en: 'draft the quarter’s bulletin (Word)' },
      load: async () => (await import('./commands/bulletin.ts')).bulletin,
    },
    {
      path: ['roster', 'show'],
      family: { zh: '挂点名册', en: 'the roster' },
      writes: 'nothing',
      group: 'office',
      summary: { zh: '查看挂点名册', en: 'show who serves which town' },
      load: async () => (await import('./commands/roster-show.ts')).rosterShow,
    },
    {
      path: ['roster', 'check'],
      family: { zh: '挂点名册', en: 'the roster' },
      writes: 'nothing',
      group: 'office',
      summary: { zh: '核对挂点名册', en: 'check the roster' },
      load: async () => (await import('./commands/roster-check.ts')).rosterCheck,
    },
    {
      path: ['init'],
      writes: 'files',
      group: 'upkeep',
      summary: { zh: '首次设置，建立工作文件夹', en: 'set up a workspace' },
      load: async () => (await import('./commands/init.ts')).init,
    },
    {
      path: ['check'],
      writes: 'nothing',
      group: 'upkeep',
      summary: { zh: '检查台账和名册', en: 'check the ledgers and the roster' },
      load: async () => (await import('./commands/check.ts')).check,
    },
    {
      path: ['merge'],
      writes: 'ledger',
      group: 'upkeep',
      summary: {
        zh: '合并本人在另一台电脑上的台账',
        en: 'merge your ledger of another PC',
      },
      load: async () => (await import('./commands/merge.ts')).merge,
    },
    {
      path: ['redact'],
      writes: 'ledger',
      group: 'upkeep',
      summary: {
        zh: '依法删除一项内容，含备份',
        en: 'erase a value by law',
      },
      load: async () => (await import('./commands/redact.ts')).redact,
    },
    {
      path: ['backup', 'list'],
      family: { zh: '备份', en: 'backups' },
      writes: 'nothing',
      group: 'upkeep',
      summary: { zh: '列出台账的备份（以前的版本）', en: 'list the earlier versions of a ledger' },
      load: async () => (await import('./commands/backup-list.ts')).backupList,
    },
    {
      path: ['backup', 'restore'],
      family: { zh: '备份', en: 'backups' },
      writes: 'ledger',
      group: 'upkeep',
      summary: { zh: '取回台账的一个备份', en: 'bring an earlier version back' },
      load: async () => (await import('./commands/backup-restore.ts')).backupRestore,
    },
    {
      path: ['repair'],
      writes: 'ledger',
      group: 'upkeep',
      summary: { zh: '把存成 GBK、UTF-16 的文件改回 UTF-8', en: 'rewrite files saved as GBK or UTF-16' },
      load: async () => (await import('./commands/repair.ts')).repair,
    },
    {
      path: ['unlock'],
      writes: 'files',
      group: 'upkeep',
      summary: { zh: '解除占用', en: 'free a ledger left held' },
      load: async () => (await import('./commands/unlock.ts')).unlock,
    },
    {
      path: ['doctor'],
      writes: 'nothing',
      group: 'upkeep',
      summary: {
        zh: '检查电脑、文件夹、磁盘能否正常使用',
        en: 'try out this PC and its disk',
      },
      load: async () => (await import('./commands/doctor.ts')).doctor,
    },
    {
      path: ['template', 'list'],
      family: { zh: '表样', en: 'templates' },
      writes: 'nothing',
      group: 'upkeep',
      summary: { zh: '列出表样', en: 'list the templates' },
      load: async () => (await import('./commands/template-list.ts')).templateList,
    },
    {
      path: ['template', 'export'],
      family: { zh: '表样', en: 'templates' },
      writes: 'files',
      group: 'upkeep',
      summary: { zh: '导出内置表样，供修改', en: 'copy the built-in templates out to change them' },
      load: async () => (await import('./commands/template-export.ts')).templateExport,
    },
    {
      path: ['template', 'check'],
      family: { zh: '表样', en: 'templates' },
      writes: 'nothing',
      group: 'upkeep',
      summary: { zh: '检查表样能否填报', en: 'check whether templates can be filled' },
      load: async () => (await import('./commands/template-check.ts')).templateCheck,
    },
    {
      path: ['template', 'fields'],
      family: { zh: '表样', en: 'templates' },
      writes: 'nothing',
      group: 'upkeep',
      summary: { zh: '列出表样可用的占位名', en: 'list the names a template may use' },
      load: async () => (await import('./commands/template-fields.ts')).templateFields,
    },
    {
      path: ['export'],
      writes: 'files',
      group: 'upkeep',
      summary: {
        zh: '导出登记（CSV、JSON），供别的程序使用',
        en: 'export entries as CSV or JSON',
      },
      load: async () => (await import('./commands/export.ts')).exportEntries,
    },
    {
      path: ['schema'],
      writes: 'nothing',
      group: 'upkeep',
      summary: { zh: '台账、名册、报送件的文件格式', en: 'the JSON Schema of the files' },
      load: async () => (await import('./commands/schema.ts')).schema,
    },
    {
      path: ['help'],
      writes: 'nothing',
      group: 'upkeep',
      summary: { zh: '使用说明', en: 'the manual' },
      load: async () => (await import('./commands/help.ts')).help,
    },
  ];
}

function kindCommands(kind: Kind): readonly CommandEntry[] {
  const { name, reported } = kind;
  const verb = (word: string, writes: Writes, summary: Words, load: CommandEntry['load']): CommandEntry => ({
    path: [kind.id, word],
    writes,
    group: 'record',
    family: name,
    summary,
    load,
  });
  return [
    verb('add', 'ledger', { zh: `登记一条${name.zh}`, en: `add to ${name.en}` }, async () =>
      (await import('./commands/entry-add.ts')).entryAdd(kind),
    ),
    verb('list', 'nothing', { zh: `列出${name.zh}`, en: `list ${name.en}` }, async () =>
      (await import('./commands/entry-list.ts')).entryList(kind),
    ),
    verb(
      'show',
      'nothing',
      { zh: `查看一条${name.zh}和修改记录`, en: `show one with its history` },
      async () => (await import('./commands/entry-show.ts')).entryShow(kind),
    ),
    verb('edit', 'ledger', { zh: `修改一条${name.zh}`, en: `change one` }, async () =>
      (await import('./commands/entry-edit.ts')).entryEdit(kind),
    ),
    verb(
      'remove',
      'ledger',
      { zh: `删除一条${name.zh}（可恢复）`, en: 'take one out (it can be restored)' },
      async () => (await import('./commands/entry-remove.ts')).entryRemove(kind),
    ),
    verb('restore', 'ledger', { zh: `恢复一条已删除的${name.zh}`, en: 'put a removed one back' }, async () =>
      (await import('./commands/entry-restore.ts')).entryRestore(kind),
    ),
    ...(reported === undefined
      ? []
      : [
          verb(
            'report',
            'ledger',
            { zh: '登记已报告联系领导', en: 'note that the contact leader was told' },
            async () => (await import('./commands/entry-report.ts')).entryReport(kind, reported),
          ),
        ]),
  ];
}
