import { describe, expect, test } from 'vitest';
import { sandbox } from '../support/sandbox.ts';

const CSV = ['export', '--kind', 'visit', '--format', 'csv', '-o'];

describe('no output goes over what the workspace lives on', () => {
  test.each([
    [...CSV, 'ledgers/li-min.json'],
    [...CSV, 'ledgers/new.csv'],
    [...CSV, 'backups/li-min.head'],
    [...CSV, 'roster.json'],
    ['form', 'visit', '-o', 'roster.json'],
    ['agenda', '--ics', 'ledgers/li-min.json'],
    ['consolidate', '--quarter', '2024Q3', '-o', 'ledgers'],
    ['report', '--judge', 'li-min', '--quarter', '2024Q3', '-o', 'backups'],
    ['template', 'export', '汇总台账', '-o', 'ledgers/li-min.json'],
  ])('%s %s %s %s %s %s', async (...argv) => {
    const box = await sandbox('sample');
    const before = await box.files();
    const ran = await box.run(argv);
    expect([ran.code, ran.stdout, ran.stderr]).toEqual([2, '', expect.stringContaining('own data')]);
    expect((await box.run([...argv, '--force'])).code).toBe(2);
    expect(await box.files()).toEqual(before);
  });

  test('not by a way around either', async () => {
    const box = await sandbox('sample');
    const before = await box.files();
    const ran = await box.run([...CSV, 'reports/../ledgers/./li-min.json']);
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('own data')]);
    expect(await box.files()).toEqual(before);
  });
});
