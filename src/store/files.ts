// By name: taken whole, every one of them would be copied when the program begins.
import {
  accessSync,
  closeSync,
  cpSync,
  fchmodSync,
  fstatSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  statfsSync,
  unlinkSync,
  writeFileSync,
  type CopySyncOptions,
  type RmOptions,
  type Stats,
  type StatsFs,
} from 'node:fs';
import { platform } from 'node:os';
import { dirname } from 'node:path';

/**
 * The file calls of the store. They answer as promises, as Node's own do, and are done at once: a command makes some ninety
 * small calls one after the other, and handing each to another thread and back was measured to take a quarter of its time.
 */
export interface FileHandle {
  stat(): Promise<Stats>;
  readFile(): Promise<Buffer>;
  /** At most so many bytes from the beginning. */
  readStart(length: number): Promise<Buffer>;
  /** Writes all of it: a short write goes on until the system has taken every byte or says no. */
  writeFile(bytes: Uint8Array): Promise<void>;
  chmod(mode: number): Promise<void>;
  /** Puts what was written onto the medium. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a file or, for `sync`, a folder. */
export function open(path: string, flags: string | number, mode?: number): Promise<FileHandle> {
  return settled(() => {
    const descriptor = openSync(path, flags, mode);
    return {
      stat: () => settled(() => fstatSync(descriptor)),
      readFile: () => settled(() => readFileSync(descriptor)),
      readStart: (length) =>
        settled(() => {
          const bytes = Buffer.alloc(length);
          return bytes.subarray(0, readSync(descriptor, bytes, 0, length, 0));
        }),
      writeFile: (bytes) =>
        settled(() => {
          writeFileSync(descriptor, bytes);
        }),
      chmod: (permissions) =>
        settled(() => {
          fchmodSync(descriptor, permissions);
        }),
      sync: () =>
        settled(() => {
          fsyncSync(descriptor);
        }),
      close: () =>
        settled(() => {
          closeSync(descriptor);
        }),
    };
  });
}

/** Whether the system is Windows, where a file that any program looks at can't be replaced, and no folder is forced. */
export const isWindows = (): boolean => platform() === 'win32';
/** Lets so many milliseconds pass before a call is tried again. */
export const pause = (ms: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, ms));

export const access = (path: string, mode: number): Promise<void> =>
  settled(() => {
    accessSync(path, mode);
  });
export const link = (from: string, to: string): Promise<void> =>
  settled(() => {
    linkSync(from, to);
  });
/** Whether something is at a path. To find nothing is no error here: making one takes ten times as long as the call. */
export const exists = (path: string): Promise<boolean> =>
  settled(() => statSync(path, { throwIfNoEntry: false }) !== undefined);
export const lstat = (path: string): Promise<Stats> => settled(() => lstatSync(path));
export const statfs = (path: string): Promise<StatsFs> => settled(() => statfsSync(path));
export const realpath = (path: string): Promise<string> => settled(() => realpathSync.native(path));
export const readdir = (path: string): Promise<string[]> => settled(() => readdirSync(path));
export const readFile = (path: string): Promise<Buffer> => settled(() => readFileSync(path));
export const rename = (from: string, to: string): Promise<void> =>
  settled(() => {
    renameSync(from, to);
  });
export const unlink = (path: string): Promise<void> =>
  settled(() => {
    unlinkSync(path);
  });
export const rmdir = (path: string): Promise<void> =>
  settled(() => {
    rmdirSync(path);
  });
export const rm = (path: string, options: RmOptions): Promise<void> =>
  settled(() => {
    rmSync(path, options);
  });
export const cp = (from: string, to: string, options: CopySyncOptions): Promise<void> =>
  settled(() => {
    cpSync(from, to, options);
  });

/**
 * Makes a folder and those above it; one that is there is left as it is. Step by step, since Node's own way never ends where
 * the system can't make one in a folder that is there (`/proc`).
 */
export function mkdir(path: string): Promise<void> {
  return settled(() => {
    makeFolder(path);
  });
}

function makeFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  const above = dirname(path);
  if (above !== path) makeFolder(above);
  try {
    mkdirSync(path);
  } catch (thrown) {
    // Another run may have made it since.
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw thrown;
  }
}

function settled<Result>(work: () => Result): Promise<Result> {
  return new Promise((resolve) => {
    resolve(work());
  });
}
