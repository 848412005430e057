import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import { fits } from '../support/json-schema.ts';
import { SAMPLE, sandbox } from '../support/sandbox.ts';
import { anEntry } from '../support/sound-entries.ts';
import { expectRefused, inside, sampleFile, smallWorkspace } from './workspaces.ts';

async function schemaOf(file: 'ledger' | 'roster'): Promise<unknown> {
  const ran = await (await sandbox()).run(['schema', file]);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  return ran.json();
}

function aLedger(entry: Readonly<Record<string, unknown>>): unknown {
  return {
    format: 'liaison-ledger/1',
    court: '新兴县人民法院',
    judge: { id: 'li-min', name: '李敏' },
    entries: [entry],
  };
}

describe('the ledger’s', () => {
  test('every ledger of the sample fits it', async () => {
    const schema = await schemaOf('ledger');
    for (const file of await readdir(join(SAMPLE, 'ledgers')))
      expect([file, fits(JSON.parse(await sampleFile(`ledgers/${file}`)), schema)]).toEqual([file, true]);
  });

  test('an entry of each kind does, removed ones whatever they lack', async () => {
    const schema = await schemaOf('ledger');
    const removed = { at: '2024-07-05T08:40:00+08:00', reason: '重复' };
    for (const { id: kind } of KINDS) {
      expect([kind, fits(aLedger({ id: 'the-one', kind, ...anEntry(kind).values }), schema)]).toEqual([
        kind,
        true,
      ]);
      expect([kind, fits(aLedger({ id: 'the-one', kind }), schema)]).toEqual([kind, false]);
      expect([kind, fits(aLedger({ id: 'the-one', kind, removed }), schema)]).toEqual([kind, true]);
    }
  });

  const trial = { id: 'trial-one', kind: 'trial', ...anEntry('trial').values };
  const guidance = { id: 'guidance-one', kind: 'guidance', ...anEntry('guidance').values };
  test.each<readonly [string, Readonly<Record<string, unknown>>]>([
    ['of an unknown kind', { ...trial, kind: 'astronomy' }],
    ['with another kind’s field', { ...trial, findings: '排水' }],
    ['with an unknown key', { ...trial, citizen: '甲' }],
    ['without an id', { ...trial, id: undefined }],
    ['with a bad id', { ...trial, id: 'T 1' }],
    ['without what is required', { ...trial, venue: undefined }],
    ['with an empty text', { ...trial, venue: '' }],
    ['with a text that is too long', { ...trial, venue: '圩'.repeat(5001) }],
    ['with a day of no calendar', { ...trial, heldOn: '2024-02-30' }],
    ['with a day in words', { ...trial, heldOn: '7月3日' }],
    ['with a label for a choice', { ...trial, closure: '调解' }],
    ['with a count in quotes', { ...trial, observers: '35' }],
    ['with half a person', { ...trial, observers: 3.5 }],
    ['with fewer than none', { ...trial, observers: -1 }],
    ['with a yes in words', { ...trial, centreInvited: '是' }],
    ['with a case number in narrow brackets', { ...trial, caseNumber: '(2024)粤5321民初123号' }],
    ['with an amount that is a number', { ...guidance, amount: 12000.5 }],
    ['with an amount without places', { ...guidance, amount: '12000' }],
    ['with no method at all', { ...guidance, method: [] }],
    ['with a method twice', { ...guidance, method: ['law', 'law'] }],
    ['with a method outside a list', { ...guidance, method: 'law' }],
    ['of the zeroth version', { ...trial, rev: 0 }],
    ['with a history of no time', { ...trial, history: [{ rev: 1, at: '昨天', op: 'add', step: 1 }] }],
  ])('none does that is %s, nor does the program read it', async (_name, entry) => {
    const document: unknown = JSON.parse(JSON.stringify(aLedger(entry)));
    expect(fits(document, await schemaOf('ledger'))).toBe(false);
    const box = await smallWorkspace();
    await box.write('ledgers/li-min.json', JSON.stringify(document));
    expect((await box.run(['trial', 'list'])).code).toBe(3);
  });

  test('it says in words what each field is, and when', async () => {
    const schema = await schemaOf('ledger');
    const ofKind = (id: string): number => KINDS.findIndex((kind) => kind.id === id);
    const field = (kind: string, key: string): unknown =>
      inside(schema, 'properties', 'entries', 'items', 'anyOf', ofKind(kind), 'properties', key);
    expect(field('mediation', 'closedOn')).toMatchObject({
      title: '结束日期',
      description: '填了“调解结果”才填，不早于“委派（委托）日期”，不早于“材料签收（平台接受）日期”',
    });
    expect(field('visit', 'form')).toEqual({
      title: '方式',
      description: 'visit 走访、talk 座谈、other 其他',
      enum: ['visit', 'talk', 'other'],
    });
    expect(field('guidance', 'summary')).toMatchObject({ description: '视其他各项而定，有时必填' });
    expect(field('mediation', 'procedure')).toMatchObject({
      description:
        'smallClaims 小额诉讼程序、summary 简易程序、ordinary 普通程序、special 特别程序。视其他各项而定，有时不填',
    });
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: '法官进综治中心工作台账（liaison-ledger/1）',
      required: ['format', 'court', 'judge', 'entries'],
    });
  });
});

describe('the roster’s', () => {
  test('the roster of the sample fits it', async () => {
    expect(fits(JSON.parse(await sampleFile('roster.json')), await schemaOf('roster'))).toBe(true);
  });

  test.each<readonly [string, (good: string) => string]>([
    ['without a court', (good) => good.replace('"court"', '"tribunal"')],
    ['with a court code of letters', (good) => good.replace('"粤5321"', '"YUE5321"')],
    [
      'with a day of no calendar',
      (good) => good.replace(/"from": "20\d\d-\d\d-\d\d"/u, '"from": "2024-06-31"'),
    ],
    ['with a role that is none', (good) => good.replace('"role": "liaison"', '"role": "judge"')],
    ['with an id in capitals', (good) => good.replace('"li-min"', '"Li-Min"')],
  ])('none does that is %s', async (_name, damage) => {
    const good = await sampleFile('roster.json');
    expect(damage(good)).not.toBe(good);
    expect(fits(JSON.parse(damage(good)), await schemaOf('roster'))).toBe(false);
  });
});

test('without a word it is the ledger’s, by its Chinese name too, and as JSON it has the version', async () => {
  const box = await sandbox();
  const plain = await box.run(['schema']);
  expect((await box.run(['schema', '台账'])).stdout).toBe(plain.stdout);
  const json = (await box.run(['schema', '--json'])).json();
  expect(json).toEqual(Object.assign({ schemaVersion: 1 }, plain.json()));
});

test('of another file there is none', async () => {
  await expectRefused(await sandbox(), ['schema', 'roaster'], {
    code: 2,
    en: '“roaster” is not one of the choices. The choices are: ledger, roster, submission. Did you mean “roster”?',
    zh: '没有“roaster”这个选项。可选：台账（ledger）、挂点名册（roster）、报送件（submission）。是不是“roster”？',
  });
});
