import { surnameCalled } from './nicknames.ts';
import { compoundSurname } from './surnames.ts';

/**
 * The masks of names by 法释〔2016〕19号 9: the surname and 某, a compound surname whole; of 小苏 and 老陈 their surname too; of a name without a known surname its first
 * character; of a name in Latin letters the first letter. Names that would share a mask are numbered in the order of the sorted
 * names, so that the same names give the same masks; what somebody wrote without a name already (`taken`: 梁某) is nobody else's
 * mask.
 */
export function nameMasks(names: Iterable<string>, taken: ReadonlySet<string>): ReadonlyMap<string, string> {
  const groups = new Map<string, string[]>();
  for (const name of [...new Set(names)].sort()) {
    const base = baseMask(name);
    groups.set(base, [...(groups.get(base) ?? []), name]);
  }
  const masks = new Map<string, string>();
  for (const [base, group] of groups) {
    const [only] = group;
    if (only !== undefined && group.length === 1 && !taken.has(base)) {
      masks.set(only, base);
      continue;
    }
    let number = 0;
    for (const name of group) {
      do number += 1;
      while (taken.has(`${base}${String(number)}`));
      masks.set(name, `${base}${String(number)}`);
    }
  }
  return masks;
}

/** 梁某, 梁某2 and the like that a text bears already: where a surname begins isn't known, so with all that may be one. */
export function takenMasks(text: string): readonly string[] {
  return Array.from(text.matchAll(/(\p{Script=Han}{1,4})某(\d*)/gu)).flatMap(([, before = '', number = '']) =>
    Array.from(before, (_, cut) => `${before.slice(cut)}某`).flatMap((mask) => [mask, `${mask}${number}`]),
  );
}

function baseMask(name: string): string {
  if (/^\p{Script=Latin}/u.test(name)) return name.charAt(0).toUpperCase();
  return `${surnameCalled(name) ?? compoundSurname(name) ?? Array.from(name)[0] ?? ''}某`;
}
