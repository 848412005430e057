import { code, count, day, grouped, long, short, summed, type Column } from './column.ts';
import type { Compared } from './compared-rows.ts';
import { KINDS } from '../src/domain/kinds/kinds.ts';
import type { SheetPlan } from './official-sheet.ts';
import { contactTable, townSheet, trialTable } from './town-tables.ts';
import { typeSheet } from './type-sheet.ts';

const number = short('序号', 6);
const people = [short('镇', 8), short('挂点法官', 9.4), short('联系法官', 9.4)];
const visit = (time: number) => grouped(`第${String(time)}次`, [day('日期'), short('地点', 11)]);
const quotaNotes = ['{未报说明}', '注：{走访口径}'];
const allQuarters = '合计中的达标镇数，为各季度均达标的镇数。';

/** The sheet that sets every town's visits against the three that the rules ask for in a quarter (二(二)2). */
const visitQuota: SheetPlan = {
  name: '走访达标核对',
  title: '走访达标核对表',
  list: '走访达标核对',
  columns: [
    number,
    ...people,
    ...visit(1),
    ...visit(2),
    ...visit(3),
    short('合计', 6),
    short('核对结果', 18.4),
    long('说明', 20),
  ],
  total: [
    { columns: 4, text: '合计' },
    { columns: 6 },
    { columns: 1, sum: 'all' },
    { columns: 1, text: '{达标镇数}' },
    { columns: 1 },
  ],
  notes: quotaNotes,
};

/** The same over a year: how many visits in each quarter. */
const visitQuotaOfYear: SheetPlan = {
  name: visitQuota.name,
  title: visitQuota.title,
  list: visitQuota.list,
  columns: [
    number,
    short('镇', 10),
    short('挂点法官', 12),
    short('联系法官', 16),
    ...grouped(
      '走访次数',
      ['第一季度', '第二季度', '第三季度', '第四季度'].map((head) => count(head, 10)),
    ),
    short('合计', 8),
    short('达标季度数', 12),
    long('说明', 24),
  ],
  below: ({ detail, letter }) => [
    {
      height: 26,
      cells: [
        { columns: 4, content: '合计' },
        ...[5, 6, 7, 8, 9].map((column) => {
          const range = `${letter(column)}${String(detail)}:${letter(column)}${String(detail)}`;
          // A quarter before the programme, or still to come, has no visits, which is not 0 of them.
          return {
            columns: 1,
            content: { formula: `IF(COUNT(${range})=0,"—",SUM(${range}))` },
            format: '0',
          };
        }),
        { columns: 1, content: '{达标镇数}' },
        { columns: 1, content: null },
      ],
    },
  ],
  notes: [...quotaNotes, allQuarters],
};

/** The sheet of the departments that the towns' matters were passed on to (三(三)2). */
const departments: SheetPlan = {
  name: '联系事项按部门',
  title: '联系事项按部门汇总表',
  list: '联系事项按部门',
  columns: [
    // As wide as the first of the signatures below it.
    short('序号', 13.8),
    short('部门', 30),
    ...['旧存', '转达', '办结', '未结', '其中超期'].map((head) => summed(count(head, 12))),
    { ...short('平均办理天数', 18), format: '0.0' },
  ],
  below: ({ detail }) => [
    {
      height: 26,
      cells: [
        { columns: 2, content: '合计' },
        ...Array.from({ length: 5 }, () => ({
          columns: 1,
          content: { sumOfRow: detail },
          format: '0',
        })),
        { columns: 1, content: '{联系事项按部门合计.平均办理天数}', format: '0.0' },
      ],
    },
  ],
  notes: [
    ({ detail, letter }) => {
      const sum = (...columns: readonly number[]) =>
        `SUM(${columns.map((one) => `${letter(one)}${String(detail)}:${letter(one)}${String(detail)}`).join(',')})`;
      return [
        { formula: `"注：旧存＋转达＝办结＋未结　"&IF(${sum(3, 4)}=${sum(5, 6)},"相符","不符，请核对")` },
      ];
    },
    '超期为截至数据截至日已过办理时限仍未反馈的，和过了时限才反馈的；平均办理天数为本期办结事项自接收至反馈的平均天数。',
    '{未报说明}',
  ],
};

const counts: readonly Column[] = grouped('登记数（条）', [
  ...KINDS.map(({ name }) => summed(count(name.zh, 7.4))),
  summed(count('合计', 6.4)),
]);

/** The sheet that says whose ledgers the office has, and in what state. */
const submissions: SheetPlan = {
  name: '报送情况',
  title: '台账、报表报送情况表',
  list: '报送情况',
  columns: [
    short('序号', 4.8),
    short('联系法官', 7.4),
    short('挂点镇', 13),
    short('报送状态', 12),
    short('数据来源', 8),
    day('收件日'),
    ...counts,
    long('备注', 10),
  ],
  total: [
    { columns: 2, text: '合计' },
    { columns: 4, text: '{报送说明}' },
    ...counts.map(() => ({ columns: 1, sum: 'all' }) as const),
    { columns: 1 },
  ],
};

const changed: readonly Column[] = [
  number,
  short('联系法官', 10),
  short('所属季度', 16),
  short('镇', 10),
  short('台账', 16),
  code('登记编号', 24),
  day('日期'),
  short('情况', 11),
  long('修改项目', 36),
];

/** The sheet of what was handed in for the quarter before since it was first handed in. */
const supplements: SheetPlan = {
  name: '上季补报',
  title: '上季度补报情况表',
  list: '上季补报',
  columns: changed,
  notes: ['上季度的补报已计入本年累计和上季度对比数，不计入本季度。'],
};

/** The sheet of what later submissions tell otherwise than earlier ones. */
const changes: SheetPlan = {
  name: '报送后修改',
  title: '报送后修改情况表',
  list: '报送后修改',
  columns: changed,
};

/** The sheet of the problems that judges met at work. */
const problems: SheetPlan = {
  name: '工作问题及建议',
  title: '工作中遇到的问题及建议汇总表',
  list: '工作问题及建议',
  columns: [
    // As wide as the signatures below them.
    short('序号', 13.8),
    short('联系法官', 14),
    short('挂点镇', 30),
    long('工作中遇到的问题及建议', 60),
    long('办理意见', 22),
  ],
};

/** The sheet of what the program found questionable in the data, for a person to decide. */
const findings: SheetPlan = {
  name: '数据核对清单',
  title: '数据核对清单',
  list: '数据核对清单',
  columns: [
    number,
    short('级别', 9.2),
    code('代码', 16),
    short('联系法官', 9.4),
    code('登记编号', 15),
    long('位置', 16),
    long('核对事项', 31),
    long('处理建议', 25),
  ],
};

const ofQuarter: readonly Compared[] = [
  { name: '上季度', change: '环比' },
  { name: '上年同期', change: '同比' },
  { name: '本年累计' },
];

/** The sheets of 季度汇总表, in their order. */
export const quarterSummarySheets: readonly SheetPlan[] = [
  ...townSheets(ofQuarter, []),
  typeSheet('环比增减'),
  visitQuota,
  departments,
  submissions,
  supplements,
  changes,
  problems,
  findings,
];

/** The sheets of 年度汇总表, in their order: a year is set against the one before. */
export const yearSummarySheets: readonly SheetPlan[] = [
  ...townSheets([{ name: '上年', change: '同比' }], [allQuarters]),
  typeSheet('同比增减'),
  visitQuotaOfYear,
  departments,
  submissions,
  findings,
].map((plan) => ({ ...plan, term: '年度' }));

function townSheets(compared: readonly Compared[], visitNotes: readonly string[]): readonly SheetPlan[] {
  return [
    townSheet(
      contactTable,
      {
        name: '表一 走访联络',
        title: '走访联络情况汇总表（表一）',
        notes: visitNotes,
      },
      compared,
    ),
    townSheet(
      trialTable,
      {
        name: '表二 审判及诉调衔接',
        title: '审判及诉调衔接情况汇总表（表二）',
        notes: [],
      },
      compared,
    ),
  ];
}
