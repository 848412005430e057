/** The typefaces of official documents and their sizes in points; an office that lacks one sees its system's own. */
export const typefaces = {
  notice: { name: '黑体', size: 10.5 },
  title: { name: '方正小标宋简体', size: 22 },
  line: { name: '仿宋_GB2312', size: 11 },
  head: { name: '黑体', size: 11 },
  body: { name: '仿宋_GB2312', size: 10.5 },
} as const;

/** Which of the typefaces a cell is set in. */
export type Typeface = keyof typeof typefaces;
