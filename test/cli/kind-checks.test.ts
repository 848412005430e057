import { describe, expect, test } from 'vitest';
import { fieldOf, kindOf } from '../../src/domain/kinds/kind.ts';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import { DOUBTS, ERRORS, type Provoked } from '../support/doubts.ts';
import type { Sandbox } from '../support/sandbox.ts';
import { anEntry, flagsFor } from '../support/sound-entries.ts';
import { inside, LEDGER, smallWorkspace } from './workspaces.ts';

/** After every day that the entries name. */
const LATER = ['--today', '2027-12-31'];

/** A workspace with the other entry that a doubt takes, and the rules it is asked under. */
function workspaceFor({ kind, other }: Provoked, silence: readonly string[] = []): Promise<Sandbox> {
  const entries = other ? [{ id: `${kind}-the-other`, kind, ...anEntry(kind, other).values }] : [];
  return smallWorkspace(entries, { silence });
}

function add({ kind, values }: Pick<Provoked, 'kind' | 'values'>): readonly string[] {
  return [kind, 'add', ...flagsFor(anEntry(kind, values)), ...LATER];
}

describe.each(DOUBTS)('doubtful: $why ($code)', (doubt) => {
  test('it is listed where nobody can be asked, and saved', async () => {
    const box = await workspaceFor(doubt);
    const ran = await box.run([...add(doubt), '--json']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(inside(ran.json(), 'warnings')).toMatchObject([
      { code: doubt.code, severity: 'warning', field: doubt.field, judge: 'li-min' },
    ]);
    const dry = await box.run([...add(doubt), '--dry-run', '--lang', 'zh']);
    expect(dry.stderr).toMatch(/^提醒：/u);
    const checked = await box.run(['check', ...LATER, '--json']);
    expect(inside(checked.json(), 'findings')).toContainEqual(expect.objectContaining({ code: doubt.code }));
  });

  test('it is asked about on a terminal, and no saves nothing', async () => {
    const box = await workspaceFor(doubt);
    const before = await box.files();
    const ran = await box.run(add(doubt), { answers: ['drop'] });
    expect(ran.asked.map(({ message }) => message)).toEqual(['Save it all the same?']);
    expect(ran).toMatchObject({ code: 130, stdout: '' });
    expect(await box.files()).toEqual(before);
    const agreed = await box.run(add(doubt), { answers: ['save'] });
    expect(agreed.code).toBe(0);
  });

  test('it is silent beside values that are sound, and where the rules silence it', async () => {
    const box = await workspaceFor(doubt);
    expect(await box.run(add({ ...doubt, values: doubt.sound }))).toMatchObject({ code: 0, stderr: '' });
    const silent = await workspaceFor(doubt, [doubt.code]);
    expect(await silent.run(add(doubt), { answers: [] })).toMatchObject({ code: 0, stderr: '', asked: [] });
  });
});

describe.each(ERRORS)('wrong: $why ($code)', (wrong) => {
  const { kind, code, field } = wrong;
  const label = fieldOf(kindOf(KINDS, kind), field).label;

  test('it is refused at its flag, and nothing is saved', async () => {
    const box = await workspaceFor(wrong);
    const before = await box.files();
    for (const language of ['zh', 'en'] as const) {
      const ran = await box.run([...add(wrong), '--lang', language]);
      expect(ran).toMatchObject({ code: 2, stdout: '' });
      expect(ran.stderr.split('\n')).toHaveLength(2);
      expect(ran.stderr).toContain(label[language]);
    }
    expect(await box.files()).toEqual(before);
    expect(await box.run(add({ ...wrong, values: wrong.sound }))).toMatchObject({ code: 0, stderr: '' });
  });

  test('in a file it is an error of check, and can be looked at', async () => {
    const box = await smallWorkspace([
      { id: `${kind}-by-hand`, kind, ...anEntry(kind, wrong.values).values },
    ]);
    const before = await box.read(LEDGER);
    const checked = await box.run(['check', ...LATER, '--json']);
    expect(checked.code).toBe(1);
    expect(inside(checked.json(), 'findings')).toContainEqual(
      expect.objectContaining({ code, severity: 'error', entry: `${kind}-by-hand`, field }),
    );
    expect((await box.run([kind, 'show', 'by-hand'])).code).toBe(0);
    expect(await box.read(LEDGER)).toBe(before);
  });
});

test('a hearing that a department told to a second judge is listed twice and counted once', async () => {
  const hearing = { ...anEntry('trial').values, town: '太平镇' };
  const box = await smallWorkspace([{ id: 'trial-own', kind: 'trial', ...hearing }]);
  const roster: unknown = JSON.parse(await box.read('roster.json'));
  const judges = [
    { id: 'li-min', name: '李敏', assignments: [{ town: '太平镇' }] },
    { id: 'luo-fang', name: '罗芳', assignments: [{ town: '太平镇' }] },
  ];
  await box.write('roster.json', JSON.stringify(Object.assign({}, roster, { judges })));
  const told = {
    id: 'trial-told',
    kind: 'trial',
    ...hearing,
    source: 'department',
    sourceDepartment: '民庭',
  };
  const second = (entry: object): string =>
    JSON.stringify({
      format: 'liaison-ledger/1',
      court: '新兴县人民法院',
      judge: { id: 'luo-fang', name: '罗芳' },
      entries: [entry],
    });
  const findings = async (entry: object): Promise<unknown> => {
    await box.write('ledgers/luo-fang.json', second(entry));
    const ran = await box.run(['consolidate', '--quarter', '2024Q3', '--dry-run', '--json']);
    expect(ran.json()).toMatchObject({ totals: { trial: 2 } });
    return inside(ran.json(), 'findings');
  };
  const counted: unknown = expect.objectContaining({ code: 'hearing-counted-once', entry: 'trial-told' });
  expect(await findings(told)).toContainEqual(counted);
  expect(await findings({ ...told, heldOn: '2024-07-04' })).not.toContainEqual(counted);
});
