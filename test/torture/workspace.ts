import { cp, mkdir, mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { runHere } from './program.ts';
import { readPackage } from '../../src/package/package.ts';

const served = ['太平镇', '新城镇'].map((town) => ({ town, from: '2015-01-01' }));

/** Two towns about which `check` has nothing to say. */
const ROSTER = {
  format: 'liaison-roster/1',
  court: { name: '新兴县人民法院', code: '粤5321' },
  leaders: [{ id: 'zhao', name: '赵启文', assignments: served }],
  towns: [
    { name: '太平镇', villages: ['马山社区', '禤村村'] },
    { name: '新城镇', villages: ['州背社区'] },
  ].map((town) => ({
    ...town,
    centre: { name: `${town.name}综治中心` },
    circuitPoint: { name: `${town.name}巡回审判点` },
    tribunal: '太平人民法庭',
  })),
  judges: [
    { id: 'li-min', name: '李敏', role: 'liaison', assignments: served.slice(0, 1) },
    { id: 'he-jing', name: '何静', role: 'liaison', assignments: served.slice(1) },
    { id: 'chen-g', name: '陈国安', role: 'posted', assignments: served },
  ],
};

/** The flags of a visit about which nothing is doubtful. */
export function visitOn(day: string, id: string, judge = 'li-min'): readonly string[] {
  const place = judge === 'li-min' ? ['太平镇', '马山社区'] : ['新城镇', '州背社区'];
  return [
    ...['visit', 'add', '--judge', judge, '--id', id, '--date', day, '--town', ...place.slice(0, 1)],
    ...['--village', ...place.slice(1), '--form', '走访', '--findings', `${day}村民反映巷道排水`],
  ];
}

/** Commands that make the workspace which every scenario begins with. */
const BEGINNING: readonly (readonly string[])[] = [
  visitOn('2024-07-03', 'visit-240703-aaaa'),
  visitOn('2024-07-05', 'visit-240705-bbbb'),
  visitOn('2024-08-06', 'visit-240806-cccc'),
  visitOn('2024-07-09', 'visit-240709-dddd', 'he-jing'),
  ['visit', 'remove', 'visit-240705-bbbb', '--judge', 'li-min', '--reason', '重复登记'],
];

/** Every file below a folder by its path, as Latin-1 text. */
export type Files = ReadonlyMap<string, string>;

/** A folder with a workspace `home`, a user's own folder `user`, and what is handed in `in`; `commands` come behind the usual ones. */
export async function beginning(
  commands: readonly (readonly string[])[],
  given: Readonly<Record<string, string>>,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ledger-torture-'));
  for (const name of ['home/ledgers', 'user', 'in', 'out'])
    await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, 'home/roster.json'), `${JSON.stringify(ROSTER, null, 2)}\n`);
  for (const argv of [...BEGINNING, ...commands]) {
    const { code, stderr } = await runHere(folder, argv);
    if (code !== 0) throw new Error(`${argv.join(' ')} ended with ${String(code)}: ${stderr}`);
  }
  for (const [file, text] of Object.entries(given)) await writeFile(join(folder, file), text);
  return folder;
}

/** A copy of it, to be spoilt. */
export async function copied(folder: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'ledger-torture-'));
  await cp(folder, copy, { recursive: true, preserveTimestamps: true });
  return copy;
}

export async function removed(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

export async function filesBelow(folder: string): Promise<Files> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = await Promise.all(
    paths.sort().map(async (path) => [timeless(relative(folder, path)), await contentOf(path)] as const),
  );
  return new Map(files.map(([path, text], at) => [sealless(path, files.slice(0, at)), text]));
}

/** A cover sheet says the seal code, of which the instant is a part: it is compared by its parts, without the code. */
async function contentOf(path: string): Promise<string> {
  const bytes = await readFile(path);
  if (!basename(path).startsWith('报送单_')) return bytes.toString('latin1');
  try {
    const parts = [...(await readPackage(bytes))].map(
      ([name, part]) => `${name}\n${Buffer.from(part).toString()}`,
    );
    return parts.join('\n').replace(/(?<=核对码：)[0-9A-HJKMNP-TV-Z]{8}/gu, 'CODE');
  } catch {
    return bytes.toString('latin1');
  }
}

/** A sealed file bears its seal in its name, and the instant is sealed too; a second one of an attempt is told apart. */
function sealless(path: string, before: readonly (readonly [string, string])[]): string {
  const without = (name: string): string => name.replace(/_r(\d+)_[0-9a-f]{8}\.json$/u, '_r$1_SEAL.json');
  return before.some(([other]) => without(other) === without(path)) ? path : without(path);
}

/** What was set apart bears the time in its name. */
function timeless(path: string): string {
  return path.replace(/(\.(?:conflict|damaged)-)\d{8}T\d{6}[^/]*(?=\.json$)/u, '$1TIME');
}

/** Removes what was set apart, as somebody does who has looked at it. */
export async function tidied(folder: string): Promise<void> {
  const names = await readdir(join(folder, 'home/ledgers'));
  for (const name of names)
    if (/\.(?:damaged|conflict)-/u.test(name)) await removed(join(folder, 'home/ledgers', name));
}

/** Locks, their private files and guards, and versions that were being written: none may stay for good. */
export function isHelper(path: string): boolean {
  return path.split('/').some((name) => name.startsWith('.ll-') || /^\..*\.lock/u.test(name));
}

/** Makes helper files two hours old: what another run may still be writing is not swept. */
export async function aged(folder: string, paths: Iterable<string>): Promise<void> {
  const then = Date.now() / 1000 - 7200;
  for (const path of paths) {
    if (!isHelper(path)) continue;
    for (let at = path; isHelper(at); at = dirname(at)) await utimes(join(folder, at), then, then);
  }
}
