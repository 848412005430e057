import { kindOf, type Kind } from '../kinds/kind.ts';
import type { Entry } from '../entry.ts';
import type { Ledger } from '../ledger.ts';
import type { Values } from '../kinds/values.ts';

/** Families and minors, whose judgments are not made public (法释〔2016〕19号 4 and 8), by what an entry says anywhere. */
const FAMILY =
  /离婚|婚姻|婚约|彩礼|同居|夫妻|抚养|赡养|扶养|收养|监护|探望|继承|遗产|亲子|分家析产|家庭暴力|家暴/u;
const MINORS = /未成年|未满十?[一二四六八]|儿童|少年|幼儿|婴儿|小学生|初中生|孤儿|留守学生/u;
const PROSECUTION = /自诉/u;
/** Types of numbers that mediation, confirmation and criminal cases bear. */
const TYPES = /诉前调|民特|调确|刑/u;

/** The numbers that are told outside of the court only as `（2024）粤5321民初×号`: where one entry seals a case, all entries do. */
export function sealedCases(ledgers: readonly Ledger[], kinds: readonly Kind[]): ReadonlySet<string> {
  const entries = ledgers.flatMap((ledger) => ledger.entries);
  return new Set(
    entries.flatMap((entry) => {
      const known = kinds.some(({ id }) => id === entry.kind);
      const kind = known ? kindOf(kinds, entry.kind) : undefined;
      return kind && isSealed(kind, entry) ? caseNumbers(kind, entry.values) : [];
    }),
  );
}

/** A case's number without the number itself. */
export function sealedNumber(number: string): string {
  return number.replace(/\d+号(?:之[一二三四五六七八九十]{1,3})?$/u, '×号');
}

function isSealed(kind: Kind, { values }: Entry): boolean {
  if (kind.tellsCase?.(values) !== true) return true;
  const texts = Object.values(values).flatMap((value) => (typeof value === 'string' ? [value] : []));
  if (caseNumbers(kind, values).some((number) => TYPES.test(number))) return true;
  return texts.some((text) => [FAMILY, MINORS, PROSECUTION].some((pattern) => pattern.test(text)));
}

function caseNumbers({ fields }: Kind, values: Values): readonly string[] {
  return fields.flatMap(({ key, type }) => {
    const value = values[key];
    return type.offer.type === 'case-number' && typeof value === 'string' ? [value] : [];
  });
}
