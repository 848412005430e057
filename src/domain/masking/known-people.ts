import { folded } from './folded-text.ts';
import { apart, JOINED, parted } from './name-pieces.ts';
import { namesIn } from './person-names.ts';

/** What a mediator or a judge is, and where one belongs, without the name of the place. */
const OFFICES =
  '镇|街道|县|市|村|社区|片区|本院|法院|人民法院|法庭|人民法庭|综治中心|综治办|综治|司法所|司法局|派出所|人民调解委员会|调解委员会|调委会|委员会|居委会|村委会|村委|居委|党委|党支部|党总支|支部|政府|信访办|妇联|工会|商会|中心|工作站|法律服务所|立案庭|执行局|审判庭|民事审判庭|' +
  '林业站|水产站|畜牧站|农技站|水利所|规建办|农业农村办|平安办|文旅办|自然资源所|国土所|市场监管所|行业协会|养殖协会|各|共|妇女|小组长|组长|专干|主席|' +
  '第一|副|专职|特邀|兼职|驻村|人民|治保|主任|书记|支书|镇长|所长|庭长|院长|站长|委员|干部|工作人员|人员|民警|法官|助理|书记员|审判员|审判长|陪审员|调解员|网格员|联络员|律师|同志|等|及|和|与|[\\d一二两三四五六七八九十]+[人名位]';
const ONLY_OFFICES = new RegExp(`^(?:${OFFICES})*$`, 'u');

/**
 * Whether a text tells nothing but names that are recognised, known places and offices: only then does masking leave nothing of it
 * that somebody wrote freely. `places` are folded like names, the longest first.
 */
export function isWhollyKnown(text: string, places: readonly string[]): boolean {
  return parted(text)
    .flatMap(apart)
    .map((piece) => folded(piece, 'names').text)
    .every((piece) => isKnownPiece(piece, places));
}

function isKnownPiece(piece: string, places: readonly string[]): boolean {
  let rest = piece;
  for (const { name } of namesIn(piece, false)) rest = rest.replace(name, '、');
  for (const place of places) rest = rest.replaceAll(place, '、');
  return rest
    .split('、')
    .every((part) => ONLY_OFFICES.test(part) || JOINED.includes(part) || isMaskedAlready(part));
}

/** 综治中心苏某: the mask of somebody else's making, an office in front. */
function isMaskedAlready(part: string): boolean {
  const mask = /\p{Script=Han}某{1,2}\d*$/u.exec(part)?.[0];
  return mask !== undefined && ONLY_OFFICES.test(part.slice(0, -mask.length));
}
