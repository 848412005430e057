/** The languages the tool speaks. */
export type Language = 'zh' | 'en';

/** One short text in every language: labels, choices and heads stand in their definition as such pairs. */
export type Words = Readonly<Record<Language, string>>;
