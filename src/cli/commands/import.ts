import type { Command } from '../command.ts';
import { FORCE_OPTION } from '../output-writing.ts';

/** `ledger import FILE…`: rows of workbooks and CSV files into one judge's ledger, all or none unless `--skip-errors`. */
export const importFiles: Command = {
  options: [
    {
      name: 'year',
      value: { zh: '年份', en: 'YEAR' },
      help: { zh: '没有写年份的日期属于这一年', en: 'the year of days without one' },
    },
    {
      name: 'skip-errors',
      help: { zh: '有错误的行不导入，其余照样导入', en: 'import the rows without errors' },
    },
    {
      name: 'output',
      short: 'o',
      value: { zh: '文件', en: 'FILE' },
      help: { zh: '标注了错误的副本写到这里', en: 'write the copy with the mistakes marked here' },
    },
    FORCE_OPTION,
  ],
  arguments: [{ name: { zh: '文件', en: 'FILE' }, many: true }],
  examples: ['import 走访填报表.xlsx --judge li-min --dry-run', 'import 走访填报表.xlsx --judge li-min'],
  run: async (context, given) => {
    const { runImport } = await import('../import-run.ts');
    return runImport(context, given);
  },
};
