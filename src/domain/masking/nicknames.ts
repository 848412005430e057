import { nameKey } from './folded-text.ts';

/** Surnames that are hardly ever a word or the end of one, so that 林阿婆 is somebody, and 和大伯 or 社区阿姨 is not. */
const CLEAR =
  '王李张刘陈杨赵黄周吴徐孙胡朱林郭罗梁宋郑谢韩唐冯董萧肖曹袁邓傅沈曾彭吕苏卢蒋蔡贾魏薛阎余潘杜戴汪姜范姚谭廖邹熊陆郝崔康邱秦顾侯邵孟龙段雷汤尹黎乔贺赖龚温伍欧禤莫邝冼叶何马丁夏钟甘岑简凌聂翁詹';
const HAN = '\\p{Script=Han}';
/** Of two characters, so that no given name begins with them. */
const KIN =
  '阿婆|阿公|阿伯|阿叔|阿婶|阿姨|阿嫂|阿姐|阿哥|阿姑|大爷|大妈|大叔|大伯|大婶|大嫂|大姐|大哥|大娘|伯娘|婆婆|奶奶|爷爷|叔叔|伯伯|婶婶|老太|老汉|老伯|老头|老爹|师傅|师奶';
const ONE = '伯|婶|嫂|叔|姨|婆|姑|姐|哥';
/** Where a name may begin and end: a mark, a role, or a word that no name has there. */
const BEGIN =
  '(?<=^|[\\p{P}\\p{S}\\s与和跟找问向由是叫及请对让给]|村民|居民|邻居|网格员|调解员|原告|被告|户主|业主|店主|老板|司机|车主|租户|房东|果农|养户|工人|老人|干部|主任|书记|队长|组长|丈夫|妻子|儿子|女儿|邻户|中心|公司|社区|[局庭所站办队村镇院店厂])';
const END =
  '(?=$|[\\p{P}\\p{S}\\s的家说称反表要提来去到在因与和及跟同向对替给让把被也又就已未不没有认拒将曾等两一二三争吵打骂借欠付还拿带追])';

const PATTERNS = [
  new RegExp(`[${CLEAR}](?:${KIN})`, 'gu'),
  new RegExp(`[${CLEAR}](?:${ONE})${END}`, 'gu'),
  new RegExp(`${BEGIN}[小老][${CLEAR}]${END}`, 'gu'),
  new RegExp(`${BEGIN}阿(?!${ONE}|[爸妈爷弟妹拉胶])${HAN}${END}`, 'gu'),
];

/** What people are called in the villages, with a surname or 阿: 林阿婆, 吴婶, 小苏, 老陈, 阿强; as names are compared. */
export function nicknamesIn(text: string): readonly string[] {
  return PATTERNS.flatMap((pattern) => Array.from(text.matchAll(pattern), ([found]) => nameKey(found)));
}

/** The surname in 小苏 or 老陈, which stands last. */
export function surnameCalled(name: string): string | undefined {
  return new RegExp(`^[小老]([${CLEAR}])$`, 'u').exec(name)?.[1];
}

/** What may be such a name, but may be a word as well: 强叔, 小苏明. */
const DOUBTFUL = [
  new RegExp(`${BEGIN}(?![大小老二三四五六七堂表阿师月军空某那这他她其家外])${HAN}(?:${ONE})${END}`, 'u'),
  new RegExp(`${BEGIN}[小老][${CLEAR}](?![路地头场树屋村山段叶塘坑队组])`, 'u'),
  new RegExp(`${BEGIN}阿(?!${ONE}|[爸妈爷弟妹拉胶])${HAN}`, 'u'),
];

/** Whether a text may tell somebody by such a name. */
export function mayCallSomebody(text: string): boolean {
  return nicknamesIn(text).length > 0 || DOUBTFUL.some((pattern) => pattern.test(text));
}
