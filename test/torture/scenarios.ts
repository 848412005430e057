import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CommandEntry } from '../../src/cli/commands.ts';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import { lockRecord } from '../../src/store/lock-record.ts';
import { visitOn } from './workspace.ts';

/** A command that writes, as the torture runs it. */
export interface Scenario {
  /** The words behind `ledger`, the command's own first; run in a folder with `home` (the workspace), `in` and `out`. */
  readonly argv: readonly string[];
  /** What tells it from others of the same command. */
  readonly of?: string;
  /** Commands that make the workspace ready for it. */
  readonly before?: readonly (readonly string[])[];
  /** Files that are handed in, such as `in/走访.csv`. */
  readonly given?: Readonly<Record<string, string>>;
  /** The exit code without a fault; 0 unless said. */
  readonly exit?: number;
  /** The workspace it works on; `home` unless said. */
  readonly home?: string;
  /** Once it is done, doing it again is refused. */
  readonly once?: true;
  /** What it can't read it names and leaves out, with exit code 7. */
  readonly goesOn?: true;
  /** Makes the folder what the command is for: damaged, or locked by a run that died. */
  readonly spoil?: (folder: string) => Promise<void>;
  /** Keeps beside a file what was there before, which `check` tells until somebody has looked at it. */
  readonly keepsOld?: true;
  /** Erases for good, in more than one step: what is half done is neither version, and no backup has the old one. */
  readonly erases?: true;
  /** Takes so long that the short form strikes only where it writes. */
  readonly slow?: true;
  /** Writes as another scenario of the same command does, and takes long: the short form leaves it out unless it is named. */
  readonly isCostly?: true;
}

const HEADS = '走访日期,乡镇,村（社区）,走访形式,走访情况';

/** What the judge's other PC has more, as a file written by hand. */
const OTHER_PC = `${JSON.stringify({
  format: 'liaison-ledger/1',
  court: '新兴县人民法院',
  judge: { id: 'li-min', name: '李敏' },
  entries: [
    {
      id: 'visit-240815-zzzz',
      kind: 'visit',
      date: '2024-08-15',
      town: '太平镇',
      village: '禤村村',
      form: 'visit',
      findings: '村民反映界址不清',
    },
  ],
})}\n`;

/** As the Notepad of old saves what it calls Unicode. */
async function asUtf16(folder: string): Promise<void> {
  const file = join(folder, 'home/ledgers/he-jing.json');
  await writeFile(file, `\uFEFF${await readFile(file, 'utf8')}`, 'utf16le');
}

async function lockedElsewhere(folder: string): Promise<void> {
  const holder = {
    id: 'x',
    pid: 7,
    host: 'front-desk',
    machineId: 'other',
    startedAt: '2024-09-12T10:00:00+08:00',
  };
  await writeFile(
    join(folder, 'home/ledgers/.he-jing.lock'),
    lockRecord({ ...holder, command: 'visit add' }),
  );
}

/** One table: at least one scenario for every command that writes; a test demands it. */
export const SCENARIOS: readonly Scenario[] = [
  { argv: visitOn('2024-09-12', 'visit-240912-eeee') },
  {
    of: 'with no ledger yet',
    home: 'fresh',
    argv: ['visit', 'add', '--home', 'fresh', ...visitOn('2024-09-12', 'visit-240912-eeee').slice(2)],
    before: [['init', '--office', '--roster', 'home/roster.json', '--home', 'fresh']],
  },
  {
    argv: ['visit', 'edit', 'visit-240703-aaaa', '--judge', 'li-min', '--met', '社区干部'],
  },
  {
    argv: ['visit', 'remove', 'visit-240703-aaaa', '--judge', 'li-min', '--reason', '重复登记'],
  },
  { argv: ['visit', 'restore', 'visit-240705-bbbb', '--judge', 'li-min'] },
  { argv: ['visit', 'report', 'visit-240703-aaaa', '--judge', 'li-min', '--on', '2024-07-04'] },
  {
    argv: ['import', 'in/走访.csv', '--judge', 'li-min'],
    given: {
      'in/走访.csv': `${HEADS}\n2024-09-10,太平镇,马山社区,走访,圩镇停车\n2024-09-11,太平镇,禤村村,座谈,界址不清\n`,
    },
  },
  {
    of: 'with mistakes, which are marked in a copy',
    argv: ['import', 'in/走访.csv', '--judge', 'li-min'],
    given: { 'in/走访.csv': `${HEADS}\n2024-13-10,太平镇,马山社区,走访,圩镇停车\n` },
    exit: 3,
  },
  { argv: ['form', '走访座谈', '--judge', 'li-min', '-o', 'out/填报表.xlsx'] },
  { argv: ['report', '--judge', 'li-min', '--quarter', '2024Q3'], slow: true, goesOn: true },
  { argv: ['consolidate', '--quarter', '2024Q3'], slow: true, goesOn: true },
  {
    of: 'masked',
    argv: ['consolidate', '--quarter', '2024Q3', '--masked', 'external'],
    slow: true,
    goesOn: true,
    isCostly: true,
  },
  { argv: ['appraise', '--quarter', '2024Q3'], slow: true, goesOn: true },
  { argv: ['bulletin', '--quarter', '2024Q3'], slow: true },
  { argv: ['template', 'export', '汇总台账'] },
  { argv: ['export', '--format', 'json', '-o', 'out/登记.json'], goesOn: true },
  { argv: ['agenda', '--ics', 'out/待办.ics'], goesOn: true },
  { argv: ['undo', '--judge', 'he-jing'], once: true },
  { argv: ['redo', '--judge', 'he-jing'], before: [['undo', '--judge', 'he-jing']], once: true },
  {
    argv: ['merge', 'in/li-min.json', '--judge', 'li-min'],
    given: { 'in/li-min.json': OTHER_PC },
  },
  {
    argv: ['redact', 'visit-240703-aaaa', '--judge', 'li-min', '--field', 'findings', '--reason', '依法删除'],
    erases: true,
  },
  { argv: ['submit', '--quarter', '2024Q3', '--judge', 'li-min', '--problems', '个别村道路未通'] },
  {
    home: 'fresh',
    argv: ['receive', 'home/submissions/2024Q3/报送件_李敏_2024年第三季度_第1次.txt', '--home', 'fresh'],
    before: [
      ['submit', '--quarter', '2024Q3', '--judge', 'li-min'],
      ['init', '--office', '--roster', 'home/roster.json', '--home', 'fresh'],
    ],
  },
  { argv: ['backup', 'restore', '2', '--judge', 'li-min'] },
  {
    argv: ['repair', '--from-encoding', 'utf-16', '--judge', 'he-jing'],
    spoil: asUtf16,
    keepsOld: true,
  },
  { argv: ['unlock', '--judge', 'he-jing'], spoil: lockedElsewhere },
  {
    argv: ['init', '--judge', 'li-min', '--roster', 'home/roster.json', '--home', 'new'],
    once: true,
  },
  { of: 'the sample', argv: ['init', '--sample', '--home', 'new'], once: true },
];

/** The scenario as it is told apart in the table of counts. */
export function nameOf({ argv, of }: Scenario): string {
  const end = argv.findIndex((word) => word.startsWith('-') || /[/.\d]/u.test(word));
  const words = argv.slice(0, end === -1 ? 2 : Math.min(end, 2)).join(' ');
  return of === undefined ? words : `${words}, ${of}`;
}

/** Commands that write and have no scenario. Those of a kind are the same for every kind: one of them stands for all. */
export function withoutScenario(
  commands: readonly CommandEntry[],
  scenarios: readonly Scenario[] = SCENARIOS,
): readonly string[] {
  const isKind = (word: string): boolean => KINDS.some(({ id }) => id === word);
  const isOf = (argv: readonly string[], { path }: CommandEntry): boolean =>
    path.every((word, at) => (at === 0 && isKind(word)) || argv[at] === word);
  return commands
    .filter(({ writes }) => writes !== 'nothing')
    .filter((command) => !scenarios.some(({ argv }) => isOf(argv, command)))
    .map(({ path }) => path.join(' '));
}
