import { amount, code, count, day, long, short, summed, type Column } from './column.ts';
import { ledgerTotal } from './ledger-total.ts';
import type { Paper } from './official-page.ts';
import type { SheetPlan } from './official-sheet.ts';

const number = short('序号', 4.6);
const town = short('镇', 6);
const type = short('纠纷类型', 6);
const caseNumber = code('案号', 12);

/** What A3 leaves to spare goes to the 备注. */
const noteWidths: Readonly<Record<Paper, number>> = { A4: 5.8, A3: 12 };

/**
 * The sheets of the ledgers, in their order: for each its name without 台账 and what stands between 序号 and 联系法官. A new
 * ledger is a new line here. On A4 the widths add up to what prints at 9 points or more; the three that hold too many
 * columns for that are made for A3.
 */
export const ledgerSheets: readonly SheetPlan[] = [
  ledger('走访座谈', [
    day('日期'),
    short('挂点镇', 6.8),
    short('村（社区）', 8.6),
    short('方式', 4.6),
    long('走访（座谈）对象', 9.6),
    long('参加人员', 7.8),
    long('社情民意及矛盾纠纷情况', 28),
    long('通报涉诉纠纷情况', 12),
    long('处理（转办）情况', 12.6),
    day('报告联系领导日期'),
    long('联系领导意见', 8),
  ]),
  ledger('联系事项转达', [
    day('接收日期'),
    town,
    short('转达方向', 4.6),
    short('接收方式', 4.6),
    long('提出单位及联系人', 9.6),
    long('联系事项', 22),
    short('转达部门（单位）', 8),
    day('转达日期'),
    day('报告联系领导日期'),
    day('办理时限'),
    long('办理结果', 15.2),
    day('反馈日期'),
  ]),
  ledger('矛盾纠纷排查化解', [
    day('排查日期'),
    town,
    short('村（社区）', 8.6),
    type,
    long('当事人', 8.4),
    count('涉及人数', 4.6),
    long('简要案情', 18.4),
    long('责任单位（责任人）', 9.8),
    long('化解措施', 12),
    short('化解方式', 6),
    day('化解时限'),
    short('交办督办情况', 4.8),
    short('化解情况', 6),
    day('销号日期'),
  ]),
  ledger('巡回审判', [
    day('巡回审理日期'),
    town,
    long('巡回地点', 8),
    caseNumber,
    short('案由', 7.8),
    type,
    long('当事人', 8.8),
    short('承办部门', 6),
    short('承办法官', 6),
    short('适用程序', 6),
    long('协助调解人员', 8),
    summed(count('旁听人次', 6), 'counted'),
    short('是否就地调解', 4.6),
    short('结案方式', 6),
    day('结案日期'),
    long('回访情况', 9.4),
  ]),
  ledger('两代表一委员联络', [
    day('联系日期'),
    town,
    short('姓名', 6),
    short('身份', 7.8),
    short('级别', 4.6),
    long('所在单位', 8.6),
    code('联系方式', 11.2),
    long('对法院工作的意见建议', 20.4),
    short('提出渠道', 6),
    short('承办部门', 6),
    long('办理情况', 12),
    day('答复日期'),
    short('办理类别', 6),
    short('满意度', 6.2),
  ]),
  ledger(
    '指导人民调解',
    [
      short('指导来源', 8),
      day('申请日期', 11),
      short('镇', 6.8),
      short('申请单位', 10),
      short('纠纷类型', 8),
      long('当事人', 11),
      long('纠纷简要情况', 28),
      short('指导方式', 9.6),
      day('指导日期', 11),
      short('指导法官（法官助理）', 8),
      long('调解组织及调解员', 12),
      short('调解结果', 8),
      day('结束日期', 11),
      amount('涉及金额（元）'),
      short('是否申请司法确认', 8),
    ],
    'A3',
  ),
  ledger('法治宣传、法律咨询', [
    day('日期'),
    town,
    short('村（社区）', 8.6),
    long('地点', 9.4),
    short('活动形式', 8),
    long('主题', 14),
    long('主讲（参加）人员', 9.2),
    long('受众对象', 8.4),
    summed(count('受众人次', 6)),
    summed(count('发放资料（份）', 8)),
    summed(count('解答咨询（人次）', 8)),
    long('活动简要情况', 25.8),
  ]),
  ledger(
    '委派（委托）调解',
    [
      short('类别', 6.4),
      caseNumber,
      short('案件性质', 6),
      short('镇', 6.4),
      short('案由', 7.8),
      type,
      long('当事人', 11.4),
      amount('标的额（元）'),
      day('委派（委托）日期', 11.8),
      long('调解组织', 11),
      short('调解员', 6.2),
      day('材料签收（平台接受）日期'),
      day('期限届满日'),
      day('延期至'),
      short('调解结果', 6),
      day('结束日期'),
      short('后续处理', 8),
      short('经办人', 6.2),
    ],
    'A3',
  ),
  ledger(
    '司法确认',
    [
      code('案号', 13.6),
      short('镇', 6.8),
      long('调解组织', 13),
      short('调解员', 6.8),
      long('申请人', 12),
      short('纠纷类型', 8),
      short('文书类型', 6),
      day('协议生效日期', 11),
      day('申请期限届满日', 11),
      day('申请日期', 11),
      day('受理日期', 11),
      short('审查结果', 8),
      day('文书（办结）日期', 11),
      amount('涉及金额（元）'),
      long('履行情况', 14),
      short('审查法官', 6),
    ],
    'A3',
  ),
  ledger('指引网上立案及其他工作', [
    day('日期'),
    town,
    short('村（社区）', 9.8),
    short('事项类别', 9.6),
    long('服务对象', 11),
    long('事项内容', 28),
    short('情形', 7.8),
    short('立案情况', 6),
    caseNumber,
    long('办理情况', 19),
  ]),
];

function ledger(list: string, own: readonly Column[], paper: Paper = 'A4'): SheetPlan {
  const closing = [short('联系法官', 6), short('登记来源', 8), long('备注', noteWidths[paper])];
  const columns = [number, ...own, ...closing];
  return {
    name: `${list}台账`,
    title: `${list}台账`,
    list,
    columns,
    total: ledgerTotal(list, columns),
    paper,
  };
}
