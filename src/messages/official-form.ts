import type { FieldCondition } from '../domain/field-conditions.ts';
import type { BoxWords, FormWords } from '../domain/form-words.ts';
import type { Field } from '../domain/kinds/kind.ts';

/** The words of the blank forms. */
export const officialForm: FormWords = {
  confidential: '内部资料　注意保管',
  title: (court, ledger) => `${court}“法官进综治中心”${ledger}`,
  guidance: (hints) =>
    [
      '填写说明：每件一行，不合并单元格；带 * 的必填；镇、村（社区）和各选项从下拉列表中选；日期写成 2024-07-03；点中单元格可看这一栏的说明。',
      ...hints.map(({ head, hint }) => `${head}：${hint}。`),
    ].join(''),
  footer: (page, pages) => `— 第 ${page} 页 共 ${pages} 页 —`,
  lists: {
    sheet: '选项',
    towns: '镇',
    firstVillage: '起',
    villages: '个数',
    village: '村（社区）',
    judges: '联系法官',
  },
  yesOrNo: ['是', '否'],
  required: '必填。',
  requiredWhere: (conditions) => `${conditions}的，必填。`,
  onlyWhere: (conditions) => `${conditions}的，才填。`,
  conditions: (conditions) => conditions.map(condition).join('，且'),
  how,
  wrong,
  judge: '可不填；填的，写台账所属的联系法官姓名。',
  judgeWrong: {
    title: '名册里没有这位联系法官',
    text: '请从下拉列表中选。名册还没有更新、确实没错的，可以保留。',
  },
};

function condition(one: FieldCondition): string {
  const name = quoted((one.field.head ?? one.field.label).zh);
  if (one.is === 'given') return `${name}已填`;
  const values = one.values.map((value) => quoted(one.field.type.show(value, 'zh'))).join('或');
  return one.is === 'not' ? `${name}不是${values}` : `${name}为${values}`;
}

function quoted(text: string): string {
  return `“${text}”`;
}

function how({ type }: Field): string {
  const { offer, example } = type;
  switch (offer.type) {
    case 'day':
      return `写成 ${example.zh}${offer.ahead ? '' : '，不晚于今天'}。`;
    case 'choice':
      return '从下拉列表中选一项。';
    case 'several':
      return `可填一项或几项，几项的用顿号隔开，如“${offer.choices
        .slice(-2)
        .map(({ label }) => label.zh)
        .join('、')}”。`;
    case 'yes-no':
      return '选“是”或“否”。';
    case 'town':
      return '从下拉列表中选。';
    case 'village':
      return '先选镇，再从下拉列表中选；没有的可以直接填。';
    case 'line':
      return type.expects === 'amount'
        ? `单位：元，只填数字，如 ${example.zh}。`
        : `只填整数，如 ${example.zh}。`;
    case 'case-number':
      return `如：${example.zh}。`;
    case 'text':
      return `如：${example.zh}。${offer.long ? '换行按 Alt+Enter。' : ''}`;
  }
}

function wrong(field: Field): BoxWords {
  const { type } = field;
  const { offer, example } = type;
  switch (offer.type) {
    case 'day':
      return {
        title: '日期不对',
        text: offer.ahead
          ? `请写成 ${example.zh} 这样的日期，2000年以后。`
          : `请写成 ${example.zh} 这样的日期，2000年以后、不晚于今天。`,
      };
    case 'town':
      return { title: '名册里没有这个镇', text: '请从下拉列表中选。' };
    case 'village':
      return {
        title: '名册里没有这个村（社区）',
        text: '请先选镇，再从下拉列表中选。确实没错的，可以保留。',
      };
    case 'line':
      return type.expects === 'amount'
        ? { title: '金额不对', text: `请只填数字，单位为元，不小于0，如 ${example.zh}。` }
        : { title: '数字不对', text: `请只填整数，不小于0，如 ${example.zh}。` };
    case 'choice':
    case 'several':
    case 'yes-no':
    case 'case-number':
    case 'text':
      return { title: '不在选项里', text: '请从下拉列表中选一项。' };
  }
}
