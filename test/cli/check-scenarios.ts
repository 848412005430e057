import { link } from 'node:fs/promises';
import { join } from 'node:path';
import type { IntegrityProblem } from '../../src/domain/problems/integrity.ts';
import { digestOf } from '../../src/store/digest.ts';
import { lockRecord } from '../../src/store/lock-record.ts';
import { sandbox, type Sandbox } from '../support/sandbox.ts';
import { flags, LEDGER, sampleFile } from './workspaces.ts';

/** One corruption planted in a workspace that is well. */
export interface Scenario {
  readonly plant: (box: Sandbox) => Promise<void>;
  readonly severity: 'error' | 'warning';
  /** Where it is to be found, as `--json` says it. */
  readonly where: Readonly<Record<string, unknown>>;
  /** What else follows from it; every change by hand is told as one. */
  readonly also?: readonly string[];
  /** What the next step must name. */
  readonly next?: RegExp;
}

/** A workspace in which nothing is doubtful: 李敏's ledger in its third version, with a first visit and a second, which was edited. */
export async function wellWorkspace(): Promise<Sandbox> {
  const box = await sandbox({ 'roster.json': await sampleFile('roster.json') });
  await add(box, 'first', '2024-09-02');
  await add(box, 'second', '2024-09-12');
  await succeed(box, ['visit', 'edit', 'second', '--note', '同行']);
  return box;
}

async function add(box: Sandbox, id: string, date: string): Promise<void> {
  const visit = flags({ '--date': date, '--findings': `${id}，群众反映的情况` });
  await succeed(box, ['visit', 'add', '--id', id, ...visit, '--judge', 'li-min']);
}

async function succeed(box: Sandbox, argv: readonly string[]): Promise<void> {
  const ran = await box.run([...argv, '--no-input']);
  if (ran.code !== 0) throw new Error(ran.stderr);
}

/** Changes a file's text, which must change. */
async function replace(box: Sandbox, file: string, from: string | RegExp, to: string): Promise<void> {
  const before = await box.read(file);
  const after = before.replace(from, to);
  if (after === before) throw new Error(`nothing was planted in ${file}`);
  await box.write(file, after);
}

/** The backup of a version. */
async function backupOf(box: Sandbox, seq: number): Promise<string> {
  const start = `backups/li-min.${String(seq).padStart(6, '0')}.`;
  const found = Object.keys(await box.files()).find((file) => file.startsWith(start));
  if (found === undefined) throw new Error(`there is no ${start}`);
  return found;
}

/** Writes a version among the backups, under the name that fits its content. */
async function writeBackup(box: Sandbox, seq: number, text: string): Promise<string> {
  const digest = digestOf(Buffer.from(text)).slice(0, 8);
  const name = `backups/li-min.${String(seq).padStart(6, '0')}.2024-09-18.${digest}.json`;
  await box.write(name, text);
  return name;
}

/** A lock of this machine, or of another one that was cloned from it. */
async function lock(box: Sandbox, isOurs: boolean): Promise<void> {
  const own = (await box.read('../user/settings/machine-id')).trim();
  const machineId = isOurs ? own : 'another-machine';
  const startedAt = '2024-09-18T10:00:00+08:00';
  const holder = { id: 'a1', pid: 99, host: 'office-pc', machineId, startedAt, command: 'visit add' };
  await box.write('ledgers/.li-min.lock', lockRecord(holder));
}

/** Another judge's ledger that begins as a copy of 李敏's. */
async function copyTo(box: Sandbox, from = '', to = ''): Promise<void> {
  const copy = (await box.read(LEDGER)).replace('"li-min"', '"tan-xl"').replace('"李敏"', '"谭晓玲"');
  await box.write('ledgers/tan-xl.json', copy.replaceAll(from, to));
}

const IN_SECOND = { file: LEDGER, judge: 'li-min', entry: 'second' };
const EDITED = ['ledger-edited'];

/** One corruption a code: a code without one does not compile. */
export const SCENARIOS: {
  readonly [Code in IntegrityProblem['code'] | 'older-copy' | 'ledger-gone']: Scenario;
} = {
  'rev-not-history': {
    plant: (box) => replace(box, LEDGER, '"rev": 2,\n      "created', '"rev": 5,\n      "created'),
    severity: 'error',
    where: { ...IN_SECOND, field: 'rev', line: 35 },
    also: EDITED,
    next: /ledger backup list/u,
  },
  'history-gap': {
    plant: (box) => replace(box, LEDGER, /\{\s+"rev": 1,[^}]+\},\s+(?=\{\s+"rev": 2)/u, ''),
    severity: 'error',
    where: { ...IN_SECOND, field: 'history', line: 44 },
    also: EDITED,
    next: /ledger backup list/u,
  },
  'history-step-order': {
    plant: (box) => replace(box, LEDGER, '"step": 3', '"step": 1'),
    severity: 'error',
    where: { ...IN_SECOND, field: 'history', line: 44 },
    also: EDITED,
  },
  'history-step-ahead': {
    plant: (box) => replace(box, LEDGER, '"step": 3', '"step": 9'),
    severity: 'error',
    where: { ...IN_SECOND, field: 'history', line: 44 },
    also: EDITED,
  },
  'history-removal-differs': {
    plant: (box) => replace(box, LEDGER, '"op": "edit"', '"op": "remove"'),
    severity: 'error',
    where: { ...IN_SECOND, field: 'history', line: 44 },
    also: EDITED,
  },
  'history-value-differs': {
    plant: (box) => replace(box, LEDGER, '"note": "同行"', '"note": "独自"'),
    severity: 'warning',
    where: { ...IN_SECOND, field: 'note', line: 43 },
    also: EDITED,
  },
  'history-field-unknown': {
    plant: (box) => replace(box, LEDGER, '"field": "note"', '"field": "notes"'),
    severity: 'error',
    where: { ...IN_SECOND, field: 'history', line: 44 },
    also: EDITED,
  },
  'text-invisible': {
    plant: (box) => replace(box, LEDGER, '"second，群众', '"second，\u202e群\u200b众'),
    severity: 'warning',
    where: { ...IN_SECOND, field: 'findings', line: 42 },
    also: EDITED,
  },
  'clock-behind': {
    plant: (box) => replace(box, LEDGER, /("updatedAt": )"2024-09-18T10/gu, '$1"2024-09-19T10'),
    severity: 'warning',
    where: { file: LEDGER, judge: 'li-min', entry: 'first', field: 'updatedAt', line: 17 },
    also: EDITED,
  },
  'older-copy': {
    plant: async (box) => {
      await box.write(LEDGER, await box.read(await backupOf(box, 1)));
    },
    severity: 'error',
    where: { file: LEDGER, judge: 'li-min' },
    next: /ledger backup restore 2 --judge li-min/u,
  },
  'ledger-edited': {
    plant: (box) => replace(box, LEDGER, 'first，群众', 'first，居民'),
    severity: 'warning',
    where: { file: LEDGER, judge: 'li-min' },
  },
  'ledger-gone': {
    plant: (box) => box.remove(LEDGER),
    severity: 'error',
    where: { file: LEDGER, judge: 'li-min' },
    next: /ledger backup restore 2 --judge li-min/u,
  },
  'version-unlinked': {
    plant: (box) => replace(box, LEDGER, /"prev": "[0-9a-f]{8}/u, '"prev": "00000000'),
    severity: 'warning',
    where: { file: LEDGER, judge: 'li-min' },
    also: EDITED,
    next: /ledger backup list/u,
  },
  'versions-forked': {
    plant: async (box) => {
      const other = (await box.read(LEDGER))
        .replace('"同行"', '"独自"')
        .replace('"to": "同行"', '"to": "独自"');
      await writeBackup(box, 3, other);
    },
    severity: 'error',
    where: { file: LEDGER, judge: 'li-min' },
  },
  'backup-unsound': {
    plant: async (box) => replace(box, await backupOf(box, 1), '群众', '居民'),
    severity: 'error',
    where: { judge: 'li-min' },
    next: /ledger backup list --judge li-min/u,
  },
  'head-damaged': {
    plant: (box) => box.write('backups/li-min.head', '{"seq":3'),
    severity: 'warning',
    where: { file: 'backups/li-min.head', judge: 'li-min' },
  },
  'file-stray': {
    plant: (box) => box.write('ledgers/li-min.json的冲突副本', '{}'),
    severity: 'warning',
    where: { file: 'ledgers/li-min.json的冲突副本' },
  },
  'leftover-file': {
    plant: (box) => box.write('ledgers/.ll-0a1b2c3d-k3x9.tmp', '{'),
    severity: 'warning',
    where: { file: 'ledgers/.ll-0a1b2c3d-k3x9.tmp' },
  },
  'conflict-kept': {
    plant: (box) => box.write('ledgers/li-min.conflict-20240918T100000.json', '{}'),
    severity: 'warning',
    where: { file: 'ledgers/li-min.conflict-20240918T100000.json' },
  },
  'damaged-kept': {
    plant: (box) => box.write('ledgers/li-min.damaged-20240918T100000.json', '{'),
    severity: 'warning',
    where: { file: 'ledgers/li-min.damaged-20240918T100000.json' },
  },
  'lock-dead': {
    plant: (box) => lock(box, true),
    severity: 'warning',
    where: { file: 'ledgers/.li-min.lock', judge: 'li-min' },
  },
  'lock-elsewhere': {
    plant: (box) => lock(box, false),
    severity: 'warning',
    where: { file: 'ledgers/.li-min.lock', judge: 'li-min' },
    next: /ledger unlock --judge li-min/u,
  },
  'entry-copied': {
    plant: (box) => copyTo(box),
    severity: 'error',
    where: { file: 'ledgers/tan-xl.json', judge: 'tan-xl', entry: 'first', line: 12 },
    also: ['judge-name-differs', 'town-not-served', 'town-not-served'],
  },
  'entry-id-shared': {
    plant: (box) => copyTo(box, '群众', '居民'),
    severity: 'warning',
    where: { file: 'ledgers/tan-xl.json', judge: 'tan-xl', entry: 'first', line: 12 },
    also: ['judge-name-differs', 'town-not-served', 'town-not-served'],
  },
  'roster-alike': {
    plant: (box) => replace(box, 'roster.json', '"name": "赵启文"', '"name": "邓国粱"'),
    severity: 'warning',
    where: { file: 'roster.json' },
  },
};

/** A second name for a file, as a careless copy makes it. */
export async function hardLink(box: Sandbox, file: string, name: string): Promise<void> {
  await link(join(box.home, file), join(box.home, name));
}
