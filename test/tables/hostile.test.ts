import { describe, expect, test } from 'vitest';
import { Refusal, type Finding } from '../../src/domain/problem.ts';
import { wordsOf } from '../../src/messages/messages.ts';
import { zh } from '../../src/messages/zh.ts';
import { readTables } from '../../src/tables/read-tables.ts';
import { HOSTILE_PACKAGES, HOSTILE_PARTS, OTHER_FILES } from '../support/hostile-files.ts';

/** The findings of a refusal; anything else that is thrown is a bug. */
async function refused(bytes: Uint8Array): Promise<readonly Finding[]> {
  try {
    await readTables('台账.xlsx', bytes);
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.kind === 'invalid') return thrown.findings;
    throw thrown;
  }
  throw new RangeError('the file was read');
}

describe.each([
  ['a file that is something else', OTHER_FILES],
  ['a package', HOSTILE_PACKAGES],
  ['a workbook', HOSTILE_PARTS],
] as const)('%s', (_, files) => {
  test.each(files)('$name is refused: $refused', async ({ bytes, refused: reason }) => {
    const findings = await refused(bytes());
    const [finding] = findings;
    if (!finding) throw new RangeError('no finding');
    const { problem } = finding;
    expect(problem.code === 'workbook-unreadable' ? problem.reason : problem.code).toBe(reason);
    expect(findings).toHaveLength(1);
    expect(wordsOf(zh, problem).what).toMatch(/^[^a-z]*[\u4e00-\u9fff]/u);
  });
});

test('a wrong cell is named', async () => {
  const [finding] = await refused(
    HOSTILE_PARTS.find(({ name }) => name === 'with the shared string 9')?.bytes() ?? new Uint8Array(),
  );
  expect(finding?.where).toEqual({ sheet: '走访', cell: 'A1' });
});
