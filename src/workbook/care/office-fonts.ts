/** What a computer without a font shows in its place, and the font of every office that comes closest. */
export interface Substitute {
  readonly shown: string;
  readonly similar?: string;
}

/**
 * Fonts that a Chinese Windows, Office or WPS brings along, under their Chinese and English names, folded. What 方正 makes, and the
 * 仿宋 and 楷体 of 1980's character set (_GB2312), they have not brought since Windows Vista.
 */
const common: ReadonlySet<string> = new Set(
  [
    ...[
      '宋体',
      'SimSun',
      '新宋体',
      'NSimSun',
      '宋体-ExtB',
      'SimSun-ExtB',
      '黑体',
      'SimHei',
      '仿宋',
      'FangSong',
    ],
    ...['楷体', 'KaiTi', '等线', 'DengXian', '等线 Light', 'DengXian Light', '微软雅黑', 'Microsoft YaHei'],
    ...['微软雅黑 Light', 'Microsoft YaHei Light', 'Microsoft YaHei UI', '隶书', 'LiSu', '幼圆', 'YouYuan'],
    ...['方正舒体', 'FZShuTi', '方正姚体', 'FZYaoTi', '华文仿宋', 'STFangsong', '华文楷体', 'STKaiti'],
    ...['华文宋体', 'STSong', '华文中宋', 'STZhongsong', '华文细黑', 'STXihei', '华文新魏', 'STXinwei'],
    ...['华文行楷', 'STXingkai', '华文隶书', 'STLiti', '华文琥珀', 'STHupo', '华文彩云', 'STCaiyun'],
    ...[
      'Arial',
      'Arial Narrow',
      'Arial Black',
      'Calibri',
      'Calibri Light',
      'Cambria',
      'Cambria Math',
      'Candara',
    ],
    ...['Century', 'Century Gothic', 'Comic Sans MS', 'Consolas', 'Constantia', 'Corbel', 'Courier New'],
    ...['Georgia', 'Impact', 'Segoe UI', 'Symbol', 'Tahoma', 'Times New Roman', 'Trebuchet MS', 'Verdana'],
    ...['Webdings', 'Wingdings', 'Wingdings 2', 'Wingdings 3'],
  ].map(folded),
);

/** Where a font that offices use is missing, this one comes closest. */
const similar: readonly (readonly [RegExp, string])[] = [
  [/^(仿宋|fangsong)|仿宋/, '仿宋'],
  [/^(楷体|kaiti)|楷/, '楷体'],
  [/小标宋|xiaobiaosong|xbs/, '华文中宋'],
  [/黑|hei/, '黑体'],
];

/** What an office computer may show instead of a font, or undefined where it surely has it. */
export function substituteOf(font: string): Substitute | undefined {
  // A name that begins with @ is the same font for upright lines.
  const name = folded(font.replace(/^@/, ''));
  if (name === '' || common.has(name)) return undefined;
  const close = similar.find(([pattern]) => pattern.test(name))?.[1];
  return { shown: '宋体', ...(close !== undefined && { similar: close }) };
}

/** Names of fonts are the same in either case and width. */
function folded(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}
