import { HIDDEN } from './edition.ts';
import { folded } from './folded-text.ts';
import { withoutCasesAndDays } from './number-spans.ts';
import type { Span } from './spans.ts';

const NUMERAL = '[\\d一二三四五六七八九十百零〇]';
/** A lane or road without its number; a word that only leads to an address is no part of its name. */
const WAY =
  '(?:(?!住在|位于|家住|住址|地址|居住|门口|旁边|附近|前往|来到)[^\\p{P}\\p{S}\\s\\d在于到至往从由住与和及]){1,6}?(?:大道|路|街|巷|弄|里|坊|围|圩|花园|小区|新村|苑|庄|屋|塘|岗|坑)';
const HOUSE = `(?<![\\da-z第月案字日年一二三四五六七八九十百零〇])(?:[a-z]?\\d{1,5}|[一二三四五六七八九十百零〇]{1,5})(?:-\\d{1,4})?号(?:之[一二三四五六七八九十\\d]{1,2})?(?![台案文件令函公楼梯机线]|法庭|审判)`;
const ROOM = `(?:[a-z\\d一二三四五六七八九十]{1,4}(?:栋|幢|座|号楼|单元|梯|楼|层) ?)*[a-z]?\\d{2,5}(?:室|房)|(?:[a-z\\d一二三四五六七八九十]{1,4}(?:栋|幢|座|号楼|单元|梯) ?){2,}`;
const GROUP = `第?${NUMERAL}{1,4}(?:村民小组|经济合作社|经济社|生产队|合作社|小组|组|队)(?!数据|照片|伍)`;
const LANE = `${NUMERAL}{1,3}(?:巷|弄|横巷|直街|横街)`;

const PATTERNS: readonly RegExp[] = [
  // 东街三巷5号, 大塘村12号, 5号3栋501房
  new RegExp(`(?:${WAY}|村|组|队|巷|社区|委会)?(?:${LANE})?${HOUSE}(?: ?(?:${ROOM}))?`, 'gu'),
  new RegExp(`(?:${WAY})?${LANE}`, 'gu'),
  new RegExp(ROOM, 'gu'),
  new RegExp(`(?:${GROUP})+`, 'gu'),
  /(?:(?!住在|位于|家住)[^\p{P}\p{S}\s\d在于到至往从由住与和及村镇]){1,4}自然村/gu,
];

/** Where addresses below the village stand: natural villages, groups, lanes, houses, rooms (法释〔2016〕19号 10). */
export function addressSpans(
  original: string,
  places: readonly { from: number; to: number }[],
): readonly Span[] {
  if (!/[号號室房栋棟幢座元组組队隊社巷弄村]/u.test(original)) return [];
  const view = folded(original, 'numbers');
  const text = withoutCasesAndDays(view.text);
  return PATTERNS.flatMap((pattern) =>
    Array.from(text.matchAll(pattern)).flatMap((found): Span[] => {
      const to = view.to[found.index + found[0].length - 1] ?? 0;
      const from = behindPlaces(view.from[found.index] ?? 0, to, places);
      return from < to ? [{ from, to, sort: 'address', with: HIDDEN }] : [];
    }),
  );
}

/** The name of a town or village in front of the address stays: only what lies below it goes. */
function behindPlaces(from: number, to: number, places: readonly { from: number; to: number }[]): number {
  return places.reduce(
    (start, place) => (place.from < to && place.to > start && place.to <= to ? place.to : start),
    from,
  );
}
