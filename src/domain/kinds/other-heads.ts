import { dayKeys, type Field, type Kind } from './kind.ts';

/** 序号: a running number, which only counts the rows of a sheet. */
export const NUMBER_HEADS: readonly string[] = ['序号', '序', '编次', '行号', 'no', '№'];

/** 联系法官: whose entry it is. */
export const JUDGE_HEADS: readonly string[] = [
  '联系法官',
  '法官',
  '联系法官姓名',
  '填报人',
  '走访人',
  '走访法官',
  '登记人',
  '登记法官',
];

/** 编号: by which an entry is known. */
export const ID_HEADS: readonly string[] = ['编号', '登记编号'];

const TOWNS: readonly string[] = [
  ...[
    '镇',
    '乡镇',
    '镇（街）',
    '镇街',
    '镇（街道）',
    '所属镇',
    '所在镇',
    '挂点镇',
    '联系镇',
    '辖区镇',
    '镇别',
  ],
  '镇名',
];

const VILLAGES: readonly string[] = [
  ...['村', '村（社区）', '村居', '村（居）', '村（居）委会', '村委会', '社区', '行政村', '村名', '所在村'],
  '走访村（社区）',
];

/** The heads under which a column is surely this field: those that the tool itself writes, in either language. */
export function ownHeads({ key, label, head }: Field): readonly string[] {
  return [...(head ? [head.zh, head.en] : []), label.zh, label.en, key];
}

/** What every town, every village and every opening day is called. */
export function usualHeads(kind: Kind, field: Field): readonly string[] {
  const { offer } = field.type;
  if (offer.type === 'town') return TOWNS;
  if (offer.type === 'village') return VILLAGES;
  const isOpening = offer.type === 'day' && dayKeys(kind).includes(field.key);
  return isOpening ? ['日期', '时间', '登记日期', '登记时间', '工作日期', '工作时间'] : [];
}

/** What clerks call a field's column beside that: what its definition says, 时间 for 日期, and 人数 for 人次. */
export function otherHeads(field: Field): readonly string[] {
  const all = [...ownHeads(field), ...(field.otherHeads ?? [])];
  if (field.type.offer.type === 'day') return [...all, ...all.map((name) => name.replace(/日期$/u, '时间'))];
  return [...all, ...all.map((name) => name.replace(/人次$/u, '人数'))];
}
