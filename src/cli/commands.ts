import type { Kind } from '../domain/kinds/kind.ts';
import { agenda } from './commands/agenda.ts';
import { check } from './commands/check.ts';
import { consolidate } from './commands/consolidate.ts';
import { entryAdd } from './commands/entry-add.ts';
import { entryEdit } from './commands/entry-edit.ts';
import { entryList } from './commands/entry-list.ts';
import { entryRemove } from './commands/entry-remove.ts';
import { entryReport } from './commands/entry-report.ts';
import { entryRestore } from './commands/entry-restore.ts';
import { entryShow } from './commands/entry-show.ts';
import { exportEntries } from './commands/export.ts';
import { form } from './commands/form.ts';
import { help } from './commands/help.ts';
import { importFiles } from './commands/import.ts';
import { init } from './commands/init.ts';
import { quota } from './commands/quota.ts';
import { report } from './commands/report.ts';
import { schema } from './commands/schema.ts';
import { search } from './commands/search.ts';
import { rosterCheck } from './commands/roster-check.ts';
import { rosterShow } from './commands/roster-show.ts';
import { templateCheck } from './commands/template-check.ts';
import { templateExport } from './commands/template-export.ts';
import { templateFields } from './commands/template-fields.ts';
import { templateList } from './commands/template-list.ts';
import type { Words } from '../domain/words.ts';
import type { Command } from './command.ts';
import type { Listed } from './contents.ts';

/** A command in the table of contents. */
export interface CommandEntry extends Listed {
  readonly command: Command;
}

/**
 * All commands, in the order of the help. What is heavy (workbooks, questions, the manual) a command loads itself, once it
 * needs it: so the start costs the same whatever is called.
 */
export function commandsFor(kinds: readonly Kind[]): readonly CommandEntry[] {
  return [
    ...kinds.flatMap(kindCommands),
    {
      path: ['form'],
      group: 'record',
      summary: {
        zh: '生成空白填报表，在 Excel 或 WPS 里填写',
        en: 'make blank forms to fill in with Excel or WPS',
      },
      command: form,
    },
    {
      path: ['import'],
      group: 'record',
      summary: {
        zh: '导入填报表、汇总台账或自己的表格',
        en: 'import forms, our ledgers or sheets of your own',
      },
      command: importFiles,
    },
    {
      path: ['quota'],
      group: 'remind',
      summary: { zh: '走访次数（每季不少于3次）', en: 'visits of the quarter against the quota' },
      command: quota,
    },
    {
      path: ['agenda'],
      group: 'remind',
      summary: { zh: '待办和期限', en: 'what is overdue or due soon' },
      command: agenda,
    },
    {
      path: ['search'],
      group: 'remind',
      summary: { zh: '在全部台账中查找', en: 'search all ledgers' },
      command: search,
    },
    {
      path: ['report'],
      group: 'report',
      summary: {
        zh: '生成本人台账、报表，供签名报送',
        en: 'make a judge’s own workbooks to sign and hand in',
      },
      command: report,
    },
    {
      path: ['consolidate'],
      group: 'office',
      summary: {
        zh: '季度汇总，生成汇总台账和季度汇总表',
        en: 'merge all ledgers into the quarter’s workbooks',
      },
      command: consolidate,
    },
    {
      path: ['roster', 'show'],
      group: 'office',
      summary: { zh: '查看挂点名册', en: 'show who serves which town' },
      command: rosterShow,
    },
    {
      path: ['roster', 'check'],
      group: 'office',
      summary: { zh: '核对挂点名册', en: 'check the roster' },
      command: rosterCheck,
    },
    {
      path: ['init'],
      group: 'upkeep',
      summary: { zh: '首次设置，建立工作文件夹', en: 'set up a workspace' },
      command: init,
    },
    {
      path: ['check'],
      group: 'upkeep',
      summary: { zh: '检查台账和名册', en: 'check the ledgers and the roster' },
      command: check,
    },
    {
      path: ['template', 'list'],
      group: 'upkeep',
      summary: { zh: '列出表样', en: 'list the templates' },
      command: templateList,
    },
    {
      path: ['template', 'export'],
      group: 'upkeep',
      summary: { zh: '导出内置表样，供修改', en: 'copy the built-in templates out to change them' },
      command: templateExport,
    },
    {
      path: ['template', 'check'],
      group: 'upkeep',
      summary: { zh: '检查表样能否填报', en: 'check whether templates can be filled' },
      command: templateCheck,
    },
    {
      path: ['template', 'fields'],
      group: 'upkeep',
      summary: { zh: '列出表样可用的占位名', en: 'list the names a template may use' },
      command: templateFields,
    },
    {
      path: ['export'],
      group: 'upkeep',
      summary: {
        zh: '导出登记（CSV、JSON），供别的程序使用',
        en: 'export entries (CSV, JSON) for other programs',
      },
      command: exportEntries,
    },
    {
      path: ['schema'],
      group: 'upkeep',
      summary: { zh: '台账和名册的文件格式（JSON Schema）', en: 'the JSON Schema of ledger and roster' },
      command: schema,
    },
    {
      path: ['help'],
      group: 'upkeep',
      summary: { zh: '使用说明', en: 'the manual' },
      command: help,
    },
  ];
}

function kindCommands(kind: Kind): readonly CommandEntry[] {
  const { name, reported } = kind;
  const verb = (word: string, summary: Words, command: Command): CommandEntry => ({
    path: [kind.id, word],
    group: 'record',
    family: name,
    summary,
    command,
  });
  return [
    verb('add', { zh: `登记一条${name.zh}`, en: `add to ${name.en}` }, entryAdd(kind)),
    verb('list', { zh: `列出${name.zh}`, en: `list ${name.en}` }, entryList(kind)),
    verb('show', { zh: `查看一条${name.zh}和修改记录`, en: `show one with its history` }, entryShow(kind)),
    verb('edit', { zh: `修改一条${name.zh}`, en: `change one` }, entryEdit(kind)),
    verb(
      'remove',
      { zh: `删除一条${name.zh}（可恢复）`, en: 'take one out (it can be restored)' },
      entryRemove(kind),
    ),
    verb('restore', { zh: `恢复一条已删除的${name.zh}`, en: 'put a removed one back' }, entryRestore(kind)),
    ...(reported === undefined
      ? []
      : [
          verb(
            'report',
            { zh: '登记已报告联系领导', en: 'note that the contact leader was told' },
            entryReport(kind, reported),
          ),
        ]),
  ];
}
