import type { Period } from '../../domain/quarter.ts';
import { partOf, type Service } from '../../domain/roster.ts';
import type { SheetWords } from '../../domain/sheet-words.ts';

/** Names with their days where they served for a part of the period only: `赵某（至8月15日）、钱某`. */
export function servedNames(
  services: readonly Service<{ readonly name: string }>[],
  period: Period,
  words: SheetWords,
): string {
  return words.joined(
    services.map((service) => {
      const { from, to } = partOf(service, period);
      return words.served(service.person.name, from, to);
    }),
  );
}
