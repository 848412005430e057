import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Kind } from '../../src/domain/kinds/kind.ts';
import { KINDS } from '../../src/domain/kinds/kinds.ts';
import { run } from '../../src/main.ts';
import { fakeEnvironment, type World } from './environment.ts';

/** What one run of the program left behind. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly asked: readonly { readonly message: string; readonly options: readonly string[] }[];
  /** The JSON on stdout. */
  json(): unknown;
}

/** A workspace in a folder of its own, that goes when the test is over. */
export interface Sandbox {
  readonly home: string;
  run(argv: readonly string[], world?: Partial<World>, kinds?: readonly Kind[]): Promise<Ran>;
  read(file: string): Promise<string>;
  write(file: string, content: string | Uint8Array): Promise<void>;
  remove(file: string): Promise<void>;
  /** Every file by its path, with its bytes as Latin-1 text, for comparing. */
  files(): Promise<Readonly<Record<string, string>>>;
}

/** A sandbox with these files, or with the sample. */
export async function sandbox(content: Readonly<Record<string, string>> | 'sample' = {}): Promise<Sandbox> {
  const folder = await mkdtemp(join(tmpdir(), 'ledger-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const home = join(folder, 'home');
  await mkdir(home);
  if (content === 'sample') await cp(SAMPLE, home, { recursive: true });
  const write = async (file: string, bytes: string | Uint8Array): Promise<void> => {
    await mkdir(dirname(join(home, file)), { recursive: true });
    await writeFile(join(home, file), bytes);
  };
  if (content !== 'sample') for (const [file, text] of Object.entries(content)) await write(file, text);
  return {
    home,
    run: async (argv, world = {}, kinds = KINDS) => {
      const environment = fakeEnvironment({ cwd: home, userHome: join(folder, 'user'), ...world });
      const code = await run(argv, environment, kinds);
      const { stdout, stderr } = environment.written;
      return { code, stdout, stderr, asked: environment.asked, json: () => jsonIn(stdout) };
    },
    read: (file) => readFile(join(home, file), 'utf8'),
    write,
    remove: (file) => rm(join(home, file)),
    files: () => filesBelow(home),
  };
}

/** The sample workspace that ships with the program. */
export const SAMPLE = fileURLToPath(new URL('../../fixtures/sample', import.meta.url));

async function filesBelow(home: string): Promise<Readonly<Record<string, string>>> {
  const found = await readdir(home, { recursive: true, withFileTypes: true });
  const paths = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files: Record<string, string> = {};
  for (const path of paths.sort())
    files[path.slice(home.length + 1)] = (await readFile(path)).toString('latin1');
  return files;
}

function jsonIn(text: string): unknown {
  return JSON.parse(text);
}
