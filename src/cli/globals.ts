import type { OptionSpec } from './command.ts';

/** The options that every command takes, before or behind it. No field of a kind may bear one of these names. */
export const GLOBAL_OPTIONS: readonly OptionSpec[] = [
  {
    name: 'home',
    value: { zh: '文件夹', en: 'DIR' },
    help: { zh: '台账所在的工作文件夹', en: 'the folder of the workspace' },
  },
  {
    name: 'judge',
    value: { zh: '联系法官', en: 'JUDGE' },
    help: { zh: '联系法官的代号或姓名', en: 'id or name of the liaison judge' },
  },
  {
    name: 'today',
    value: { zh: '日期', en: 'DATE' },
    help: { zh: '以这一天为今天', en: 'take this day for today' },
  },
  {
    name: 'lang',
    value: { zh: '语言', en: 'LANG' },
    help: { zh: '显示语言：zh 或 en', en: 'language: zh or en' },
  },
  { name: 'json', help: { zh: '以 JSON 输出', en: 'print JSON' } },
  { name: 'color', help: { zh: '显示颜色', en: 'use colour' } },
  { name: 'no-color', help: { zh: '不显示颜色', en: 'use no colour' } },
  {
    name: 'no-input',
    help: { zh: '不提问；有疑点照常办理并列出', en: 'ask nothing; list what is doubtful' },
  },
  { name: 'quiet', short: 'q', help: { zh: '只输出结果', en: 'print results only' } },
  { name: 'yes', short: 'y', help: { zh: '对确认一律答“是”', en: 'answer yes to confirmations' } },
  {
    name: 'dry-run',
    short: 'n',
    help: { zh: '只演示，不写入任何文件', en: 'write nothing, show what would happen' },
  },
  {
    name: 'debug',
    help: { zh: '显示细节：出错之处、期限的依据', en: 'show details: of an error, of what a day rests on' },
  },
  { name: 'version', short: 'V', help: { zh: '显示版本', en: 'show the version' } },
  { name: 'help', short: 'h', help: { zh: '显示帮助', en: 'show help' } },
];
