/** One town in the text of a bulletin. */
export interface BulletinTownText {
  /** Its place among them as a heading of the second level has it: 十二. */
  readonly numeral: string;
  readonly town: string;
  /** With who serves it: 水台镇（联系法官：苏婷）. */
  readonly title: string;
  readonly liaisons: string;
  readonly told: string;
}

/** The sentences of a bulletin, paragraph by paragraph, as a template takes them. */
export interface BulletinText {
  readonly overall: readonly string[];
  readonly towns: readonly BulletinTownText[];
  readonly visits: readonly string[];
  readonly handedIn: readonly string[];
  readonly problems: readonly string[];
}
