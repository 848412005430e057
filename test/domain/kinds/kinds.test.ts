import { describe, expect, test } from 'vitest';
import { GLOBAL_OPTIONS } from '../../../src/cli/globals.ts';
import { ENTRY_KEYS } from '../../../src/domain/entry-format.ts';
import { dayKeys, fieldOf, kindOf } from '../../../src/domain/kinds/kind.ts';
import { KINDS } from '../../../src/domain/kinds/kinds.ts';
import { aRoster, day } from '../../support/builders.ts';

/** Options that `add`, `edit` and `list` have beside the fields, and the derived columns of the sheets. */
const TAKEN = [
  ...['id', 'quarter', 'from', 'to', 'text', 'open', 'removed', 'sort', 'limit', 'output', 'force'],
  ...['no', 'ledgerJudge', 'leader', 'deadline', 'applyBy'],
];

/** Texts that say where, under which head or by which body, and so no person's data. */
const IMPERSONAL = [
  ...['sourceDepartment', 'department', 'subtype', 'venue', 'cause', 'topic', 'audience', 'organisation'],
  ...['requestedBy', 'number'],
];

function kebab(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

test('ids, names and sheets of kinds are told apart', () => {
  for (const names of [
    KINDS.map(({ id }) => id),
    KINDS.flatMap(({ name, ledger }) => [name.zh, ledger.zh]),
    KINDS.flatMap(({ name, ledger }) => [name.en, ledger.en]),
  ])
    expect(new Set(names).size).toBe(names.length);
  expect(() => kindOf(KINDS, 'astronomy')).toThrow(RangeError);
});

describe.each(KINDS)('$id', (kind) => {
  const keys = kind.fields.map(({ key }) => key);

  test('has fields of their own names, none of which is taken', () => {
    const taken = [...TAKEN, ...ENTRY_KEYS, ...GLOBAL_OPTIONS.map(({ name }) => name)].map(kebab);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => taken.includes(kebab(key)))).toEqual([]);
    for (const key of keys) expect(key).toMatch(/^[a-z]+(?:[A-Z][a-z]+)*$/);
  });

  test('has labels that no two fields share', () => {
    for (const language of ['zh', 'en'] as const) {
      const labels = kind.fields.map(({ label }) => label[language]);
      expect(new Set(labels).size).toBe(labels.length);
      expect(labels).not.toContain('');
    }
  });

  test('names only fields it has', () => {
    const { span: times } = kind;
    const span =
      times.type === 'event'
        ? [times.day]
        : [
            ...times.opened,
            times.closed,
            ...[times.known, times.outcome, times.sharedBy].filter((key) => key !== undefined),
            ...(times.closing ?? []),
          ];
    const before = kind.fields.flatMap(({ notBefore }) => notBefore ?? []);
    const needs = kind.fields.flatMap((field) => field.needs ?? []);
    const headline = kind.headline.filter((part) => typeof part === 'string');
    const sums = (kind.figures ?? []).flatMap(({ measure }) =>
      measure.of !== 'rate' && measure.sum !== undefined ? [measure.sum] : [],
    );
    const checked = (kind.checks ?? []).map(({ field }) => field);
    const reported = kind.reported === undefined ? [] : [kind.reported];
    const columns = (kind.clocks ?? []).flatMap(({ column }) => column?.key ?? []);
    const named = [
      ...kind.heads.filter((key) => !columns.includes(key)),
      ...[...kind.listed, ...span, ...before, ...needs, ...headline, ...sums, ...checked, ...reported],
      ...[kind.gist, kind.answeredBy ?? kind.gist],
    ];
    expect(named.filter((key) => !keys.includes(key))).toEqual([]);
    expect(() => fieldOf(kind, 'noSuchField')).toThrow(RangeError);
  });

  test('ends with what every kind has', () => {
    expect(keys.slice(-3)).toEqual(['source', 'sourceDepartment', 'note']);
    expect(fieldOf(kind, 'sourceDepartment').appliesWhen?.({ source: 'department' })).toBe(true);
    expect(fieldOf(kind, 'sourceDepartment').appliesWhen?.({})).toBe(false);
  });

  test('opens on a day that is required', () => {
    const days = dayKeys(kind).map((key) => fieldOf(kind, key));
    for (const { type } of days) expect(type.sheet).toBe('day');
    // Where the day is one of several, each set of answers asks for one of them.
    expect(days.some(({ required }) => required === true || days.length > 1)).toBe(true);
  });

  test('marks free text as personal, but for what names no person', () => {
    const open = kind.fields.filter(({ type, personal }) => type.offer.type === 'text' && personal !== true);
    expect(open.map(({ key }) => key).filter((key) => !IMPERSONAL.includes(key))).toEqual([]);
  });

  test.each(kind.fields)('$key takes its own example in both languages', ({ type }) => {
    const context = { today: day('2024-09-18'), roster: aRoster() };
    for (const language of ['zh', 'en'] as const) {
      const read = type.read(type.example[language], { ...context, language });
      expect(read).toHaveProperty('value');
      if ('value' in read) expect(type.shape.accepts(read.value)).toBe(true);
    }
  });
});
