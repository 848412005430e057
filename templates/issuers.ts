/** Whose sheets they are: what the left of the line under the title says of it, and who signs below. */
export interface Issuer {
  readonly by: string;
  /** Of the line under the title, in points: two lines high where `by` may be long. */
  readonly height: number;
  /** How the line under the title is shared between `by` and the quarter. */
  readonly shares: readonly [number, number];
  readonly signatures: readonly { readonly label: string; readonly share: number }[];
}

/** The research office, which consolidates. */
export const office: Issuer = {
  by: '制表单位（盖章）：{研究室}',
  height: 24,
  shares: [42, 78],
  signatures: [
    { label: '制表人：', share: 18 },
    { label: '复核人：', share: 18 },
    { label: '审管办（研究室）负责人：', share: 34 },
    { label: '分管院领导审签：', share: 28 },
    { label: '制表日期：', share: 24 },
  ],
};

/** A liaison judge, whose workbooks are signed and handed to the filing division. */
export const judge: Issuer = {
  by: '填报人（联系法官）：{填报人}　挂点镇：{挂点镇}',
  height: 34,
  shares: [50, 74],
  signatures: [
    { label: '填报人：', share: 18 },
    { label: '挂点法官：', share: 20 },
    { label: '联系领导审核：', share: 24 },
    { label: '填报日期：', share: 22 },
    { label: '｜　立案庭收件人：', share: 28 },
    { label: '收件日期：', share: 26 },
  ],
};

const withSubmission = {
  by: '报送人（联系法官）：{填报人}　挂点镇：{挂点镇}',
  height: 34,
  shares: [48, 78],
} as const;

/** A liaison judge with the sealed file in hand, and the filing division that takes it in. */
export const sender: Issuer = {
  ...withSubmission,
  signatures: [
    { label: '报送人：', share: 48 },
    { label: '联系领导审核：', share: 28 },
    { label: '｜　立案庭收件人、日期：', share: 50 },
  ],
};

/** Who took a submission in, and the judge who has the receipt. */
export const receiver: Issuer = {
  ...withSubmission,
  signatures: [
    { label: '收件部门（盖章）：', share: 48 },
    { label: '收件人、日期：', share: 28 },
    { label: '｜　联系法官签收、日期：', share: 50 },
  ],
};
