import type { Verdict } from '../domain/receiving/record.ts';
import type { BroughtInstead } from '../domain/problems/receiving.ts';
import type { UnmovablePart } from '../domain/problems/template.ts';
import type { FileProblem, JsonExpectation, KeptVersion, StorageAction } from '../domain/problems/file.ts';
import type { LeftOutRow } from '../domain/problems/import.ts';
import type { UnreadableReason } from '../domain/problems/workbook.ts';
import { partsOf, weekday, type CalendarDate } from '../domain/calendar-date.ts';
import { EDITION_NAMES } from '../domain/masking/edition.ts';
import type { Messages } from './messages.ts';
import { official } from './official.ts';

const list = (items: readonly string[]): string => items.join('、');
/** The first of many ids; an import may have added hundreds. */
const some = (ids: readonly string[]): string =>
  ids.length > 5 ? `${list(ids.slice(0, 5))}等${String(ids.length)}条` : list(ids);
const day = (date: CalendarDate, today = date): string => {
  const { year, month, day: number } = partsOf(date);
  const short = `${String(month)}月${String(number)}日`;
  return year === partsOf(today).year ? short : `${String(year)}年${short}`;
};
const weekdayName = (date: CalendarDate): string => `周${'一二三四五六日'.charAt(weekday(date) - 1)}`;
const meant = (nearest: string | undefined): { next?: string } =>
  nearest === undefined ? {} : { next: `是不是“${nearest}”？` };

/** What to do about a file that is damaged: bring a backup back, or ask for the file again. */
const recover = (backups: readonly KeptVersion[]): string =>
  backups.length === 0
    ? '请不要新建同名文件覆盖它；向台账的主人重新索取，或从U盘、邮件中的副本找回。'
    : bringBack(backups);
/** Of an older copy: a backup helps only where it is of a later version than what lies there. */
const later = (backups: readonly KeptVersion[], found: number): string =>
  (backups[0]?.seq ?? 0) > found
    ? bringBack(backups)
    : '最后保存的版本没有备份，只在被换下的那个文件里；找不到的，请把那以后的登记重新登记。';
const bringBack = (backups: readonly KeptVersion[]): string => {
  const [{ judge, seq } = { judge: '', seq: 0 }] = backups;
  return `有备份${String(backups.length)}份，取回最近的一份：ledger backup restore ${String(seq)} --judge ${judge}（全部备份：ledger backup list --judge ${judge}）。`;
};

/** The first of many ids. */
const few = (ids: readonly string[]): string =>
  list([...ids.slice(0, 10), ...(ids.length > 10 ? ['……'] : [])]);

const JSON_WORDS: Readonly<Record<JsonExpectation, string>> = {
  ',': '英文逗号 ,',
  ':': '英文冒号 :',
  '"': '英文双引号 "',
  '{': '{',
  '}': '}',
  '[': '[',
  ']': ']',
  value: '一个值，如 "文字"',
  key: '带英文双引号的字段名，如 "date"',
  'key-or-brace': '字段名（如 "date"）或 }',
  'comma-or-brace': '英文逗号 , 或 }',
  'comma-or-bracket': '英文逗号 , 或 ]',
  digit: '数字 0-9',
  'number-without-leading-zero': '不以 0 开头的数字',
  escape: '正确的转义符，如 \\n',
  'four-hex-digits': '\\u 后面四位十六进制数字',
  end: '文件到此结束',
};

const ACTIONS: Readonly<Record<StorageAction, string>> = {
  lock: '占用文件夹',
  unlock: '删去占用标记',
  read: '读取',
  write: '写入',
  replace: '替换文件',
  backup: '保存备份',
  output: '生成文件',
};

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘已满',
  EDQUOT: '超出磁盘配额',
  EROFS: '磁盘是只读的',
  EACCES: '没有权限',
  EPERM: '没有权限',
  EIO: '磁盘读写出错',
  EBUSY: '文件正被其他程序占用',
  EFBIG: '文件超出系统允许的大小',
  ENAMETOOLONG: '文件名太长',
  EMFILE: '打开的文件太多',
  ENOENT: '文件夹不存在',
  EEXIST: '同名的文件已经存在',
  ENOTDIR: '路径中间有一段是文件，不是文件夹',
  EISDIR: '这是一个文件夹',
  ELOOP: '链接互相指向，没有尽头',
};
const reason = (code: string): string => (REASONS[code] === undefined ? code : `${REASONS[code]}（${code}）`);

const found = (description: string): string => {
  const [kind, length] = description.split(':');
  const kinds: Readonly<Record<string, string>> = {
    text: `${length ?? ''}个字符的文字`,
    number: '数字',
    boolean: '是/否值',
    object: '一组字段',
    list: '列表',
    null: '空值 null',
    undefined: '没有内容',
  };
  return kinds[kind ?? ''] ?? description;
};

const jsonFound = (text: string): string => {
  const words: Readonly<Record<string, string>> = { word: '文字', digit: '数字', 'line-break': '换行' };
  return words[text] ?? (text.startsWith('U+') ? `看不见的字符 ${text}` : `“${text}”`);
};

const NOT_REGULAR: Readonly<Record<Extract<FileProblem, { code: 'file-not-regular' }>['found'], string>> = {
  folder: '文件夹',
  pipe: '管道',
  device: '设备',
};

const expects: Messages['expects'] = {
  text: '文字',
  day: '日期，如 "2024-07-03"',
  quarter: '季度，如 "2024Q3"',
  timestamp: '时间，如 "2024-07-03T10:21:05+08:00"',
  digest: '64位的校验值',
  'whole-number': '整数，如 3',
  'yes-no': 'true 或 false',
  choices: '规定的选项，写在 [ ] 里，如 ["law"]',
  amount: '金额，写成带两位小数的文字，如 "12000.50"',
  'case-number': '案号，如 "（2024）粤5321民初123号"',
  choice: '规定的选项之一',
  town: '镇名，如 "太平镇"',
  village: '村（社区）名，如 "马山社区"',
  'judge-id': '法官代号，由小写字母、数字、短横线组成，如 "li-min"',
  'entry-id': '登记编号，如 "visit-240703-7kq2"',
  'court-code': '法院代字，如 "粤5321"',
  list: '列表，写在 [ ] 里',
  object: '一组字段，写在 { } 里',
};

/** Why a file is no workbook that can be opened, and what to do where the general advice doesn't fit. */
const unreadable: Readonly<Record<UnreadableReason, readonly [what: string, next?: string]>> = {
  empty: ['文件是空的', '请重新复制或另存一次，再试。'],
  encrypted: ['工作簿设了打开密码', '请先在 Excel 或 WPS 里去掉打开密码，保存后再试。'],
  xls: ['这是旧格式的工作簿（.xls 或 .et）', '请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。'],
  xlsb: ['这是二进制格式的工作簿（.xlsb）', '请用 Excel 打开，另存为 .xlsx 后再试。'],
  xlsm: ['这是带宏的工作簿（.xlsm）', '请用 Excel 或 WPS 打开，另存为不带宏的 .xlsx 后再试。'],
  ods: ['这是 LibreOffice 的文件（如 .ods）', '请用 LibreOffice 或 WPS 打开，另存为 .xlsx 后再试。'],
  document: [
    '这是 Word、PowerPoint 等文件，不是工作簿',
    '请选 .xlsx 文件；表格在 Word 里的，先复制到 Excel 再保存。',
  ],
  html: ['这是网页文件，只是名字像工作簿', '请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。'],
  mht: ['这是网页存档（.mht），只是名字像工作簿', '请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。'],
  rtf: ['这是 RTF 文档，只是名字像工作簿', '请把里面的表格复制到 Excel，保存为 .xlsx 后再试。'],
  pdf: ['这是 PDF 文件，不是工作簿', '请选 .xlsx 文件。'],
  json: [
    '这是 JSON 文件，不是表格；导出的 JSON 不能再导入',
    '请改用 ledger export --format csv 导出，再导入那些 .csv。',
  ],
  text: ['这是文本文件，只是名字像工作簿', '是 CSV 的，请把扩展名改回 .csv；不是的，请选 .xlsx 文件。'],
  other: ['这个文件不是 xlsx 工作簿'],
  cut: ['工作簿不完整，像是没有复制完', '请重新复制一次，再试。'],
  damaged: [
    '工作簿在复制或保存时损坏了',
    '请重新复制一次；还不行，请用 Excel 或 WPS 打开修复，另存为 .xlsx。',
  ],
  'too-many-parts': ['工作簿里的部件太多，不像正常的工作簿'],
  'unsafe-path': ['工作簿里有不安全的路径，没有打开'],
  'duplicate-part': ['工作簿里有两个同名的部件，没有打开'],
  overlap: ['工作簿的部件互相重叠，不像正常的工作簿，没有打开'],
  'false-size': ['工作簿里写的大小与内容不符，没有打开'],
  ratio: ['工作簿压缩得反常，不像正常的工作簿，没有打开'],
  'no-sheets': ['工作簿里没有工作表'],
  'missing-part': ['工作簿缺少应有的部件'],
  doctype: ['工作簿里有不允许的内容（DTD），没有打开'],
  entity: ['工作簿里有不允许的内容（自定义实体），没有打开'],
  encoding: ['工作簿里的文字编码不对'],
  'too-deep': ['工作簿的内容嵌套得反常，没有打开'],
  'too-long': ['工作簿里有一段内容长得反常，没有打开'],
  'broken-part': ['工作簿的内容已损坏'],
  'bad-reference': ['工作簿里有超出工作表范围的单元格位置'],
  'out-of-order': ['工作簿里行或单元格的次序错乱'],
  'bad-string': ['工作簿里这个单元格的文字找不到'],
};

const LEFT_OUT: Readonly<Record<LeftOutRow, string>> = {
  total: '合计',
  signature: '签名栏',
  note: '说明、注',
  none: '“无”',
  title: '标题',
};

/** The numbers of some rows, the first of many. */
const rowNumbers = (rows: readonly number[]): string =>
  rows.length > 10 ? `${list(rows.slice(0, 10).map(String))}……` : list(rows.map(String));

/** All words in Chinese. */
const VERDICTS: Readonly<Record<Verdict, string>> = {
  accepted: '已接收',
  superseded: '已有更新的一次',
  duplicate: '重复件，未重复计数',
  rejected: '内容与报送时不一致或不能用，未接收',
  conflict: '同次报送有两份且不一致，待确认',
  quarantined: '不在名册，暂不纳入',
  skipped: '不是报送件',
};

/** What was brought instead of a submission, and what to do about it. */
const INSTEAD: Readonly<Record<BroughtInstead, { readonly what: string; readonly next?: string }>> = {
  ledger: {
    what: '这是整本台账，不是报送件，没有接收',
    next: '请联系法官运行 ledger submit --quarter 季度，把生成的报送件送来。',
  },
  roster: { what: '这是挂点名册，不是报送件' },
  workbook: { what: '这是 Excel、Word 文件，不是报送件', next: '报送件是 .json 或“报送件_….txt”。' },
  archive: { what: '这是压缩文件，没有打开', next: '请先解压再接收。' },
  link: { what: '这是快捷方式或链接，没有跟随', next: '请接收它所指的原文件。' },
  device: { what: '这不是普通文件，没有读取' },
  system: { what: '系统或办公软件的文件，已略过' },
  'too-deep': { what: '文件夹套得太深，没有进去', next: '请直接写出这个文件夹再接收。' },
  'too-large': { what: '文件超过64MB，没有读取' },
  other: { what: '不是报送件' },
};

export const zh: Messages = {
  language: 'zh',
  problems: {
    'file-missing': () => ({ what: '没有这个文件', next: '请核对文件名和所在的文件夹。' }),
    'file-not-regular': (p) => ({
      what: `这里是一个${NOT_REGULAR[p.found]}，不是文件`,
      next: p.pattern === undefined ? '请移走它，放回正确的文件。' : `请写明其中的文件，如 ${p.pattern}。`,
    }),
    'link-broken': (p) => ({
      what: { nowhere: '这是一个链接，指向的文件不存在', 'in-a-circle': '这是一个链接，绕成了圈' }[p.leads],
      next: '请移走它，或改正链接（所指的U盘、共享文件夹是否已接好），再试。',
    }),
    'file-too-large': (p) => ({
      what: `文件有${String(Math.ceil(p.bytes / 1048576))}MB，超过${String(Math.floor(p.limit / 1048576))}MB的上限`,
      next: '这不像一份台账，请核对是否放错了文件。',
    }),
    'ledger-too-large': (p) => ({
      what: `保存以后，这份台账将有${String(Math.ceil(p.bytes / 1048576))}MB，超过${String(Math.floor(p.limit / 1048576))}MB的上限，就再也打不开了，所以没有保存`,
      next: '一位法官的台账不会有这么多登记：请核对是否把全院、多年的台账都放进来了，只导入本人、本年的。',
    }),
    'file-not-writable': () => ({
      what: '文件是只读的，不能保存',
      next: '请在文件属性中取消“只读”，再试一次。',
    }),
    'file-unreadable': (p) => ({
      what: `文件读不了：${reason(p.reason)}`,
      next: '请检查权限，或关闭正在使用它的程序。',
    }),
    'file-linked': (p) => ({
      what: `这个文件另有${String(p.links - 1)}个硬链接，保存后它们不再是同一个文件`,
      next: '请只留一个文件，其他位置用快捷方式。',
    }),
    'text-empty': (p) => ({ what: '文件是空的', next: recover(p.backups) }),
    'text-nul': (p) => ({
      what: '文件内容全部丢失（只剩空字节），多半是断电造成的',
      next: recover(p.backups),
    }),
    'text-encoding': (p) => ({
      what: {
        gbk: '文件是 GBK（ANSI）编码',
        'utf-16': '文件是 UTF-16（Unicode）编码',
        unknown: '文件里有不是 UTF-8 的字节',
      }[p.looksLike],
      expected: '应为 UTF-8 编码',
      next:
        p.looksLike !== 'unknown'
          ? `请用记事本打开，“另存为”时编码选 UTF-8，核对文字无误后再试。${p.backups === undefined ? '' : `也可以运行 ledger repair --from-encoding ${p.looksLike}。`}`
          : p.backups === undefined || p.backups.length === 0
            ? '请从副本找回这个文件。'
            : bringBack(p.backups),
    }),
    'json-cut': (p) => ({ what: '文件不完整，内容到这里断了，像是没有复制完', next: recover(p.backups) }),
    'json-syntax': (p) => ({
      what: `文件格式有误，这里是${jsonFound(p.found)}`,
      expected: `应为${JSON_WORDS[p.expected]}`,
      next: `请按提示的行、列改正后再试。${p.backups === undefined ? '' : `改不了的，${bringBack(p.backups)}`}`,
    }),
    'json-duplicate-key': (p) => ({
      what: `字段“${p.key}”写了两次（第一次在第${String(p.firstLine)}行）`,
      next: '请删去多余的一个；两处内容不同的，核对后留下正确的。',
    }),
    'json-forbidden-key': (p) => ({ what: `不允许的字段名“${p.key}”`, next: '请删去这个字段。' }),
    'json-too-deep': (p) => ({
      what: `括号嵌套超过${String(p.limit)}层，这不是台账文件`,
      next: '请核对是否放错了文件。',
    }),
    'json-number-loses-digits': () => ({
      what: '这个数字位数太多，读取时会变',
      expected: '编号一类的长数字应加英文双引号，如 "110101…"',
      next: '请加上双引号后再试。',
    }),
    'storage-failed': (p) => ({
      what: `${ACTIONS[p.action]}失败：${reason(p.reason)}`,
      next: '台账没有改动。请腾出空间或检查权限后再试一次。',
    }),
    locked: (p) => ({
      what: `台账正被占用：电脑 ${p.host} 上的 ledger ${p.command}（进程${String(p.pid)}，${p.startedAt} 开始）`,
      next: '什么都没有写入。请等它完成后再试；确定它早已中断的，运行 ledger unlock。',
    }),
    'lock-unreadable': () => ({
      what: '台账显示被占用，但占用标记读不出来',
      next: '什么都没有写入。请确认没有别人在用，再运行 ledger unlock。',
    }),
    'lock-changed': () => ({
      what: '占用标记在显示之后换了，已是另一个程序在用，没有删去',
      next: '请稍候，再运行一次。',
    }),
    'lock-left': () => ({
      what: '已保存，但占用标记没能删去，别人可能要等',
      next: '请运行 ledger unlock。',
    }),
    'file-held': (p) => ({
      what: `台账正被其他程序占用（${p.reason}），等了10秒仍不能替换，台账没有改动`,
      next: `您这次的内容另存为 ${p.kept}。请关闭打开着台账的程序（记事本、同步盘、杀毒软件），再登记一次。`,
    }),
    'editor-open': (p) => ({
      what: `台账好像正在别的程序里打开着（旁边有 ${p.sign}），没有写入`,
      next: '请先关闭它；确定没有打开的，删去那个文件，或加 --force 再试。',
    }),
    'changed-meanwhile': (p) => ({
      what: '保存前，台账被别的程序改过，没有覆盖它',
      next: `您这次的内容另存为 ${p.kept}。请核对后重新登记。`,
    }),
    'not-confirmed': (p) => ({
      what: `已写入，但磁盘没有确认（${reason(p.reason)}）`,
      next: '请安全弹出U盘或稍后重新打开核对一次。',
    }),
    'answer-cut': (p) => ({
      what: `结果没有完整输出：${reason(p.reason)}`,
      next: '命令本身已经完成，已保存的内容不受影响。请把输出放到有空间的地方，再查看一次。',
    }),
    'output-not-folder': () => ({
      what: '这是一个文件，工作簿要放进文件夹',
      next: '请在 -o 后面给出一个文件夹，例如 -o 报表。',
    }),
    'output-is-data': () => ({
      what: '这里放的是工作文件夹自己的数据，不能用来存放生成的文件',
      next: '请换一个文件夹或文件名。',
    }),
    'output-open': () => ({ what: '文件正在 Excel 或 WPS 中打开，没有替换', next: '请关闭它，再运行一次。' }),
    'output-edited': () => ({
      what: '这个文件在生成之后被人改过，没有覆盖',
      next: '请先另存改过的文件；确实要覆盖的，加 --force。',
    }),
    'output-not-ours': () => ({
      what: '这里已有一个不是本程序生成的同名文件，没有覆盖',
      next: '请移走它，或用 -o 换一个文件夹；确实要覆盖的，加 --force。',
    }),

    'format-unknown': (p) => ({
      what: `不认识的文件格式（${p.found.includes('/') ? p.found : found(p.found)}）`,
      expected: `第一个字段应为 "format": "${p.expected}"`,
      next: '请核对是否放错了文件。',
    }),
    'format-newer': (p) => ({
      what: `文件格式 ${p.found} 比本程序支持的 ${p.supported} 新`,
      next: '请安装新版 ledger 后再打开；为免损坏，文件没有读取，也没有改动。',
    }),
    'key-unknown': (p) => ({
      what: `不认识的字段“${p.key}”`,
      next: p.nearest === undefined ? '请删去或改正字段名。' : `是不是“${p.nearest}”？`,
    }),
    'key-missing': (p) => ({ what: `缺少字段“${p.key}”`, next: '请补上后再试。' }),
    'value-invalid': (p) => ({
      what: `“${p.key}”的值不对，这里是${found(p.found)}`,
      expected: `应为${expects[p.expects]}`,
    }),
    'kind-unknown': (p) => ({ what: `不认识的台账种类“${p.kind}”`, ...meant(p.nearest) }),
    'entry-id-twice': (p) => ({
      what: `登记编号 ${p.id} 出现两次`,
      next: '请核对是否重复；确是两条的，改其中一个编号。',
    }),
    'day-order': (p) => ({
      what: `“${p.label}”${p.day} 早于“${p.after}”${p.earliest}`,
      next: '请核对这两个日期。',
    }),
    'day-after-today': (p) => ({
      what: `“${p.label}”${p.day} 在今天（${p.today}）之后`,
      next: '请核对日期。',
    }),
    'town-not-listed': (p) => ({
      what: `挂点名册里没有“${p.town}”，汇总时列在名册外`,
      next: p.nearest === undefined ? '请核对镇名，或请研究室更新名册。' : `是不是“${p.nearest}”？`,
    }),
    'village-not-listed': (p) => ({
      what: `名册中${p.town}没有“${p.village}”`,
      next:
        p.nearest === undefined ? '请核对村（社区）名；名册有误的，请研究室更新。' : `是不是“${p.nearest}”？`,
    }),
    'town-not-served': (p) => ({
      what: `按名册，${p.day} 时您不联系${p.town}`,
      next: '请核对日期和镇；名册有误的，请研究室更新。',
    }),
    'number-in-text': (p) => ({
      what: `“${p.label}”里有${String(p.length)}位数字，像是${
        { identity: '身份证号', phone: '手机号', 'bank-card': '银行卡号' }[p.looksLike]
      }`,
      next: '台账要流转，请删去这类号码。',
    }),
    'choices-empty': () => ({
      what: '没有选任何一项',
      expected: '多项之间用顿号分开，如 法律指导、政策指引',
    }),
    'yes-no-invalid': (p) => ({ what: `“${p.found}”既不是“是”也不是“否”`, expected: '应写 是 或 否' }),
    'count-invalid': (p) => ({
      what: `“${p.found}”不是数目`,
      expected: `应为0至${String(p.most)}的整数，如 35${p.units.length > 0 ? `；单位可以不写，或写${list(p.units)}` : ''}`,
    }),
    'amount-invalid': (p) => ({
      what: `“${p.found}”不是金额`,
      expected: '应以元为单位，如 12000、12,000.50、1.2万',
    }),
    'case-number-invalid': (p) => ({
      what: `“${p.found}”不是案号`,
      expected: '应为年度、法院代字、类型、不带前导零的编号和“号”，如（2024）粤5321民初123号',
      next: '请对照文书核对。',
    }),
    'field-needs': (p) => ({
      what: `填了“${p.label}”，没有填“${p.needs}”`,
      next: `请补填“${p.needs}”，或清空“${p.label}”。`,
    }),
    'look-alike-name': (p) => ({
      what: `“${p.label}”与登记 ${p.of} 的只差形近的字`,
      next: '是同一个的，请改成一样的写法。',
    }),
    'closing-day-missing': (p) => ({
      what: `已有结果，没有填“${p.label}”，仍按未结统计`,
      next: `请补填“${p.label}”。`,
    }),
    'case-number-other-court': (p) => ({
      what: `案号 ${p.number} 不是本院（${p.court}）的`,
      next: '请核对；确是其他法院的案件，可以保留。',
    }),
    'case-number-old-form': (p) => ({
      what: `案号 ${p.number} 是2016年以前的写法`,
      next: '请核对；确是旧案，可以保留。',
    }),
    'case-number-year': (p) => ({
      what: `案号 ${p.number} 的年度与登记日期 ${p.day} 相差两年以上`,
      next: '请核对年度。',
    }),
    'confirmation-excluded': (p) => ({
      what: `内容里有“${p.word}”：身份关系、物权或知识产权确权等，依法不予受理；已受理的，裁定驳回申请（民诉法解释第三百五十五条、第三百五十八条）`,
      next: '请核对是否属于可以确认的范围。',
    }),
    'applied-late': (p) => ({
      what: `${p.appliedOn} 才申请，已过申请期限届满日 ${p.applyBy}（自协议生效之日起三十日）`,
      next: '请核对协议生效日期和申请日期。',
    }),
    'subtype-elsewhere': (p) => ({
      what: `子类“${p.subtype}”属于“${p.within}”，纠纷类型写的是“${p.type}”`,
      next: '请改正其中一项；子类不要了的，写成 --subtype ""。',
    }),
    'policy-heavy-litigation': () => ({
      what: '政策性强的纠纷，化解方式写的是引导诉讼',
      next: '按实施细则二（三）4，应尽量引导通过人民调解途径处理；请核对。',
    }),
    'town-level-cppcc': () => ({ what: '政协委员没有镇一级的', next: '请核对身份和级别。' }),
    'pre-filing-since-2025': (p) => ({
      what: `${p.day} 委派：2025年起，符合条件的起诉应先登记立案，再征得同意委托调解`,
      next: '请核对类别。',
    }),
    'extension-too-long': (p) => ({
      what: `延期至 ${p.extendedTo}，超过原期限三十日以上（最迟 ${p.most}）`,
      next: '请核对延期日期。',
    }),
    'hearing-counted-once': (p) => ({
      what: `${p.number} 在 ${p.day} 的巡回审理，${p.of} 的台账里也有，本条由部门告知，列出但不计数`,
      next: '不需处理；确是两次审理的，请核对日期。',
    }),
    'holidays-unknown': (p) => ({
      what: `${p.year}年放假安排未载入，仅按周末顺延`,
      next: '请研究室把放假安排写进工作文件夹的 holidays.json。',
    }),
    'holiday-outside-years': (p) => ({
      what: `${p.day} 不在 years 所列的年份里`,
      next: '请核对日期，或把这一年写进 years（写了，就整年以这个文件为准）。',
    }),
    'merge-conflict': (p) => ({
      what: `这条登记在两份台账里各自改过：${list(p.fields)}`,
      next: '没有合并。要以本机为准，加 --prefer mine；要以对方为准，加 --prefer theirs；另一边的内容留在修改记录里。',
    }),
    'merge-other-judge': (p) => ({
      what: `这份台账是 ${p.judge} 的，不是 ${p.expected} 的`,
      next: '只能合并同一位法官的两份台账。',
    }),
    'merge-other-court': () => ({ what: '这份台账是别的法院的', next: '只能合并同一位法官的两份台账。' }),
    'merge-other-ledger': () => ({
      what: '这份台账不是本机台账的副本，两份是分别新建的（ledgerId 不同）',
      next: '确属同一位法官的，用记事本把那个文件的 ledgerId 改成本机台账的，再合并。',
    }),
    'merge-submitted-twice': (p) => ({
      what: `${p.quarter} 第${String(p.attempt)}次报送，两台电脑报的内容不同`,
      next: '请向立案庭核实收到的是哪一份，以那一份所在的台账为准。',
    }),
    'seal-broken': (p) => ({
      what: `内容与报送时不一致${p.entries.length > 0 ? `，有改动的登记：${some(p.entries)}` : ''}`,
      next: '请不要改动报送件；向联系法官重新索取原件。',
    }),
    'submission-twice': (p) => ({
      what: `第${String(p.attempt)}次报送有${String(p.files.length)}份报送件，台账里都没有记录：${list(p.files)}`,
      next: '请向立案庭核实收到的是哪一份，把另一份移出 submissions 文件夹后重新运行。',
    }),
    'submission-not-owed': (p) => ({
      what: `名册中该联系法官在${official.quarter(p.quarter)}没有挂点镇`,
      next: '请核对季度；确须报送的，可照样报送。',
    }),
    'not-a-submission': (p) => ({
      what: INSTEAD[p.found].what,
      ...(INSTEAD[p.found].next === undefined ? {} : { next: INSTEAD[p.found].next }),
    }),
    'submission-other-court': (p) => ({
      what: `是“${p.found}”的报送件，本院是“${p.roster}”，暂不纳入`,
      next: '请核对来源；院名写法不同的，请改名册或请联系法官改正后重新报送。',
    }),
    'submission-not-on-roster': (p) => ({
      what: `联系法官 ${p.judge} 不在挂点名册，暂不纳入`,
      next: '请核对名册，补上后自动纳入。',
    }),
    'submission-period-differs': (p) => ({
      what: `${official.quarter(p.quarter)}的统计期与本院不同：报送件为${official.period(p.found.from, p.found.to)}，名册为${official.period(p.roster.from, p.roster.to)}`,
      next: '请把现行名册发给联系法官，重新报送。',
    }),
    'submission-rules-differ': (p) => ({
      what: `报送件用的规则与名册不同：${p.rules.join('、')}`,
      next: '请把现行名册发给联系法官，重新报送。',
    }),
    'submission-conflict': (p) => ({
      what: `${official.quarter(p.quarter)}的报送件互相不一致，待确认，核对码：${p.seals.join('、')}`,
      next: '请向联系法官核实以哪一份为准，再运行 ledger receive --accept 核对码。',
    }),
    'submission-returned': (p) => ({
      what: `${official.quarter(p.quarter)}第${String(p.attempt)}次报送已退回，没有纳入`,
      next: '请催联系法官改正后重新报送。',
    }),
    'received-line-damaged': () => ({
      what: '收件记录的这一行已损坏',
      next: '请从备份找回 submissions/received.jsonl；找不回的，删去这一行，把相应的报送件再接收一次。',
    }),
    'received-line-torn': () => ({
      what: '收件记录的最后一行没有写完，已略去',
      next: '请把最后一批报送件再接收一次；重复的不会多计。',
    }),
    'received-file-gone': (p) => ({
      what: `${p.judge} ${official.quarter(p.quarter)}的报送件接收过，现在不见了或被改过，没有纳入`,
      next: '请把原件再接收一次（ledger receive 文件名）。',
    }),
    'submission-not-recorded': () => ({
      what: '报送件文件夹里有这个文件，但没有接收过，没有纳入',
      next: '请运行 ledger receive 加这个文件名。',
    }),
    'submitted-entry-differs': (p) => ({
      what: `与${official.quarter(p.quarter)}报送的不一致，而没有修改记录：${p.fields.join('、')}`,
      next: '请联系法官核对；确须修改的，用 ledger edit 修改后重新报送。',
    }),
    'case-not-carried': (p) => ({
      what: `${day(p.opened)}已立的案件，${official.quarter(p.quarter)}的报送件里没有，本季旧存与上季未结不符`,
      next: '请联系法官补报上季度。',
    }),
    'cases-carried': (p) => ({
      what: p.isLeft
        ? `${p.name}已不挂点，尚有${String(p.cases)}件，按最后一次报送列入，待移交`
        : `${p.name}本季未计入报送件，上次报送的未结${String(p.cases)}件照列`,
      next: p.isLeft ? '请办理移交。' : '请催报。',
    }),
    'seal-code-unknown': (p) => ({
      what: `没有核对码为 ${p.sealCode} 的报送件`,
      next: '核对码见 ledger status 或回执；请核对后重试。',
    }),
    'seal-code-undisputed': (p) => ({
      what: `核对码为 ${p.sealCode} 的报送件没有不一致的另一份，无须确认`,
      next: '可运行 ledger status 查看报送情况。',
    }),
    'likely-twin': (p) => ({
      what: `与 ${p.of} 同日、同地、内容相近，可能重复登记`,
      next: '确是两次的，可照样保存。',
    }),
    'judge-not-on-roster': (p) => ({
      what: `联系法官 ${p.judge} 不在挂点名册`,
      next: '请研究室核对名册；汇总时照样列入并标明。',
    }),
    'judge-name-differs': (p) => ({
      what: `台账上的姓名“${p.found}”与名册的“${p.roster}”不一致`,
      next: '请核对。',
    }),
    'court-differs': (p) => ({
      what: `台账上的法院“${p.found}”与名册的“${p.roster}”不一致`,
      next: '请核对。',
    }),
    'file-name-not-judge': (p) => ({
      what: `文件名与台账主人不符（里面是 ${p.judge} 的台账），没有纳入`,
      expected: `文件名应为 ${p.expected}`,
      next: '若是复制出来的旧副本，请移走；否则请改正文件名。',
    }),
    'judge-in-two-files': (p) => ({
      what: `${p.judge} 有两份台账文件，都没有纳入：${list(p.files)}`,
      next: '请核对后只留一份。',
    }),
    'ledger-gone': (p) => ({
      what: `${p.judge} 的台账不见了，从前保存过`,
      next:
        p.backups.length === 0
          ? '请从回收站、U盘找回，放回 ledgers 文件夹；有意移走的，把 backups 文件夹里这位法官的文件也移走。'
          : `${bringBack(p.backups)}有意移走的，把 backups 文件夹里这位法官的文件也移走。`,
    }),
    'copied-over': (p) => ({
      what: `本机上次保存的是第${String(p.seq)}版，现在这份不是在它之后改的：像是别的电脑上的台账复制过来，盖掉了本机的`,
      next: '请核对本机登记过的还在不在（ledger history）。缺了的，找到被盖掉的那一份，用 ledger merge 文件名 合并；找不到的请重新登记。',
    }),
    'older-copy': (p) => ({
      what: `这是较旧的副本：它是第${String(p.found)}个版本，最后保存的是第${String(p.last)}个版本`,
      next: `请找回最新的文件放回来。${later(p.backups, p.found)}确实要用现在这一份的，运行 ledger backup restore --current --judge ${p.judge}。`,
    }),
    'backup-damaged': (p) => ({
      what: '这份备份已损坏或被改过，没有用它',
      next:
        p.others.length === 0
          ? '没有别的备份；请从U盘、邮件中的副本找回。'
          : `请用另一份，如 ledger backup restore ${String(p.others[0]?.seq)} --judge ${p.judge}。`,
    }),
    'ledger-missing': (p) => ({
      what: `${p.name}未报，没有台账文件`,
      next: `请催报，收到后放到 ledgers/${p.judge}.json。`,
    }),
    'no-ledgers': () => ({ what: '还没有任何台账', next: '请用 ledger visit add 登记第一条。' }),
    'rev-not-history': (p) => ({
      what: `登记的版次是${String(p.rev)}，修改记录的最后一次却是${String(p.last)}`,
      expected: '两个数应相同，如 "rev": 2 与最后一条 history 的 "rev": 2',
      next: '请与备份核对（ledger backup list）；修改记录没错的，把 rev 改成它的数。',
    }),
    'history-gap': (p) => ({
      what: `修改记录断了：${p.after === 0 ? '开头' : `第${String(p.after)}次之后`}是第${String(p.rev)}次`,
      expected: '版次从1起，每次加1，如 1、2、3',
      next: '多半有记录被删掉。请与备份核对（ledger backup list），从备份恢复，如 ledger backup restore 12。',
    }),
    'history-step-order': (p) => ({
      what: `修改记录的步号倒了：第${String(p.after)}步之后是第${String(p.step)}步`,
      expected: '步号应越来越大，如 3、12',
      next: '多半是手工改过或合并过文件。请与备份核对（ledger backup list）。',
    }),
    'history-step-ahead': (p) => ({
      what: `修改记录写到第${String(p.step)}步，台账却只有${String(p.seq)}步`,
      expected: '步号不应大于台账开头的 "seq"',
      next: '多半是合并了两份台账，或 seq 被改小。请与备份核对（ledger backup list），从备份恢复，如 ledger backup restore 12。',
    }),
    'history-removal-differs': (p) => ({
      what: p.removed ? '登记标为已删除，修改记录里却没有删除' : '修改记录里是已删除，登记却没有删除标记',
      expected: '删除和恢复都应有记录，用 ledger visit remove、restore 一类命令',
      next: '请核对这条登记该不该在，再与备份核对（ledger backup list）。',
    }),
    'history-value-differs': (p) => ({
      what: `“${p.label}”与修改记录里最后一次改成的内容不同`,
      next: '若是您自己用记事本改的，可以不管；不是的，请用 show 查看修改记录，核对后用 edit 改正。',
    }),
    'history-field-unknown': (p) => ({
      what: `修改记录里有不认识的字段“${p.field}”`,
      next:
        p.nearest === undefined
          ? '请与备份核对（ledger backup list），改正字段名。'
          : `是不是“${p.nearest}”？请改正。`,
    }),
    'text-invisible': (p) => ({
      what: `“${p.label}”里有看不见的字符 ${p.codePoint}，多半是从网页或微信粘贴来的`,
      expected: '只用看得见的字，如 马山社区',
      next: '请重新键入这一项；有它在，查找和统计会认成另一个名称。',
    }),
    'clock-behind': (p) => ({
      what:
        p.ledgers === 1
          ? `最后一次修改是 ${p.changed}，在今天（${p.today}）之后`
          : `${String(p.ledgers)}份台账的最后一次修改在今天（${p.today}）之后，最晚是 ${p.changed}`,
      next:
        p.ledgers === 1
          ? '请核对这台电脑的日期和时间；这台没错的，是修改它的那台电脑快了。'
          : '请核对这台电脑的日期和时间，多半是慢了。',
    }),
    'ledger-edited': (p) => ({
      what: `第${String(p.seq)}版保存之后，文件被别的程序改过`,
      next: '若是您自己用记事本改的，可以不管，下次保存即认可；不是的，请与备份核对（ledger backup list）。',
    }),
    'version-unlinked': (p) => ({
      what: `这一版接的不是备份里的第${String(p.seq)}版，中间可能有一次保存被盖掉`,
      next: '请用 ledger backup list 看各版的登记数，缺的重新登记。',
    }),
    'versions-forked': (p) => ({
      what: `有两份不同的第${String(p.seq)}版接在同一版后面，多半是在旧副本上登记、盖掉了别的登记：${list(p.files)}`,
      next: '请对照两份，缺的重新登记，然后移走不用的那份备份。',
    }),
    'backup-unsound': (p) => ({
      what: `这份备份不能用：${
        {
          changed: '内容与文件名里的校验值不符',
          unreadable: '读不出台账',
          another: '里面是另一份台账或另一版',
        }[p.reason]
      }`,
      next: `请把它移走；其他备份见 ledger backup list --judge ${p.judge}。`,
    }),
    'head-damaged': () => ({
      what: '记着最后一版的小文件读不出来',
      next: '不必处理，下次保存会重写；在那以前，放回旧副本可能发现不了。',
    }),
    'file-stray': (p) => ({
      what: '这里不该有这个文件，程序不读它',
      expected: {
        home: '程序读的文件名是 roster.json、holidays.json、import-heads.json',
        ledgers: '台账文件名是法官代号加 .json，如 li-min.json',
        backups: '备份文件名如 li-min.000012.2024-09-18.1a2b3c4d.json',
      }[p.folder],
      next: '若是副本（如“冲突副本”），请与原文件核对，缺的补上；然后移走。',
    }),
    'leftover-file': () => ({ what: '中断的保存留下的临时文件', next: '没有用了，可以删去。' }),
    'conflict-kept': (p) => ({
      what: `保存 ${p.of} 时发现它被改过，没有盖掉，您那次的内容留在这里`,
      next: `请与 ${p.of} 对照，缺的重新登记，然后移走。`,
    }),
    'damaged-kept': (p) => ({
      what: `${p.of} 损坏时留下的原文件`,
      next: '请确认最近的登记都在，然后移走；不要删得太早。',
    }),
    'lock-dead': (p) => ({
      what: `没有完成的 ledger ${p.command} 留下的占用标记（进程${String(p.pid)}，${p.startedAt} 开始，已不在运行）`,
      next: '不必处理，下次保存会自动清除；请看一看那次的内容在不在，缺的重新登记。',
    }),
    'lock-elsewhere': (p) => ({
      what: `台账被电脑 ${p.host} 上的 ledger ${p.command} 占用（进程${String(p.pid)}，${p.startedAt} 开始）`,
      next: `请等它完成；确认那边已经没有在运行的，用 ledger unlock --judge ${p.judge}。`,
    }),
    'entry-copied': (p) => ({
      what: `${p.entries === 1 ? '' : `这一条等${String(p.entries)}条`}与 ${p.of} 的台账里同编号的登记完全相同，汇总时都列出、只计一次`,
      next: '多半是复制了别人的台账。请核对是谁办的，另一份里用 remove 删除。',
    }),
    'entry-id-shared': (p) => ({
      what: `${p.entries === 1 ? '' : `这一条等${String(p.entries)}条`}与 ${p.of} 的台账里的登记编号相同、内容不同，汇总时各算各的`,
      next: '请核对是不是同一件事；是的，在其中一份里用 remove 删除。',
    }),
    'roster-alike': (p) => ({
      what: `“${p.name}”与“${p.of}”只差形近的字，容易认错`,
      next: '请核对是不是同一个；写错的改正，确是两个的可以不管。',
    }),
    'folder-refuses': (p) => ({
      what: `在这个文件夹里${{ create: '不能新建文件', replace: '不能替换文件', remove: '不能删除文件' }[p.trial]}：${reason(p.reason)}`,
      next: '这样什么都保存不了，只能查看。请腾出空间，取消只读，或向管理员要这个文件夹的“修改”权限。',
    }),
    'folder-not-exclusive': () => ({
      what: '这个文件夹分不清谁先新建了文件，两个人同时保存会互相盖掉',
      next: '请把工作文件夹移到本机硬盘，如 D:\\台账。',
    }),
    'folder-not-synced-to-disk': (p) => ({
      what: `磁盘不确认写入（${reason(p.reason)}），突然断电可能丢掉最后一次保存`,
      next: '能移到本机硬盘的，请移过去；U盘拔出前请先“安全弹出”。',
    }),
    'folder-loses-names': () => ({
      what: '中文文件名在这个文件夹里变了样',
      next: '工作簿的文件名会乱码。请把工作文件夹移到本机硬盘，或请管理员把共享盘设为 UTF-8。',
    }),
    'disk-nearly-full': (p) => ({
      what: `磁盘只剩 ${String(p.megabytes)} MB`,
      expected: '至少应有 200 MB，如 5000 MB',
      next: '请清理磁盘；保存时空间不够会提示失败，台账不会损坏。',
    }),
    'folder-clock': (p) => ({
      what: `文件夹所在磁盘的时钟比这台电脑${p.seconds > 0 ? '快' : '慢'}${String(Math.abs(p.seconds))}秒`,
      next: '请核对这台电脑的日期和时间；共享盘的，请管理员校对服务器的时钟。',
    }),
    'folder-in-cloud': (p) => ({
      what: `工作文件夹在“${p.service}”的同步文件夹里，台账会上传到外网，两台电脑同时写还会互相盖掉`,
      next: '请按单位的保密规定办；最好移到不同步的文件夹，如 D:\\台账。仍用的，同一时间只在一台电脑上登记，出现“冲突副本”时运行 ledger check。',
    }),
    'folder-on-network': () => ({
      what: '工作文件夹在共享盘（网络驱动器）上',
      next: '可以用；断网时不能保存，提示“台账正被占用”时请稍等。备份请另存一份在本机。',
    }),
    'folder-temporary': () => ({
      what: '工作文件夹在临时文件夹里，系统会清掉它，多半是直接在压缩包或邮件里打开的',
      next: '请先解压或另存到自己的文件夹，如 D:\\台账，再从那里使用。',
    }),
    'console-encoding': (p) => ({
      what: `这个窗口的编码是 ${p.found}，中文可能显示成乱码`,
      expected: '应为 UTF-8，如 zh_CN.UTF-8',
      next: '文件内容不受影响。请把 LANG 设为 zh_CN.UTF-8，或改用 -o 输出到文件。',
    }),
    'console-narrow': (p) => ({
      what: `窗口只有${String(p.columns)}列，表格会折行`,
      expected: `至少应有${String(p.needed)}列`,
      next: '请把窗口拉宽，或把字号调小。',
    }),
    'node-too-old': (p) => ({
      what: `Node ${p.found} 太旧`,
      expected: `应为 ${p.needed} 或更新，如 v22.12.0`,
      next: '请安装新版 Node 后再用。',
    }),
    'roster-name-twice': (p) => ({ what: `名称或别名“${p.name}”重复，会认错`, next: '请改正其中一个。' }),
    'roster-id-twice': (p) => ({ what: `代号“${p.id}”重复`, next: '请改正其中一个。' }),
    'roster-town-unknown': (p) => ({ what: `挂点的“${p.town}”不在名册的镇里`, ...meant(p.nearest) }),
    'roster-period-reversed': (p) => ({
      what: `任期从 ${p.from} 到 ${p.to}，前后颠倒`,
      next: '请改正日期。',
    }),
    'roster-town-lacks': (p) => ({
      what: `${p.town}缺少${
        {
          liaison: '联系法官',
          posted: '挂点法官',
          leader: '联系领导',
          centre: '综治中心',
          circuitPoint: '巡回审判点',
          tribunal: '法庭',
        }[p.lacks]
      }`,
      next: '请在 roster.json 中补上。',
    }),
    'roster-rules-order': (p) => ({
      what: `规则应按起始季度由早到晚排列，${p.quarter || '没写起始季度的一条'}的位置不对`,
      next: '请调整顺序。',
    }),
    'town-off-roster': (p) => ({
      what: `“${p.town}”不在挂点名册，${String(p.entries)}条列在名册外，计入合计`,
      next: '请核对镇名，或更新名册。',
    }),

    'import-nothing': () => ({
      what: '没有可以导入的台账',
      expected: '表名或标题应有台账的名称，如 走访座谈台账，下面一行是表头，如 日期、镇、走访情况',
      next: '请核对是否选错了文件；空白表可用 ledger form 生成。',
    }),
    'sheet-no-ledger': (p) => ({
      what: `这张表不是台账，没有导入（${String(p.rows)}行）`,
      next: '确是台账的，请在第一行写上名称，如 走访座谈台账。',
    }),
    'sheet-heads-unknown': (p) => ({
      what: `第${String(p.row)}行像是“${p.ledger}”的表头，但认识的只有${String(p.known)}列，不认识的有${String(p.unknown.length)}列：${list(p.unknown.map((head) => `“${head}”`))}`,
      expected: `可用的叫法有：${list(p.heads)}`,
      next: '请把表头改成这些叫法，不要的列删去，再导入一次。',
    }),
    'rows-above-heads': (p) => ({
      what: `表头上面有${String(p.rows)}行像是登记，没有表头或认不出表头，不能导入`,
      next: '请给这几行补上表头，或移到表头下面；确实不是登记的，请删去后再导入。',
    }),
    'sheet-without-heads': (p) => ({
      what: `这张表名为“${p.ledger}”，但没有认出表头`,
      expected: `表头应有：${list(p.heads)}`,
      next: '请补上表头，再导入一次。',
    }),
    'sheet-of-several': (p) => ({
      what: `表头与几种台账都相像，不知道是哪一种：${list(p.ledgers)}`,
      next: `请在第一行写上名称，如 ${p.ledgers[0] ?? ''}。`,
    }),
    'sheet-of-another': (p) => ({
      what: `这张表写明是${p.judge}的台账，现在导入的是${p.owner}的台账`,
      next: '请用 --judge 写明是谁的台账，或核对文件。',
    }),
    'column-missing': (p) => ({
      what: `${p.ledger}缺少“${p.label}”这一列`,
      next: `请补上表头为“${p.label}”的一列；表头叫法不同的，改成“${p.label}”。`,
    }),
    'column-twice': (p) => ({
      what: `有几列都像是“${p.label}”：${list(p.columns)}列`,
      next: '请只留一列，或改正其中一列的表头。',
    }),
    'column-left-out': (p) => ({
      what:
        p.head === ''
          ? `${p.column}列没有表头，这一列没有导入`
          : `不认识“${p.head}”这一列（${p.column}列），没有导入`,
      ...(p.nearest === undefined
        ? p.fields.length > 0
          ? { expected: `还没有对应的列：${list(p.fields)}` }
          : {}
        : { expected: `是不是“${p.nearest}”？` }),
      next: '要导入的，请把表头改成上面的叫法，或在终端上运行一次 ledger import，回答它是哪一项。',
    }),
    'column-left-out-again': (p) => ({
      what: `“${p.head}”这一列（${p.column}列）按 import-heads.json 没有导入`,
    }),
    'rows-left-out': (p) => ({
      what: `没有导入${list(
        p.groups.map(
          ({ why, rows }) => `${LEFT_OUT[why]}${String(rows.length)}行（第${rowNumbers(rows)}行）`,
        ),
      )}`,
    }),
    'rows-hidden': (p) => ({
      what: p.sheet
        ? `这张表是隐藏的，其中${String(p.rows.length)}行照样导入`
        : `第${rowNumbers(p.rows)}行是隐藏的，照样导入`,
      next: '不要的，请删去后再导入。',
    }),
    'values-under-merge': (p) => ({
      what: `${list(p.cells)}${p.count > p.cells.length ? `等${String(p.count)}个单元格` : ''}被合并单元格盖住，里面另有内容，在 Excel 里看不见，照样导入`,
      next: '请取消合并，核对盖住的内容；不要的，删去后再导入。',
    }),
    'row-of-another': (p) => ({
      what: `${p.rows.length > 1 ? `有${String(p.rows.length)}行（第${rowNumbers(p.rows)}行）` : '这一行'}的联系法官是“${p.judge}”，现在导入的是${p.owner}的台账`,
      next: `请删去${p.rows.length > 1 ? '这些行' : '这一行'}，另用 --judge 导入到他（她）的台账；确是${p.owner}的，请改正姓名。`,
    }),
    'day-without-year': (p) => ({
      what: `“${p.found}”没有写年份，表的标题、表名、文件名里也没有`,
      expected: '应写成 2024-07-03 或 2024年7月3日',
      next: '全表同一年的，加 --year，如 --year 2024。',
    }),
    'day-range': (p) => ({
      what: `“${p.found}”不止一天`,
      expected: '一条登记只有一天，应写成 2024-07-03',
      next: '请分成几行，一天一行。',
    }),
    'day-as-number': (p) => ({
      what: `日期写成了数字 ${p.found}，7.1 与 7.10 分不清`,
      expected: '应写成 2024-07-03 或 7月3日',
    }),
    'text-as-day': (p) => ({
      what: `文字被 Excel 变成了日期 ${p.found}`,
      next: '请把这一格的格式改成“文本”，重新输入。',
    }),
    'amount-times-ten-thousand': (p) => ({
      what: `“${p.found}”是元还是万元，说不准：表头、标题写的单位不一致，或折算后大得反常`,
      expected: '应写明单位，如 35000元、3.5万元',
      next: '请在这一格写上单位；全列同一单位的，把表头改成 标的额（元）或 标的额（万元）。',
    }),
    'number-lost-digits': (p) => ({
      what: `这里是${String(p.length)}位的数字，Excel 只保留前15位，后面的已经丢失`,
      next: '请把这一格的格式改成“文本”，重新输入。',
    }),
    'cell-error': (p) => ({ what: `这一格是公式的错误值 ${p.found}`, next: '请改正公式，或直接写上内容。' }),
    'cell-unreckoned': () => ({
      what: '这一格的公式没有计算结果',
      next: '请用 Excel 或 WPS 打开并保存一次，或直接写上内容。',
    }),
    'row-differs': (p) => ({
      what: `编号 ${p.id} 的登记已在台账里，这些项与它不同：${list(p.fields)}`,
      next: '要改它，请用 edit；确是另一条的，请清空这一行的编号。',
    }),
    'row-removed': (p) => ({
      what: `与已经删除的登记 ${p.id} 相同，没有导入`,
      next: '要用它，请用 restore 恢复。',
    }),
    'row-in-fuller-entry': (p) => ({
      what: `与登记 ${p.id} 相同，台账里还填了：${list(p.fields)}；没有重复导入`,
      next: '确是另一次的，请用 add 登记。',
    }),
    'head-field-unknown': (p) => ({
      what: `${p.kind} 里没有“${p.field}”这个字段`,
      next:
        p.nearest === undefined
          ? '字段名见 ledger schema；不要这一列的，写 null。'
          : `是不是“${p.nearest}”？`,
    }),
    'head-twice': (p) => ({ what: `${p.kind} 的表头“${p.head}”写了两次`, next: '请删去其中一条。' }),

    'command-unknown': (p) => ({
      what: `没有“${p.command}”这个命令`,
      next: p.nearest === undefined ? '输入 ledger help 查看全部命令。' : `是不是 ledger ${p.nearest}？`,
    }),
    'option-unknown': (p) => ({
      what: `没有 ${p.option} 这个选项`,
      next:
        p.nearest === undefined
          ? `输入 ledger ${p.command} --help 查看可用的选项。`
          : `是不是 ${p.nearest}？`,
    }),
    'option-missing': (p) => ({
      what: `缺少 ${p.option}（${p.label}）`,
      next: `例如 ${p.option} ${p.example}`,
    }),
    'option-without-value': (p) => ({
      what: `${p.option} 后面缺少内容`,
      next: `要清空一个字段，写成 ""；内容以短横线开头的，写成 ${p.option}=-…。`,
    }),
    'argument-missing': (p) => ({
      what: `缺少${p.argument.zh}`,
      next: `用法：ledger ${p.command} ${p.argument.zh}${p.argument.en === 'ID' ? '；登记编号可用 list 查到' : ''}。`,
    }),
    'argument-unexpected': (p) => ({
      what: `多出了“${p.found}”`,
      next: '内容里有空格的，请加英文双引号。',
    }),
    'topic-unknown': (p) => ({ what: `没有“${p.topic}”这个主题`, expected: `可选：${list(p.known)}` }),
    'language-unknown': (p) => ({ what: `不支持的语言“${p.found}”`, expected: '应为 zh 或 en' }),
    'day-invalid': (p) => ({
      what: {
        format: p.found.trim() === '' ? '没有写日期' : `“${p.found}”不是日期`,
        'no-such-day': `“${p.found}”：日历上没有这一天`,
        'two-digit-year': `“${p.found}”的年份只有两位`,
        'before-2000': `“${p.found}”在2000年以前`,
      }[p.reason],
      expected: p.inSheet
        ? '应写成 2024-07-03 或 2024年7月3日'
        : '应写成 2024-07-03、2024年7月3日、7月3日 或 昨天',
    }),
    'day-ahead': (p) => ({
      what: `${p.found} 还没有到（今天是 ${p.today}）`,
      next: '请核对日期；已经发生的事才能登记。',
    }),
    'as-of-early': (p) => ({
      what: `截至日 ${p.day} 早于统计期的第一天 ${p.from}`,
      next: '请核对季度（年份）和截至日。',
    }),
    'quarter-invalid': (p) => ({
      what: `“${p.found}”不是季度`,
      expected: '应写成 2024Q3、2024年第三季度、三季度 或 上季度',
    }),
    'quarter-ahead': (p) => ({
      what: `${official.quarter(p.quarter)}还没有开始（从 ${p.from} 起，今天是 ${p.today}）`,
      next: '请核对年份和季度。',
    }),
    'year-invalid': (p) => ({
      what: `“${p.found}”不是年度`,
      expected: '应写成 2024、2024年、今年 或 去年',
    }),
    'year-ahead': (p) => ({
      what: `${official.year(p.year)}还没有开始（从 ${p.from} 起，今天是 ${p.today}）`,
      next: '请核对年份。',
    }),
    'options-exclusive': (p) => ({ what: `${list(p.options)} 不能同时使用`, next: '请只写其中一个。' }),
    'choice-invalid': (p) => ({
      what: `没有“${p.found}”这个选项`,
      expected: `可选：${list(p.choices.map(({ id, label }) => (id === label ? label : `${label}（${id}）`)))}`,
      ...meant(p.nearest),
    }),
    'text-too-long': (p) => ({
      what: `有${String(p.length)}个字，超过${String(p.limit)}个字的上限`,
      next: '请分成几条登记。',
    }),
    'text-control': (p) => ({
      what: `内容里有看不见的控制字符（${p.codePoint}）`,
      next: '请删去后重新输入。',
    }),
    'text-line-break': () => ({ what: '这一项不能换行', next: '请写在一行里。' }),
    'field-required': (p) => ({ what: `“${p.label}”必须填写` }),
    'field-cannot-clear': (p) => ({ what: `“${p.label}”是必填项，不能清空` }),
    'field-out-of-place': (p) => ({
      what: `这种情形不填“${p.label}”`,
      next: '请清空它，或改正与它相关的一项。',
    }),
    'town-unknown': (p) => ({
      what: `挂点名册里没有“${p.town}”`,
      expected: `名册中有：${list(p.known)}`,
      ...meant(p.nearest),
    }),
    'judge-needed': (p) => ({
      what: '不知道是哪位联系法官的台账',
      next:
        p.judges.length === 0
          ? '请用 --judge 写明代号，如 --judge li-min。'
          : `请用 --judge 写明，如 --judge ${p.judges[0] ?? ''}；可选：${list(p.judges)}`,
    }),
    'judge-unknown': (p) => ({
      what: `挂点名册里没有联系法官“${p.judge}”`,
      expected: `可选：${list(p.known)}`,
      ...meant(p.nearest),
    }),
    'judge-ambiguous': (p) => ({ what: `有几位“${p.judge}”`, next: `请写代号：${list(p.judges)}` }),
    'judge-not-liaison': (p) => ({
      what: `${p.judge}是挂点法官，不登记台账`,
      next: '请写联系法官的代号或姓名。',
    }),
    'entry-unknown': (p) => ({
      what: `没有编号为“${p.id}”的登记`,
      next: p.nearest === undefined ? '请用 list 查看编号。' : `是不是 ${p.nearest}？`,
    }),
    'entry-ambiguous': (p) => ({ what: `“${p.id}”对应几条登记`, next: `请写全编号：${list(p.ids)}` }),
    'entry-removed': (p) => ({ what: `${p.id} 已经删除`, next: '要用它，请先 restore 恢复。' }),
    'entry-changed-meanwhile': (p) => ({
      what: `${p.id} 刚被改过，没有覆盖`,
      next: '请用 show 看过新内容，再改一次。',
    }),
    'ledger-changed-meanwhile': () => ({
      what: '台账刚被改过，没有保存',
      next: '请再运行一次，看过现在的内容再确认。',
    }),
    'nothing-to-undo': () => ({
      what: '没有可以撤销的步骤',
      next: '做过哪些，可用 ledger history 查看；手工写进文件的没有记录，请用 edit 修改或 remove 删除。',
    }),
    'nothing-to-redo': () => ({
      what: '没有可以重做的步骤',
      next: '撤销以后又做了别的，就不能重做了；做过哪些，可用 ledger history 查看。',
    }),
    'step-changed-since': (p) => ({
      what: `第${String(p.step)}步涉及的登记后来在程序以外改过：${some(p.entries)}`,
      next: '为免丢失改过的内容，不能撤销或重做；请用 edit 修改，或用 remove、restore。',
    }),
    'step-erased': (p) => ({
      what: `第${String(p.step)}步依法删除了内容`,
      next: '删除的内容不能恢复，这一步和以前的步骤都不能撤销；别的内容请用 edit 修改。',
    }),
    'step-merged': (p) => ({
      what: `第${String(p.step)}步合并了另一台电脑的台账，不能单独撤销`,
      next: `要回到合并以前，请用 ledger backup restore ${String(p.step - 1)}；以后登记的内容要重新登记。`,
    }),
    'step-submitted': (p) => ({
      what: `第${String(p.step)}步涉及已经报送的${official.quarter(p.quarter)}登记：${some(p.entries)}`,
      next: '报送以前的步骤不能撤销或重做；请用 edit 修改或 remove 删除，并用 --reason 写明原因。',
    }),
    'entry-not-removed': (p) => ({ what: `${p.id} 没有删除，不用恢复` }),
    'entry-id-invalid': (p) => ({
      what: `“${p.id}”不能作编号`,
      expected: '编号由小写字母、数字、短横线组成，3至64个字符，如 visit-240703-7kq2',
    }),
    'entry-id-taken': (p) => ({
      what: `编号 ${p.id} 已用于另一条内容不同的登记`,
      next: '请换一个编号，或用 edit 修改原来那条。',
    }),
    'reason-needed': () => ({ what: '需要写明原因', next: '请加 --reason，如 --reason 重复登记。' }),
    'field-unknown': (p) => ({
      what: `这类台账没有“${p.field}”这一项`,
      next: `可选：${list(p.fields)}。`,
    }),
    'field-empty': (p) => ({ what: `这条登记的“${p.label}”没有内容，以前也没有`, next: '不需要删除。' }),
    'redact-required': (p) => ({
      what: `登记不能没有“${p.label}”`,
      next: '请先删除这条登记（ledger <台账> remove），再依法删除这一项。',
    }),
    'nothing-to-change': () => ({
      what: '没有说明要改什么',
      next: '例如 --note 与综治中心主任同行；清空一项写成 --note ""。',
    }),
    'workspace-missing': (p) => ({
      what: `没有找到工作文件夹（里面应有 roster.json），找过：${list(p.searched)}`,
      next: '第一次使用请运行 ledger init；想先试用，运行 ledger init --sample。',
    }),
    'workspace-exists': (p) => ({
      what: `${p.path} 里已有文件，没有覆盖`,
      next: '请换一个文件夹，如 --home 我的台账。',
    }),
    'init-choice': () => ({
      what: '没有说明要建立哪种工作文件夹',
      expected: '三选一：--sample；--roster 名册文件 --judge 代号；--roster 名册文件 --office',
      next: '先试用一下：ledger init --sample',
    }),
    'number-invalid': (p) =>
      p.range
        ? {
            what: `“${p.found}”不合要求`,
            expected: `应为${String(p.range.least)}至${String(p.range.most)}的整数`,
          }
        : { what: `“${p.found}”不是正整数`, expected: '例如 20' },
    'sort-invalid': (p) => ({ what: `不能按“${p.found}”排序`, expected: `可选：${list(p.fields)}` }),
    'export-several': (p) => ({
      what: `csv 每个文件只放一类台账，这里有${String(p.count)}类`,
      next: '请用 -o 写明一个文件夹，每类一个文件；或者用 --kind 只导出一类。',
    }),
    'template-unknown': (p) => ({ what: `没有名为“${p.name}”的表样`, expected: `可选：${list(p.known)}` }),
    'backup-unknown': (p) => ({
      what: `没有第“${p.found}”个版本的备份`,
      next:
        p.known.length === 0
          ? '还没有备份。'
          : `现有的是 ${list(p.known.slice(0, 10).map(String))}${p.known.length > 10 ? ' 等' : ''}，见 ledger backup list。`,
    }),
    'backup-ambiguous': (p) => ({
      what: `第“${p.found}”个版本有${String(p.names.length)}份备份`,
      next: `请写明是哪一份：${list(p.names)}（见 ledger backup list）。`,
    }),
    'encoding-doubtful': (p) => ({
      what: `文件不像是 ${p.encoding} 编码${p.looksLike === 'unknown' ? '，像是内容损坏' : `，像是 ${p.looksLike}`}，没有转换`,
      next:
        p.looksLike === 'unknown'
          ? '请取回备份（ledger backup list）或从副本找回。'
          : `请用 --from-encoding ${p.looksLike} 再试。`,
    }),
    declined: () => ({ what: '已取消，没有保存' }),
    'interrupted-after-saving': () => ({ what: '已保存；之后收到中断，程序结束' }),
    bug: (p) => ({
      what: `程序出错了（${p.message}）`,
      next: '请先用 list 看看刚才的内容是否已经保存，不要急于重新登记；再加 --debug 运行一次，把显示的内容发给维护人员。',
    }),

    'workbook-unreadable': (p) => ({
      what: unreadable[p.reason][0],
      next: unreadable[p.reason][1] ?? '请用 Excel 或 WPS 打开，另存为新的 .xlsx 后再试。',
    }),
    'workbook-too-large': (p) => ({
      what: `工作簿展开后有${String(Math.ceil(p.bytes / 1_000_000))}MB，超过${String(Math.floor(p.limit / 1_000_000))}MB的上限`,
      next: '请删去多余的工作表、图片和空行后另存。',
    }),
    'workbook-too-full': () => ({
      what: '文件里的内容太多，一次读不完',
      next: '请删去无关的工作表和行，或分成几个文件。',
    }),
    'document-unreadable': (p) => ({
      what: {
        'no-document': '不是 Word 文档（.docx），或已损坏、设了打开密码',
        'too-large': '文档太大，不像是一份通报的模板',
      }[p.reason],
      next: '请用 Word 或 WPS 打开，去掉打开密码和多余的内容，另存为 .docx 后再试。',
    }),
    'csv-nul': () => ({
      what: '这一行里有空字节，文件可能没有保存好',
      next: '请用 Excel 或 WPS 打开核对，另存为 .xlsx 后再试。',
    }),
    'csv-quotes': () => ({
      what: '从这一行起引号没有成对，分不清各列',
      next: '请用 Excel 或 WPS 打开核对，另存为 .xlsx 后再试。',
    }),
    'mark-unknown': (p) => ({
      what: `不认识的占位名 {${p.mark}}`,
      next: p.nearest === undefined ? '可用的名称见 ledger template fields。' : `是不是 {${p.nearest}}？`,
    }),
    'mark-without-list': (p) => ({
      what: `{${p.mark}} 没有说明是哪个台账`,
      expected: '应写成 {走访座谈.日期}',
    }),
    'row-of-two-lists': (p) => ({ what: `一行里有两个清单的占位名：${list(p.lists)}`, next: '请分成两行。' }),
    'list-twice': (p) => ({
      what: `清单“${p.list}”在这张表上出现两次（第一次在 ${p.firstCell}）`,
      next: '请删去其中一行。',
    }),
    'masked-doubtful': (p) => ({
      what: `核对清单列出${String(p.texts)}处文字，其中${String(p.doubtful)}处疑似还有姓名，请先看核对清单开头`,
      next: '有遗漏的，在台账里改写，或者把姓名补进人员栏，再生成一次。',
    }),
    'masked-ledger-unread': (p) => ({
      what: `有台账读不了（${list(p.files)}），其中的姓名无从知道，别的台账里可能写到这些人，所以没有生成脱敏版`,
      expected: '生成脱敏版时，ledgers/ 里每一份台账都能读',
      next: '请先按上面的提示改好台账（备份在 backups/），再运行一次；急用的，可以不加 --masked，只生成完整版。',
    }),
    'masked-part-tells': (p) => ({
      what: `脱敏后的文件里仍有姓名、号码，或者有无法检查的内容（${p.part}），所以没有生成`,
      expected: '表样里不应写人名、号码，也不应嵌入其他文件',
      next: '请在表样里删去工作表名、样式名、单元格、页眉页脚、图片、批注、嵌入文件中的个人信息，再运行一次；不清楚的，改用内置表样。',
    }),
    'list-without-mark': (p) => ({
      what: `表样里没有“${p.list}”的占位名，这部分没有填入`,
      next: '需要的，请对照 ledger template fields 补上。',
    }),
    'merge-cuts-detail-row': (p) => ({
      what: `合并单元格 ${p.merge} 从明细行跨到了下面的行，明细行无法重复`,
      next: '请取消这个合并，或改成只在一行之内。',
    }),
    'part-unmovable': (p) => ({
      what: `这里是${UNMOVABLE[p.part]}，加行后不能保证正确，没有填报`,
      next: '请把它移到别处（明细行之外，或别的工作表），或删去后再试。',
    }),
    'too-many-rows': (p) => ({
      what: `有${String(p.rows)}行，超过工作表的上限${String(p.limit)}行，没有填报`,
      next: '请分成几份填报，例如按季度或按法官。',
    }),
    'row-too-high': (p) => ({
      what: `这一格的文字太长，用最小的字号也需要${String(p.points)}磅高，超过 Excel 每行${String(p.limit)}磅的上限，打印时约有${String(p.hidden)}个字看不见`,
      next: '内容没有少，在单元格里可以看到全文；要全部印出，请在表样里加宽这一列，或缩短文字。',
    }),
    'text-set-smaller': (p) => ({
      what: `这一格的文字太长，已改用${String(p.points)}磅的小字号，以便全部印出`,
      next: '嫌字小的，请在表样里加宽这一列，或缩短文字。',
    }),
    'font-missing': (p) => ({
      what: `字体“${p.font}”有的办公电脑没有，没有的会显示为${p.shown}，打印的样子和行数可能不同`,
      next: `请在打印的电脑上安装这个字体${p.similar === undefined ? '' : `，或在表样里改用相近的“${p.similar}”`}；电脑上有的，可以不管。`,
    }),
    'mark-under-merge': (p) => ({
      what: `{${p.mark}} 在合并单元格 ${p.merge} 里，不是它的左上角，填了也看不见`,
      next: '请取消合并，或把占位名移到合并单元格的左上角。',
    }),
    'mark-out-of-reach': (p) => ({
      what: `{${p.mark}} 写在${p.place === 'header' ? '页眉页脚' : '文本框'}里，只有单元格里的占位名才会填入`,
      next: '请移到单元格里，或改成固定的文字。',
    }),
    'day-too-wide': () => ({
      what: '这一列太窄，放不下2024-07-03这样的日期，会显示和打印成 ####',
      next: '请在表样里加宽这一列，或改小字号。',
    }),
    'print-area-misses': (p) => ({
      what: `打印区域 ${p.area} 没有包括这一格，它不会被打印`,
      next: '请在“页面布局”里重设或取消打印区域。',
    }),
    'print-titles-missing': (p) => ({
      what: '没有设置打印标题，清单长了，第二页起没有表头',
      next: `请在“页面布局”的“打印标题”里，把表头行（到第${String(p.row)}行为止）设为顶端标题行。`,
    }),
    'print-titles-repeat-rows': (p) => ({
      what: `打印标题 ${p.rows} 包括了清单的明细行，填入的内容会在每一页重复`,
      next: '请在“页面布局”的“打印标题”里，只选表头行。',
    }),
  },
  expects,
  found,
  severity: { error: '错误', warning: '提醒' },
  where: {
    line: (line, column) => `第${String(line)}行${column === undefined ? '' : `第${String(column)}列`}`,
    entry: (id) => id,
    field: (name) => name,
    sheetCell: (sheet, cell) => `工作表“${sheet}”${cell ?? ''}`,
    judge: (id) => id,
  },
  list: { join: list, more: (count) => `……另有${String(count)}项没有列出` },
  sentence: {
    join: (parts) => parts.map((part) => (/[。？！]$/u.test(part) ? part : `${part}。`)).join(''),
    colon: '：',
  },
  day,
  quarter: (quarter) => official.quarter(quarter),
  ask: {
    judge: '哪位联系法官？',
    optional: '可不填，直接回车',
    townItself: '（只到镇里，不填村或社区）',
    review: '以上内容',
    save: '保存',
    change: '修改某一项',
    changeWhich: '修改哪一项？',
    drop: '放弃，不保存',
    done: '改完了',
    reason: '原因',
    reasonRequired: '请写明原因',
    yes: '是',
    no: '否',
    confirmed: (question) => `${question}（是 y，否 n）`,
    yesOrNo: '请输入 是 或 否（y 或 n）',
    goOn: '仍要保存吗？',
    changeFirst: '改一改',
    removeWhich: (headline) => `删除“${headline}”？`,
    editorOpen: (sign) => `台账好像正在别的程序里打开着（旁边有 ${sign}），仍要写入吗？`,
    withHint: (label, hint) => `${label}（${hint}）`,
    required: (label) => `“${label}”必须填写`,
    notListed: (text) => `名册中没有“${text}”，请改正`,
    asTyped: (text) => `${text}（名册中没有，按输入登记）`,
    leaveEmpty: '（不填）',
    keys: { navigate: '选择', select: '确定', some: '空格 选中或取消  上下键 选择  回车 确定' },
  },
  saved: {
    waiting: '文件正被其他程序占用，请稍候……',
    added: (date, headline, reference) =>
      `已保存：${date}${headline}${reference === undefined ? '' : `（编号 ${reference}）`}。`,
    edited: (headline, fields) => `已修改：${headline}（${list(fields)}）。`,
    removed: (headline, restore) => `已删除：${headline}。要恢复：${restore}`,
    restored: (headline) => `已恢复：${headline}。`,
    reported: (headline, date) => `已登记：${headline}，${date}报告联系领导。`,
    unchanged: '内容没有变化，没有保存。',
    already: '这条登记已经有了，没有重复登记。',
    dry: (text) => `演示，没有写入。正式运行时：${text}`,
    quota: (row, quarter, current) => {
      const when = current ? '本季' : official.quarter(quarter);
      const tail = row.missing > 0 ? `尚差${String(row.missing)}次` : '已达标';
      return `${when}已走访${String(row.done)}次，${tail}。`;
    },
    limit: (what, due, today) => `下一步：${what}，最迟${day(due, today)}。`,
    nextReport: (command) => `下一步：报告联系领导后登记报告日期（${command}）。`,
  },
  entries: {
    count: (shown, total) =>
      shown === total ? `共${String(total)}条` : `显示${String(shown)}条，共${String(total)}条`,
    none: '没有符合条件的登记。',
    id: '编号',
    judge: '联系法官',
    history: '修改记录',
    removed: '已删除',
    op: {
      add: '登记',
      edit: '修改',
      remove: '删除',
      restore: '恢复',
      undo: '撤销',
      redo: '重做',
      merge: '合并',
      redact: '依法删除内容',
    },
    historyLine: (rev, at, op, why) => `第${String(rev)}版 ${at} ${op}${why === undefined ? '' : `：${why}`}`,
    change: (label, from, to) => `${label}：${from} → ${to}`,
    nothing: '（空）',
  },
  steps: {
    heads: { step: '步骤', at: '时间', what: '做了什么', entries: '条数', about: '登记' },
    back: (direction, step) => `${direction === 'undo' ? '撤销' : '重做'}第${String(step)}步`,
    isUndone: '（已撤销）',
    first: (headline, count) => `${headline}等${String(count)}条`,
    preview: (direction, step, at, op) =>
      `${direction === 'undo' ? '撤销' : '重做'}第${String(step)}步（${at} ${op}）：`,
    takenOut: (reason) => `删除（${reason}）`,
    putBack: '恢复，重新计入',
    ask: (direction, entries) =>
      `${direction === 'undo' ? '撤销' : '重做'}这一步（${String(entries)}条登记）？`,
    done: (direction, step, op, about, reverse) =>
      `已${direction === 'undo' ? '撤销' : '重做'}第${String(step)}步：${op}${about}。${direction === 'undo' ? '要重做' : '要再撤销'}：${reverse}`,
    none: '还没有修改记录。',
    next: (step, command) => `撤销第${String(step)}步：${command}`,
  },
  merge: {
    plan: ({ added, newer, older, same }) =>
      `对方台账：新增${String(added)}条，较新${String(newer)}条，比本机旧${String(older)}条，相同${String(same)}条。`,
    resolved: (conflicts, prefer) =>
      `两边都改过${String(conflicts)}条：以${prefer === 'mine' ? '本机' : '对方'}为准，另一边的内容留在修改记录里。`,
    goOn: '确定合并吗？',
    erased: (commands) =>
      `对方台账依法删除过${String(commands.length)}项内容，本机备份里还有。请逐项运行（加 --reason 写明原因）：\n${commands.map((command) => `  ${command}`).join('\n')}`,
    done: (changed) => `已合并：新增或更新${String(changed)}条，作为一步保存。`,
    nothing: '对方台账没有本机所缺的内容。',
  },
  submit: {
    heading: (quarter, attempt, asOf) =>
      `报送${official.quarter(quarter)}台账、报表（第${String(attempt)}次，截至${day(asOf)}）`,
    quota: (town, verdict) => `  ${town}走访：${verdict}`,
    unreported: (entries) => `  尚未登记报告联系领导：${String(entries)}条`,
    problems: (text) => `  工作中遇到的问题及建议：${text}`,
    findings: (count) => `  核对事项${String(count)}项，见下。`,
    ask: (attempt) => `确定生成第${String(attempt)}次报送件吗？`,
    done: (attempt, entries, code) =>
      `已生成第${String(attempt)}次报送件：共${String(entries)}条，核对码 ${code}。`,
    same: (attempt, code) => `与第${String(attempt)}次报送内容相同，没有重新生成。核对码 ${code}。`,
    supplement: (quarter, attempt, entries, code) =>
      `先补报${official.quarter(quarter)}：第${String(attempt)}次报送件，共${String(entries)}条，核对码 ${code}，请一并报送。`,
    files: (file, copy) =>
      `文件：${file}（传不了 .json 的，用同一文件夹里的 ${copy.split('/').at(-1) ?? ''}）`,
    cover: (files) => `报送单：${files.join('、')}，请打印签名，随报送件交立案庭。`,
    due: (on, left) =>
      left < 0
        ? `报送期限为${day(on)}，超期${String(-left)}天，请尽快把文件报立案庭。`
        : `请于${day(on)}前把文件报立案庭，${left === 0 ? '今天是最后一天' : `还有${String(left)}天`}。`,
  },
  receive: {
    line: (file, about, verdict) =>
      about === undefined ? `${file}：${verdict}` : `${about}：${verdict}（${file}）`,
    about: (judge, quarter, attempt, code) =>
      `${judge} ${official.quarter(quarter)} 第${String(attempt)}次 核对码 ${code}`,
    verdicts: VERDICTS,
    summary: (counts) =>
      `共${String(counts.reduce((sum, [, count]) => sum + count, 0))}个文件：${counts
        .map(([verdict, count]) => `${VERDICTS[verdict].split('，')[0] ?? ''}${String(count)}`)
        .join('，')}。`,
    record: '立案庭收件记录，已登记收件日',
    nothing: '没有找到任何文件。',
    receipts: (folder, files) => `回执${String(files)}份，在 ${folder}。`,
    choose: (judge, codes) =>
      `${judge} 同次报送有几份且不一致，请核实后运行：${codes.map((code) => `ledger receive --accept ${code}`).join(' 或 ')}`,
    askAccept: (judge, quarter, attempt, others) =>
      `以${judge}${official.quarter(quarter)}第${String(attempt)}次的这一份为准，其余${String(others)}份不计入。确定吗？`,
    askReturn: (judge, quarter, attempt) =>
      `退回${judge}${official.quarter(quarter)}第${String(attempt)}次报送，不计入汇总。确定吗？`,
    accepted: (judge, quarter, attempt) =>
      `已登记：${judge}${official.quarter(quarter)}以第${String(attempt)}次的这一份为准。`,
    returned: (judge, quarter, attempt) =>
      `已退回${judge}${official.quarter(quarter)}第${String(attempt)}次报送。`,
    notice: (file) => `退回通知：${file}，请交联系法官。`,
    next: (quarter) => `下一步：ledger status --quarter ${quarter} 查看报送情况。`,
  },
  status: {
    title: (quarter, due) => `${official.quarter(quarter)}台账、报表报送情况（报送期限：${day(due)}）`,
    heads: {
      judge: '联系法官',
      towns: '挂点镇',
      state: '状态',
      attempt: '次数',
      received: '收件日',
      late: '逾期',
      entries: '条数',
      code: '核对码',
    },
    states: {
      missing: '未报',
      draft: '未报（有台账）',
      submitted: '已报',
      returned: '已退回',
      conflict: '待确认',
    },
    by: { filing: '（立案庭）', office: '（按研究室收件日计）' },
    joined: '、',
    none: '名册中本季没有联系法官。',
    attempt: (attempt) => `第${String(attempt)}次`,
    late: (days) => `逾期${String(days)}天`,
    counts: ({ owing, submitted, returned, conflict, missing }) => {
      const some = (word: string, names: readonly string[], isNamed: boolean): string =>
        names.length === 0
          ? ''
          : `，${word}${String(names.length)}人${isNamed ? `：${names.join('、')}` : `（${names.join('、')}）`}`;
      return `应报${String(owing)}人，已报${String(submitted)}人${some('退回', returned, false)}${some('待确认', conflict, false)}${some('未报', missing, true)}。`;
    },
    judge: (name, towns) => (towns.length === 0 ? name : `${name}（${towns.join('、')}）`),
    callUp: ({ quarter, asOf, due, names }) =>
      `催报：截至${day(asOf)}，尚未报送${official.quarter(quarter)}台账、报表的联系法官：${names.join('、')}。${
        asOf > due ? `报送期限${day(due)}已过，请尽快报立案庭。` : `请于${day(due)}前报立案庭。`
      }`,
  },
  appraise: {
    heads: {
      judge: '联系法官',
      quarter: '季度',
      visits: '走访',
      state: '报送',
      late: '逾期',
      reports: '走访报告领导',
      overdue: '超期未办',
      entries: '登记',
    },
    unreported: '未报',
    reports: ({ inTime, late, open }) => `及时${String(inTime)} 逾期${String(late)} 未报告${String(open)}`,
    facts: '只列事实，供考核参考（实施细则三（四））；走访为本人计入的次数/要求的次数。',
  },
  redact: {
    field: '要删除内容的项目',
    ask: (label, headline) =>
      `将删除“${headline}”的“${label}”，修改记录和全部备份中的也一并删除，不能撤销。确定吗？`,
    done: (label, headline, backups) =>
      `已依法删除“${headline}”的“${label}”，并处理了${String(backups)}份备份。`,
    also: '已生成的工作簿、已报送的文件和别处的副本不在处理之列，请另行处理。',
    elsewhere: (places) =>
      `删去的内容还出现在别处，未作改动：${few(places)}。也要删除的，请逐项再运行 redact。`,
    still: (files) => `以下文件可能仍含有该内容，未作改动：${files.join('、')}`,
  },
  search: { heads: { kind: '台账', day: '日期', headline: '事项', found: '见于' } },
  quota: {
    title: (quarter, from, to) => `${official.quarter(quarter)}走访次数（${official.period(from, to)}）`,
    heads: {
      town: '挂点镇',
      judges: '联系法官',
      done: '已走访',
      required: '应走访',
      missing: '尚差',
      talks: '座谈',
      verdict: '核对结果',
    },
    verdict: (row, asOf) => official.verdict(row, asOf),
    unreported: '未报',
    summary: (met, all, daysLeft) =>
      `${String(all)}个中${String(met)}个已达标${daysLeft > 0 ? `，距季末${String(daysLeft)}天` : ''}。`,
    none: '名册中没有可列的镇。',
  },
  agenda: {
    title: (name, today) =>
      `${name ?? '全部联系法官'}的待办和期限（今天${day(today)} ${weekdayName(today)}）`,
    day: (date, today) => {
      const year = partsOf(date).year === partsOf(today).year ? '' : `${String(partsOf(date).year)}年`;
      return `${year}${day(date)} ${weekdayName(date)}`;
    },
    left: (days) => (days < 0 ? `超期${String(-days)}天` : days === 0 ? '今天' : `还有${String(days)}天`),
    groups: {
      overdue: (count) => `已超期${String(count)}项`,
      today: (count) => `今天到期${String(count)}项`,
      within: (days, count) => `${String(days)}日内到期${String(count)}项`,
      warned: (count) => `已到预警日${String(count)}项`,
    },
    entry: (what, reference) => `${what}（${reference}）`,
    judges: (count) => `${String(count)}人`,
    note: (note) => `注：${note}`,
    missing: (row) => `还差${String(row.missing)}次走访${row.town === null ? '' : `：${row.town}`}`,
    handIn: (quarter) => `报送${official.quarter(quarter)}台账、报表`,
    supplement: (quarter, entries) =>
      `补报${official.quarter(quarter)}报送后登记、修改的${String(entries)}条（submit）`,
    basis: { quota: '实施细则二（二）2：每季不少于3次', submission: '实施细则三（二）' },
    fromBasis: (basis) => `依据：${basis}`,
    unusual: ({ day: date, sort, workedUpTo }, act) => {
      const what = `${day(date)}为${weekdayName(date)}`;
      if (sort === 'make-up') return `${what}，调休上班`;
      const off = sort === 'holiday' ? `${what}，放假` : what;
      if (act === undefined) return off;
      return `${off}，请于${day(workedUpTo)}前${act === 'handIn' ? '报送' : '办好'}`;
    },
    moved: ({ on, movedFrom }) =>
      movedFrom === undefined
        ? ''
        : `${day(movedFrom.day)}为${weekdayName(movedFrom.day)}${movedFrom.sort === 'holiday' ? '，放假' : ''}，按名册规则${on < movedFrom.day ? '提前' : '顺延'}至${day(on)}`,
    shared: official.notes.shared,
    notes: (notes) => notes.join('；'),
    none: (days) => `没有超期的，${days === 0 ? '今天也没有到期的' : `${String(days)}日内也没有到期的`}。`,
    count: (count, overdue) =>
      `共${String(count)}项${overdue === 0 ? '' : `，其中已超期${String(overdue)}项`}。`,
    next: (command) => `办好一项登记一项，如第一项（${command}）`,
    one: '只看一位联系法官的，加 --judge。',
    made: (path, count) => `已生成日历文件：${path}（${String(count)}项，可导入手机或电脑的日历）。`,
    notMade: '没有待办，没有生成日历文件。',
    limits: '期限',
    done: '已办',
    open: (left) => `未办，${left}`,
  },
  roster: {
    heads: {
      town: '镇',
      leaders: '联系领导',
      posted: '挂点法官',
      liaisons: '联系法官',
      villages: '村（社区）数',
      circuitPoint: '巡回审判点挂牌',
    },
    served: (name, from, to) => official.served(name, from, to),
    title: (court, quarter) => `${court}挂点名册（${official.quarter(quarter)}）`,
    summary: (towns, liaisons, points) =>
      `${String(towns)}个镇，联系法官${String(liaisons)}人，巡回审判点覆盖 ${String(points)}/${String(towns)}。`,
  },
  import: {
    read: (file) => `已读 ${file}：`,
    result: (added, skipped, refused) =>
      `导入${String(added)}条${skipped > 0 ? `，台账里已有的${String(skipped)}条没有重复导入` : ''}${refused > 0 ? `，有错误的${String(refused)}条没有导入` : ''}。`,
    year: (days, year, from) =>
      `没有写年份的日期${String(days)}处，按${String(year)}年（${{ option: '--year', title: '工作表标题', sheet: '工作表名', file: '文件名' }[from]}）。`,
    leftOut: ({ rows, columns, sheets }) =>
      `没有导入的还有：${list([
        ...(rows > 0 ? [`合计、签名、说明等${String(rows)}行`] : []),
        ...(columns > 0 ? [`不认识的${String(columns)}列`] : []),
        ...(sheets > 0 ? [`不是台账的${String(sheets)}张表`] : []),
      ])}。`,
    marked: (paths) => `错误已标红并逐项列出：${list(paths)}。`,
    list: {
      name: '问题清单',
      title: (file) => `${file} 的问题清单`,
      heads: ['序号', '工作表', '单元格', '内容', '问题', '应如何改'],
    },
    next: (kind) => `下一步：核对导入的内容，如 ledger ${kind} list。`,
    nextDry: '下一步：核对无误后，去掉 --dry-run 再运行一次。',
    nothing: (errors) => `有${String(errors)}处错误，什么都没有写入。`,
    again: (skip) => `请改正后再导入一次${skip ? '；只导入没有错误的行，加 --skip-errors' : ''}。`,
    whichField: (sheet, head, samples) =>
      `工作表“${sheet}”里的“${head}”这一列${samples.length > 0 ? `（如${list(samples.map((sample) => `“${sample}”`))}）` : ''}是哪一项？`,
    likely: (field) => `${field}（很可能是这一项）`,
    notNow: '（这次不导入，下次再问）',
    leaveOut: '（不导入这一列，以后也不再问）',
    learnt: (file, heads) =>
      `已记在 ${file}，下次不再问：${list(heads.map(({ head, line, field }) => `“${head}”${field === undefined ? '不导入' : `是${field}`}（第${String(line)}行）`))}。选错了的，改那一行，或删去文件再问一次。`,
  },
  backup: {
    current: (name, state) =>
      state === 'missing'
        ? `${name}的台账不见了。`
        : state === 'damaged'
          ? `${name}的台账打不开。`
          : `${name}的台账现在是第${String(state.seq)}个版本，有登记${String(state.entries)}条。`,
    heads: {
      seq: '版本',
      day: '存入日',
      changed: '最后改动',
      entries: '登记',
      bytes: '字节',
      state: '状态',
    },
    states: { sound: '完好', damaged: '已损坏', lastOfDay: '当日最后', submitted: '报送' },
    none: '还没有备份：第二次保存时才有第一份。',
    next: (reference, judge) => `取回：ledger backup restore ${reference} --judge ${judge}`,
    nothingSound: (state) => (state === 'missing' ? '现在没有台账文件。' : '现在的台账文件打不开。'),
    differences: {
      added: (ids) => `取回后多出${String(ids.length)}条：${few(ids)}`,
      removed: (ids) => `取回后没有${String(ids.length)}条：${few(ids)}`,
      changed: (ids) => `取回后变回原样${String(ids.length)}条：${few(ids)}`,
    },
    ask: (seq) => `取回第${String(seq)}个版本吗？`,
    same: '与现在的台账没有差别，没有写入。',
    lost: (seq) =>
      `注意：最后保存的第${String(seq)}个版本没有备份，那一步的内容不在其中。请核对最近的登记，缺的请重新登记。`,
    restored: (from, to) => `已取回第${String(from)}个版本，存为第${String(to)}个版本。`,
    kept: (path) => `原来打不开的文件留在 ${path}。`,
  },
  unlock: {
    none: '没有占用标记，不需要解除。',
    found: (file) => `占用标记 ${file}`,
    holder: ({ command, host, pid, startedAt, here, alive }) =>
      `  命令 ledger ${command}，电脑 ${host}${here ? '（本机）' : '（不是本机）'}，进程${String(pid)}${here ? (alive ? '（仍在运行，或号码已被别的程序用了）' : '（已不在运行）') : ''}，${startedAt} 开始`,
    unreadable: (text) => `  标记读不出来：${text === '' ? '是空的' : text}`,
    ask: '确定没有别人正在保存，解除占用吗？',
    removed: (file) => `已解除占用：${file}。`,
  },
  repair: {
    none: '文件都是 UTF-8 编码，不需要转换。',
    ledger: (file, entries, name) => `${file}：${name}的台账，有登记${String(entries)}条`,
    roster: (file, towns, judges) => `${file}：挂点名册，有${String(towns)}个镇、${String(judges)}位法官`,
    other: (file) => `${file}：可以读出`,
    ask: (encoding) => `按 ${encoding} 读出，改存为 UTF-8 吗？`,
    done: (file, kept) => `已改存为 UTF-8：${file}。原文件留在 ${kept}。`,
  },
  doctor: {
    states: { good: '正常', doubtful: '注意', bad: '错误', skipped: '未试' },
    subjects: {
      program: '程序',
      console: '屏幕显示',
      folder: '工作文件夹',
      saving: '保存试验',
      disk: '磁盘空间',
      clock: '时钟',
      roster: '挂点名册',
      templates: '表样',
      locks: '占用标记',
    },
    found: { console: (columns) => `宽${columns}列`, disk: (free) => `可用 ${free}` },
    more: (count, command) =>
      command === undefined ? `另有${String(count)}项。` : `另有${String(count)}项，见 ${command}。`,
    commands: { roster: 'ledger roster check', templates: 'ledger template check', locks: 'ledger check' },
  },
  check: { counts: (errors, warnings) => `错误${String(errors)}项，提醒${String(warnings)}项。` },
  consolidate: {
    merged: ({ quarter, year }, { submissions, ledgers }) => {
      const term = year === undefined ? official.quarter(quarter) : official.year(year);
      const read = [
        ...(submissions > 0 ? [`${String(submissions)}份报送件`] : []),
        ...(ledgers > 0 || submissions === 0 ? [`${String(ledgers)}份台账`] : []),
      ];
      return `${term}：已汇总${read.join('、')}，`;
    },
    totalsEnd: '。',
    noRows: '没有登记',
    total: (name, rows) => `${name}${String(rows)}条`,
    unreported: (names) => `未报：${list(names)}。`,
    unread: (files) => `读不了、没有纳入：${list(files)}。`,
    shortTown: (town, done) => `${town}（${String(done)}次）`,
    short: (towns, asOf, over) => `${over ? '走访未达标' : `截至${day(asOf)}走访尚未达标`}：${list(towns)}。`,
    allMet: '走访全部达标。',
    findings: (count, year) =>
      `数据核对事项${String(count)}项，见${year === undefined ? '季度' : '年度'}汇总表的“数据核对清单”。`,
    workbooks: (dryRun) => (dryRun ? '演示，没有写入。正式运行时生成：' : '已生成工作簿：'),
  },
  masking: {
    sorts: {
      name: '姓名',
      identity: '身份证号',
      phone: '电话号码',
      'bank-card': '银行卡号',
      plate: '车牌号',
      certificate: '证照号码',
      contact: '单位、联系方式',
      number: '其他号码',
      address: '村以下地址',
      place: '村（社区）、地点',
    },
    counted: (sort, count) => `${sort}${String(count)}处`,
    heading: (edition, texts) =>
      `${EDITION_NAMES[edition]}写入前请核对以下${String(texts)}处文字（已按脱敏后显示），看有没有漏掉的姓名、称呼、地址：`,
    item: ({ number, ledger, entry, judge, field, hidden, isDoubtful, isUnread }) =>
      [
        `${String(number)}. ${ledger} ${entry}（${judge}）${field}`,
        ...(hidden.length > 0 ? [`已隐去：${list(hidden)}`] : []),
        ...(isDoubtful ? ['【疑似还有姓名】'] : []),
        ...(isUnread ? ['此栏未能辨认，已隐去；栏内的姓名在别处可能还有'] : []),
      ].join('　'),
    doubtful: (count) => `标有【疑似还有姓名】的${String(count)}处，请先看。`,
    further: (count) => `……其余${String(count)}处见核对清单。`,
    unchanged: (count) => `另有${String(count)}处没有改动，见核对清单。`,
    hiddenAll: (counts) =>
      counts.length > 0 ? `全部内容共隐去：${list(counts)}。` : '没有发现需要隐去的内容。',
    ask: (edition) => `以上文字是否已核对？核对后写入${EDITION_NAMES[edition]}`,
    answers: {
      all: '已核对，写入',
      list: '先只写核对清单，回头再写',
      none: '不写入',
    },
    made: (edition) => `${EDITION_NAMES[edition]}，流转前须人工核对。`,
    listAt: (path, texts, dryRun) =>
      `${dryRun ? '演示，没有写入。正式运行时生成核对清单' : '请对照核对清单'}（${String(texts)}处文字，含个人信息，不得流转）：\n  ${path}`,
    listOnly: (path) =>
      `只写了核对清单（含个人信息，不得流转）：\n  ${path}\n下一步：核对后再运行一次，选“已核对，写入”，或加 -y。`,
    fileNotice: '内部资料　注意保管　　含个人信息，核对后销毁，不得随脱敏版流转',
    fileTitle: (term, edition, texts) => `${term}汇总台账（${edition}）文字核对清单，共${String(texts)}处`,
    fileHint:
      '程序只认得登记在人员栏和名册里的姓名，以及常见号码和地址的写法。请逐处看“脱敏后”一行，有遗漏的，在台账里改写后重新生成。',
    before: (text) => `   原文：${text}`,
    after: (text) => `   脱敏后：${text}`,
  },
  report: {
    heading: (quarter, asOf) => `${official.quarter(quarter)}（截至${day(asOf)}）：`,
    judge: (name) => `  ${name}：`,
    next: '下一步：打印签名，报联系领导审核后送立案庭。',
  },
  export: {
    personal: '注意：导出的是未脱敏的完整内容，含个人信息，请妥善保管，不要外传。',
    written: (files) =>
      ['已导出：', ...files.map(({ path, entries }) => `  ${path}（${String(entries)}条）`)].join('\n'),
  },
  form: {
    made: (path, sheets) =>
      `已生成空白填报表：${path}（${String(sheets)}张表）。用 Excel 或 WPS 打开填写，带 * 的必填。`,
  },
  bulletin: {
    drafted: (quarter, runsOn, dryRun) => {
      const until = runsOn === undefined ? '' : `（数据截至${day(runsOn)}，季度尚未结束）`;
      return `${dryRun ? '演示，没有写入。正式运行时起草' : '已起草'}${official.quarter(quarter)}情况通报${until}：`;
    },
    next: '下一步：在 Word 或 WPS 里写“四、典型做法”“六、下步工作”，补文号和成文日期，人工核对后再送审。',
  },
  template: {
    exported: (paths) => `已导出：${list(paths)}。改好后放在工作文件夹的 templates 里，下次汇总就用它。`,
    heads: { file: '表样', from: '来源', purpose: '用途' },
    from: { 'built-in': '内置', workspace: '本单位' },
    purpose: {
      ledgers: '季度汇总的各类台账',
      summary: '季度汇总表：按镇、按纠纷类型、达标核对等',
      'year-ledgers': '年度汇总的各类台账',
      'judge-ledgers': '联系法官本人的台账，签名报送',
      'judge-report': '联系法官本人的报表，签名报送',
      cover: '报送单，打印签名后随报送件交立案庭',
      receipt: '报送回执，签收后交联系法官',
      appraisal: '考核参考数据，只列事实',
      'year-summary': '年度汇总表：按镇、按纠纷类型、达标核对等',
      bulletin: '情况通报（Word）',
    },
    singles: (file) => `${file}：单个值`,
    list: (name, others) => `清单“${name}”（写在明细行里），清单名也可写作${list(others)}`,
    fieldHeads: { mark: '占位名', other: '也可写作' },
  },
  init: {
    what: '要建立哪种工作文件夹？',
    choices: {
      judge: '联系法官用（登记自己的台账）',
      office: '研究室用（汇总各人的台账）',
      sample: '先用样例试一试',
    },
    rosterFile: '挂点名册文件（roster.json，向研究室索取）的位置',
    place: '放在哪个文件夹？',
    made: (path) => `已建立工作文件夹：${path}`,
    next: (what, home) => {
      const where = home === undefined ? '' : ` --home ${home}`;
      return {
        judge: `下一步：ledger visit add${where}`,
        office: `下一步：用 ledger receive 接收各人的报送件（或把台账放进 ledgers 文件夹），再运行 ledger consolidate --quarter 上季度${where}`,
        sample: `下一步：ledger consolidate --quarter 2024Q3${where}`,
      }[what];
    },
  },
  help: {
    usage: '用法',
    options: '选项',
    globals: '通用选项（写在命令前后都可以）',
    examples: '例子',
    groups: {
      record: '登记台账',
      remind: '提醒与查询',
      report: '报表与报送',
      office: '汇总与通报',
      upkeep: '维护',
    },
    verbs: 'add 登记  list 列出  show 查看  edit 修改  remove 删除  restore 恢复  report 已报告领导',
    topics: '使用说明的主题（ledger help 主题）：',
    intro: [
      '法官进综治中心工作台账',
      '',
      '  ledger visit add                     登记一次走访',
      '  ledger consolidate --quarter 上季度  季度汇总',
    ].join('\n'),
    more: '每个命令的用法：ledger 命令 --help；使用说明：ledger help',
  },
};

const UNMOVABLE: Readonly<Record<UnmovablePart, string>> = {
  chart: '把明细行横着当作一个系列的图表',
  table: '“表格”（套用表格格式）的表头或汇总行',
  tableHeads: '“表格”（套用表格格式）表头里的占位名',
  queryTable: '由外部数据查询填写的区域',
  pivotTable: '数据透视表的区域',
  control: 'ActiveX 控件',
  arrayFormula: '跨过明细行的数组公式',
  dataTable: '跨过明细行的模拟运算表',
  reference3D: '跨多张工作表、各表加行不同的引用',
};
