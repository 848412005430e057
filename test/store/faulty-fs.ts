import * as real from '../../src/store/files.ts';

/**
 * What happens at which file call, counted from 1: `once` and `ever` fail it (and all that follow), `until` fails it and all
 * before; `dead-before` and
 * `dead-after` end the run there, as kill -9 does: the call never returns and nothing after it happens; `short` lets a
 * write store half and report success. `call` counts only calls of that name.
 */
export interface Fault {
  readonly mode: 'once' | 'ever' | 'until' | 'dead-before' | 'dead-after' | 'short';
  readonly at: number;
  readonly reason: string;
  readonly call?: string;
  /** The system says that it is Windows. */
  readonly windows?: true;
  /** Only calls whose path, or first of two, is such. */
  readonly path?: RegExp;
  /** Done before the call that is hit, as another program would do it meanwhile. */
  readonly meanwhile?: () => Promise<void>;
}

let fault: Fault | undefined;
let calls = 0;
let fired = false;
const opened = new Set<real.FileHandle>();
let died = (): void => undefined;

/** Sets the fault of the next run; undefined for none. `whenDead` is called as the run ends. */
export function setFault(next: Fault | undefined, whenDead: () => void = () => undefined): void {
  // What a dead run left open, its process's end would have closed.
  for (const handle of opened) void handle.close();
  opened.clear();
  [fault, calls, fired, died] = [next, 0, false, whenDead];
}

/** Whether the fault came to pass in the run. */
export function hasFired(): boolean {
  return fired;
}

async function step<T>(call: string, work: () => Promise<T>, path?: unknown): Promise<T> {
  if (!fault || (fault.call !== undefined && fault.call !== call)) return work();
  if (fault.path !== undefined && !fault.path.test(String(path))) return work();
  calls += 1;
  const { mode, at, reason } = fault;
  const hit =
    mode === 'until' ? calls <= at : mode === 'ever' || mode.startsWith('dead') ? calls >= at : calls === at;
  if (!hit || mode === 'short') return work();
  fired = true;
  if (fault.meanwhile) {
    await fault.meanwhile();
    return work();
  }
  if (mode === 'once' || mode === 'ever' || mode === 'until') {
    // What is closed is closed, whatever the system says about it.
    if (call === 'close') await work();
    throw Object.assign(new Error(`planted at ${call}`), { code: reason });
  }
  if (mode === 'dead-after' && calls === at) await work();
  died();
  return new Promise<never>(() => undefined);
}

export async function open(...given: Parameters<typeof real.open>): Promise<object> {
  const opening = async (): Promise<real.FileHandle> => {
    const found = await real.open(...given);
    opened.add(found);
    return found;
  };
  const handle = await step('open', opening, given[0]);
  return {
    writeFile: (bytes: Uint8Array) =>
      step(
        'write',
        async () => {
          const short = fault?.mode === 'short' && calls === fault.at;
          if (short) fired = true;
          await handle.writeFile(short ? bytes.subarray(0, bytes.length / 2) : bytes);
        },
        given[0],
      ),
    readFile: () => step('read', () => handle.readFile()),
    chmod: (mode: number) => step('chmod', () => handle.chmod(mode)),
    sync: () => step('fsync', () => handle.sync(), given[0]),
    stat: () => step('fstat', () => handle.stat()),
    close: () =>
      step('close', () => {
        opened.delete(handle);
        return handle.close();
      }),
  };
}

const passed =
  <Given extends unknown[], Result>(call: string, work: (...given: Given) => Promise<Result>) =>
  (...given: Given): Promise<Result> =>
    step(call, () => work(...given), given[0]);

export const isWindows = (): boolean => fault?.windows ?? real.isWindows();

/** Time passes at once. */
export const pause = (): Promise<unknown> => Promise.resolve();

export const cp = passed('cp', real.cp);
export const exists = passed('exists', real.exists);
export const rmdir = passed('rmdir', real.rmdir);
export const access = passed('access', real.access);
export const link = passed('link', real.link);
export const lstat = passed('lstat', (path: string) => real.lstat(path));
export const mkdir = passed('mkdir', (path: string) => real.mkdir(path));
export const readFile = passed('readFile', (path: string) => real.readFile(path));
export const readdir = passed('readdir', (path: string) => real.readdir(path));
export const realpath = passed('realpath', (path: string) => real.realpath(path));
export const rename = passed('rename', real.rename);
export const rm = passed('rm', real.rm);
export const statfs = passed('statfs', real.statfs);
export const unlink = passed('unlink', real.unlink);
