/** 院内流转版, which goes round within the court, or 对外通报版, which leaves it. */
export type Edition = 'internal' | 'external';

/** What the names of an edition's files end in. */
export const EDITION_NAMES: Readonly<Record<Edition, string>> = {
  internal: '院内流转版',
  external: '对外通报版',
};

/** In the place of a number, an address or a unit that was taken out (法释〔2016〕19号 10). */
export const HIDDEN = '（已隐去）';

/** In the place of a text that an edition does not show at all. */
export const OMITTED = '（略）';
