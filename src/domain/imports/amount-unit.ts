/** What the plain numbers of a column of amounts count: yuan, ten thousand yuan, or what nobody can tell for certain. */
export type AmountUnit = 'yuan' | 'ten-thousand' | 'unclear';

/** 万元, 元, and 万 alone; a number in front, as in 10万元以上, makes it an amount and no unit. */
const IN_HEAD =
  /(?<![\d.十百千万亿])([十百千万亿]*)[余多]?\s*元|(?<![\d.十百千万亿])([十百千万亿]+)(?![\p{L}\p{N}])/gu;

/** 单位：万元, 金额以万元计, 标的额（万）: what stands above or below a table, where other words may hold a 万 or a 元 too. */
const IN_NOTE =
  /(?:单位|金额|标的额?|数额)(?:[^。；;]{0,10}?)(?:(?<![\d.十百千万亿])([十百千万亿]+)(?:\s*元|(?![\p{L}\p{N}]))|(?<=[：:（(\s、/为以按币])()元(?!\p{L}))/gu;

/** Money of other countries is no 元 of ours. */
const FOREIGN = /[美港欧日澳加]元/u;

/** The unit that a head tells, as 标的额（万）, 金额：万元 and 涉案标的(单位：万元) do; undefined where it tells none. */
export function unitOfHead(head: string): AmountUnit | undefined {
  return unitIn(head.normalize('NFKC'), IN_HEAD);
}

/** The unit that titles and notes around a table tell, such as 单位：万元; undefined where they tell none. */
export function unitOfNotes(notes: readonly string[]): AmountUnit | undefined {
  return unitIn(notes.map((note) => note.normalize('NFKC')).join('\n'), IN_NOTE);
}

/** The unit where a head and the notes around its table both may tell it: told differently, it is not clear. */
export function unitOfBoth(head: AmountUnit | undefined, notes: AmountUnit | undefined): AmountUnit {
  if (head !== undefined && notes !== undefined && head !== notes) return 'unclear';
  return head ?? notes ?? 'yuan';
}

/** A head, as it is compared, without the unit behind it: 金额万元 is the head 金额. */
export function withoutUnit(key: string): string {
  return key.replace(/(?:单位)?(?:人民币)?(?:[十百千万亿]+元?|元)$/u, '');
}

function unitIn(text: string, pattern: RegExp): AmountUnit | undefined {
  const scales = new Set([...text.matchAll(pattern)].map(([, first, second]) => first ?? second ?? ''));
  if (scales.size === 0) return undefined;
  if (scales.size > 1 || FOREIGN.test(text)) return 'unclear';
  if (scales.has('')) return 'yuan';
  return scales.has('万') ? 'ten-thousand' : 'unclear';
}
