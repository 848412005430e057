import { build } from 'esbuild';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/main.ts';
import { processEnvironment } from '../../src/process-environment.ts';
import type { Call, Fault, Orders } from './fault.ts';

/** How a run ended, what it said, and the file calls it made below its folder. */
export interface Ended {
  /** The exit code, or the name of the signal that ended it. */
  readonly code: number | string;
  readonly stdout: string;
  readonly stderr: string;
  readonly calls: readonly Call[];
  /** Whether the fault struck. */
  readonly fired: boolean;
}

const ROOT = process.cwd();
/** The built program's main script. */
export const BUILT = join(ROOT, 'bin', 'ledger.js');

/** The built program in processes of its own, with the loader before it. */
export class Program {
  readonly #loader: string;
  readonly #folder: string;
  /** How many runs there were. */
  runs = 0;

  private constructor(folder: string, loader: string) {
    this.#folder = folder;
    this.#loader = loader;
  }

  static async prepared(): Promise<Program> {
    const folder = await mkdtemp(join(tmpdir(), 'ledger-loader-'));
    const loader = join(folder, 'loader.cjs');
    const common = { bundle: true, platform: 'node', format: 'cjs', logLevel: 'warning' } as const;
    await build({ ...common, entryPoints: [join(ROOT, 'test/torture/loader.ts')], outfile: loader });
    return new Program(folder, loader);
  }

  /** Runs a command in a folder that holds `home` and `user`, with a fault or none. */
  async run(folder: string, argv: readonly string[], fault?: Fault, program = BUILT): Promise<Ended> {
    this.runs += 1;
    const log = join(this.#folder, `${String(this.runs)}.log`);
    const orders: Orders = { root: folder, log, ...(fault && { fault }) };
    const env = { ...variablesFor(folder), PATH: process.env['PATH'], TORTURE: JSON.stringify(orders) };
    const ended = await execute(['--require', this.#loader, program, ...argv], folder, env);
    const written = await readFile(log, 'utf8').catch(() => '');
    await rm(log, { force: true });
    const lines = written.split('\n').filter((line) => line !== '');
    const noted = lines.map((line): Call => {
      const [number = '', name = '', path = ''] = line.split('\t');
      return { number: Number(number), name, path };
    });
    return {
      ...ended,
      calls: noted.filter(({ name }) => name !== 'fired'),
      fired: noted.some(({ name }) => name === 'fired'),
    };
  }

  /** Runs a command without the loader, and ends it as kill -9 does after so many milliseconds where that is said. */
  async runPlain(
    folder: string,
    argv: readonly string[],
    killAfterMs?: number,
  ): Promise<Pick<Ended, 'code' | 'stdout' | 'stderr'>> {
    this.runs += 1;
    const env = { ...variablesFor(folder), PATH: process.env['PATH'] };
    return execute([BUILT, ...argv], folder, env, killAfterMs);
  }

  async remove(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** The same program without a process of its own, which takes a tenth of the time: for what comes before and behind a fault. */
export async function runHere(
  folder: string,
  argv: readonly string[],
): Promise<Omit<Ended, 'calls' | 'fired'>> {
  const said = { stdout: '', stderr: '' };
  const output = (name: 'stdout' | 'stderr') => ({
    isTerminal: false,
    columns: 80,
    colorLevel: 0 as const,
    write: (text: string) => {
      said[name] += text;
    },
  });
  const world = {
    ...processEnvironment(),
    cwd: folder,
    userHome: join(folder, 'user'),
    settingsFolder: join(folder, 'user', '.config', 'liaison-ledger'),
    variables: variablesFor(folder),
    locale: 'zh-CN',
    programFolder: ROOT,
    stdinIsTerminal: false,
    stdout: output('stdout'),
    stderr: output('stderr'),
  };
  const code = await run(argv, world);
  return { code, ...said };
}

function variablesFor(folder: string): Readonly<Record<string, string>> {
  return {
    HOME: join(folder, 'user'),
    LEDGER_HOME: join(folder, 'home'),
    LEDGER_TODAY: '2024-09-18',
    LANG: 'zh_CN.UTF-8',
    TZ: 'Asia/Shanghai',
  };
}

function execute(
  argv: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
  killAfterMs = 0,
): Promise<Pick<Ended, 'code' | 'stdout' | 'stderr'>> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      argv,
      { cwd, env, timeout: killAfterMs, killSignal: 'SIGKILL' },
      (_error, stdout, stderr) => {
        resolve({ code: child.exitCode ?? child.signalCode ?? 'lost', stdout, stderr });
      },
    );
    child.stdin?.end();
  });
}
