import { code, day, grouped, long, short } from './column.ts';
import type { SheetPlan } from './official-sheet.ts';

const number = short('序号', 6);
const visit = (time: number) => grouped(`第${String(time)}次`, [day('日期'), short('地点', 11)]);

/** The sheet that sets every town's visits against the three that the rules ask for in a quarter (二(二)2). */
const visitQuota: SheetPlan = {
  name: '走访达标核对',
  title: '走访达标核对表',
  list: '走访达标核对',
  columns: [
    number,
    short('镇', 8),
    short('挂点法官', 9.4),
    short('联系法官', 9.4),
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
    { columns: 1, sum: true },
    { columns: 1, text: '{达标镇数}' },
    { columns: 1 },
  ],
  notes: ['{未报说明}', '注：{走访口径}'],
};

/** The sheet that says whose ledgers the office has, and in what state. */
const submissions: SheetPlan = {
  name: '报送情况',
  title: '台账、报表报送情况表',
  list: '报送情况',
  columns: [
    number,
    short('联系法官', 14),
    short('挂点镇', 19),
    short('报送状态', 18),
    short('数据来源', 18),
    short('走访座谈（条）', 21),
    long('备注', 30),
  ],
  total: [
    { columns: 2, text: '合计' },
    { columns: 3, text: '{报送说明}' },
    { columns: 1, sum: true },
    { columns: 1 },
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

/** The sheets of 季度汇总表, in their order. */
export const quarterSummarySheets: readonly SheetPlan[] = [visitQuota, submissions, findings];
