import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { Workdays } from '../../src/domain/workdays.ts';
import { loadWorkdays } from '../../src/store/holidays.ts';
import { workspaceAt } from '../../src/store/workspace.ts';
import { day } from '../support/builders.ts';
import { temporaryFolder } from './folder.ts';
import { refused } from './refused.ts';

/** The worked days of a workspace whose `holidays.json` says this. */
async function withFile(content: string | Readonly<Record<string, unknown>>): Promise<Workdays> {
  const workspace = workspaceAt(await temporaryFolder());
  await writeFile(
    workspace.holidays,
    typeof content === 'string' ? content : JSON.stringify(content, null, 2),
  );
  return loadWorkdays(workspace);
}

const OWN = {
  format: 'liaison-holidays/1',
  years: ['2027'],
  off: ['2027-10-01', '2027-10-04'],
  worked: ['2027-10-09'],
};

test('a year that the program does not know is added', async () => {
  const workdays = await withFile(OWN);
  expect(workdays.knows(day('2027-06-01'))).toBe(true);
  expect(workdays.onOrAfter(day('2027-10-01'))).toBe('2027-10-05');
  expect(workdays.isWorkday(day('2027-10-09'))).toBe(true);
  expect(workdays.isWorkday(day('2024-10-01'))).toBe(false);
});

test('a year that the program knows is replaced as a whole', async () => {
  const workdays = await withFile({ ...OWN, years: ['2024'], off: ['2024-09-18'], worked: [] });
  expect(workdays.isWorkday(day('2024-09-18'))).toBe(false);
  expect(workdays.isWorkday(day('2024-10-01'))).toBe(true);
  expect(workdays.isWorkday(day('2024-09-14'))).toBe(false);
  expect(workdays.isWorkday(day('2025-10-01'))).toBe(false);
});

test.each([
  ['cut in the middle', '{\n  "format": "liaison-holidays/1",\n  "years": [', [['json-cut', 3]]],
  ['empty', '', [['text-empty', undefined]]],
  ['with an unknown key', { ...OWN, offdays: [] }, [['key-unknown', 13]]],
  ['without a key', { format: OWN.format, years: [], off: [] }, [['key-missing', 1]]],
  [
    'with days that are none',
    { ...OWN, off: ['2027-02-30', '2027-10-01', 'National Day'] },
    [
      ['value-invalid', 7],
      ['value-invalid', 9],
    ],
  ],
  [
    'with days of a year that it does not speak of',
    { ...OWN, off: ['2027-10-01', '2026-10-02'], worked: ['2028-01-01'] },
    [
      ['holiday-outside-years', 8],
      ['holiday-outside-years', 11],
    ],
  ],
  ['of another format', { ...OWN, format: 'liaison-roster/1' }, [['format-unknown', 2]]],
  ['of a newer format', { ...OWN, format: 'liaison-holidays/2', offs: 1 }, [['format-newer', 2]]],
])('one that is %s is refused, with the line', async (_name, content, found) => {
  const refusal = await refused(() => withFile(content));
  expect(refusal.kind).toBe('invalid');
  expect(refusal.findings.map(({ problem, where }) => [problem.code, where.line])).toEqual(found);
  expect(refusal.findings.every(({ where }) => where.file === 'holidays.json')).toBe(true);
});

test('the example in FORMAT.md is read', async () => {
  const format = await readFile(new URL('../../FORMAT.md', import.meta.url), 'utf8');
  const example = /^```json holidays\n(.*?)^```$/msu.exec(format)?.[1] ?? '';
  const workdays = await withFile(example);
  expect(workdays.onOrAfter(day('2027-10-01'))).toBe('2027-10-08');
  expect(workdays.isWorkday(day('2027-10-09'))).toBe(true);
});
