import { isEntryId } from '../entry.ts';
import { dayKeys, type Kind } from '../kinds/kind.ts';
import type { LeftOutRow } from '../problems/import.ts';
import type { ReadValue } from '../read-table.ts';
import type { GridRow } from './grid-row.ts';
import type { Head } from './head-row.ts';
import { holdsDay } from './sheet-day.ts';
import { saysSomething, textIn } from './value-text.ts';

const TOTAL =
  /^(?:合计|小计|总计|共计|累计|本页(?:合计|小计)|本[月季年](?:度)?(?:合计|小计|累计)|[一二三四\d]+(?:月|季度)(?:合计|小计))(?:[（(].*)?[:：]?$/u;
const NOTE = /^(?:注|备注|说明|填表说明|填报说明|附注|附|注意)(?:\d*[:：]|$)|^以下空白$|^内部资料/u;
const SIGNATURE =
  /^(?:制表人|制表|填报人|填表人|复核人|复核|审核人?|联系领导审核|.{0,10}负责人|填报单位|制表单位|.*收件人|收件日期|(?:制表|填报|填表|报送)(?:日期|时间)|单位.{0,3}盖章|(?:领导|部门|法官|审核|经办)?签[字名章]|挂点法官|经办人)(?:[（(].*?[）)])?(?:[:：]|$)|^分管院?领导.*$/u;
const NONE = /^(?:本[月季年](?:度)?)?(?:暂?无|没有|无此项工作|未开展)[。.]?$/u;
const TITLE =
  /台账|台帐|登记[表簿册]|(?:年|月|季度?)(?:份|度)?$|^[（(]?[一二三四五六七八九十\d]+[)）、.]?.{0,10}(?:月|季度)/u;

/**
 * What a row below the heads is that is no entry: nothing for an entry, `blank` where it holds nothing but its number. A row
 * whose opening day is there is an entry whatever else it says, and so is one that bears an id.
 */
export function rowKind(row: GridRow, head: Head): LeftOutRow | 'blank' | undefined {
  const own = row.own.filter(({ value }) => saysSomething(value));
  const said = own.filter(({ column, value }) => !isReckoned(head, column) || !isCount(value));
  if (said.length > 0 && isEntryForSure(row, head)) return undefined;
  const texts = own.slice(0, 3).map(({ value }) => textIn(value).replace(/[\s\u3000]+/gu, ''));
  const [first = ''] = texts;
  const isTotal = texts.some((text) => TOTAL.test(text));
  if (said.length === 0) return isTotal ? 'total' : 'blank';
  if (isTotal) return 'total';
  if (SIGNATURE.test(first)) return 'signature';
  if (NOTE.test(first)) return 'note';
  if (said.length > 1) return undefined;
  const [{ column } = { column: 0 }] = said;
  const text = textIn(said[0]?.value ?? { type: 'unreckoned' }).trim();
  if (NONE.test(text)) return 'none';
  if (TITLE.test(text)) return 'title';
  const last = Math.max(...head.columns.map((one) => one.column));
  return column > last ? 'note' : undefined;
}

/** Whether a cell only counts or dates its row, as those that are worked out do; what else stands there was put there for another reason. */
function isCount(value: ReadValue): boolean {
  return value.type !== 'text' || /^[（(]?[\d一二三四五六七八九十-]+[)）.、]?$/u.test(value.text.trim());
}

/** Whether a row has the day or the id of an entry: then it is one, whatever its texts say. */
export function isEntryForSure(row: GridRow, head: Head): boolean {
  const keys = dayKeys(head.kind);
  return head.columns.some(({ column, meaning }) => {
    if (meaning?.type === 'id') return isMadeId(textIn(row.valueAt(column) ?? NOTHING), head.kind);
    if (meaning?.type !== 'field' || !keys.includes(meaning.field.key)) return false;
    const cell = row.at(column);
    // A merged title that reaches over the column of the day is none.
    return cell !== undefined && cell.left === column && holdsDay(cell.value);
  });
}

/** Whether a text is an id as the tool makes them for a kind; anything else counts the rows of somebody's own sheet. */
export function isMadeId(text: string, kind: Kind): boolean {
  return text.startsWith(`${kind.id}-`) && isEntryId(text);
}

const NOTHING = { type: 'unreckoned' } as const;

function isReckoned({ columns }: Head, column: number): boolean {
  return columns.some((one) => one.column === column && one.meaning?.type === 'reckoned');
}
