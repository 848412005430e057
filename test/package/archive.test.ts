import { describe, expect, test } from 'vitest';
import { openArchive, type ArchiveLimits } from '../../src/package/archive.ts';
import { rawZip } from '../support/raw-zip.ts';

const limits: ArchiveLimits = { parts: 10, part: 50_000_000, sum: 20_000_000, sumOf: 'inflated' };

/** Takes a part's bytes and counts them, until they end or are refused. */
async function taken(bytes: Uint8Array, wanted = limits): Promise<{ bytes: number; refused: unknown }> {
  const archive = await openArchive(bytes, wanted);
  let count = 0;
  try {
    for (const name of archive.names) for await (const piece of archive.pieces(name)) count += piece.length;
  } catch (refused) {
    return { bytes: count, refused };
  }
  return { bytes: count, refused: undefined };
}

const problem = (expected: object): object => ({ findings: [{ problem: expected }] });

describe('inflation is counted while it runs', () => {
  test('and stops where a part is larger than it said', async () => {
    const bytes = rawZip([{ name: 'a.xml', content: Buffer.alloc(40_000_000), declared: 300_000 }]);
    const { bytes: count, refused } = await taken(bytes);
    expect(refused).toMatchObject(problem({ code: 'workbook-unreadable', reason: 'false-size' }));
    expect(count).toBeLessThanOrEqual(300_000);
  });

  test('and stops where all parts together are too large', async () => {
    const part = Buffer.alloc(9_000_000);
    const bytes = rawZip(['a', 'b', 'c', 'd'].map((name) => ({ name, content: part })));
    const { bytes: count, refused } = await taken(bytes);
    expect(refused).toMatchObject(problem({ code: 'workbook-too-large', limit: 20_000_000 }));
    expect(count).toBeLessThanOrEqual(20_000_000);
    expect(count).toBeGreaterThan(18_000_000);
  });

  test('and nothing is inflated of a package that declares too much', async () => {
    const part = Buffer.alloc(9_000_000);
    const bytes = rawZip(['a', 'b', 'c', 'd'].map((name) => ({ name, content: part })));
    await expect(openArchive(bytes, { ...limits, sumOf: 'declared' })).rejects.toMatchObject(
      problem({ code: 'workbook-too-large', bytes: 27_000_000, limit: 20_000_000 }),
    );
  });
});

test('a part comes in pieces, however it is packed', async () => {
  const content = Buffer.alloc(700_000, 'abc');
  for (const method of [0, 8]) {
    const archive = await openArchive(rawZip([{ name: 'a', content, method }]), limits);
    const sizes: number[] = [];
    for await (const piece of archive.pieces('A')) sizes.push(piece.length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(700_000);
    expect(Math.max(...sizes)).toBeLessThan(300_000);
  }
});
