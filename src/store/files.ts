import * as fs from 'node:fs';
import { platform } from 'node:os';
import { dirname } from 'node:path';

/**
 * The file calls of the store. They answer as promises, as Node's own do, and are done at once: a command makes some ninety
 * small calls one after the other, and handing each to another thread and back was measured to take a quarter of its time.
 */
export interface FileHandle {
  stat(): Promise<fs.Stats>;
  readFile(): Promise<Buffer>;
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
    const descriptor = fs.openSync(path, flags, mode);
    return {
      stat: () => settled(() => fs.fstatSync(descriptor)),
      readFile: () => settled(() => fs.readFileSync(descriptor)),
      writeFile: (bytes) =>
        settled(() => {
          fs.writeFileSync(descriptor, bytes);
        }),
      chmod: (permissions) =>
        settled(() => {
          fs.fchmodSync(descriptor, permissions);
        }),
      sync: () =>
        settled(() => {
          fs.fsyncSync(descriptor);
        }),
      close: () =>
        settled(() => {
          fs.closeSync(descriptor);
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
    fs.accessSync(path, mode);
  });
export const link = (from: string, to: string): Promise<void> =>
  settled(() => {
    fs.linkSync(from, to);
  });
/** Whether something is at a path. To find nothing is no error here: making one takes ten times as long as the call. */
export const exists = (path: string): Promise<boolean> =>
  settled(() => fs.statSync(path, { throwIfNoEntry: false }) !== undefined);
export const lstat = (path: string): Promise<fs.Stats> => settled(() => fs.lstatSync(path));
export const statfs = (path: string): Promise<fs.StatsFs> => settled(() => fs.statfsSync(path));
export const realpath = (path: string): Promise<string> => settled(() => fs.realpathSync.native(path));
export const readdir = (path: string): Promise<string[]> => settled(() => fs.readdirSync(path));
export const readFile = (path: string): Promise<Buffer> => settled(() => fs.readFileSync(path));
export const rename = (from: string, to: string): Promise<void> =>
  settled(() => {
    fs.renameSync(from, to);
  });
export const unlink = (path: string): Promise<void> =>
  settled(() => {
    fs.unlinkSync(path);
  });
export const rmdir = (path: string): Promise<void> =>
  settled(() => {
    fs.rmdirSync(path);
  });
export const rm = (path: string, options: fs.RmOptions): Promise<void> =>
  settled(() => {
    fs.rmSync(path, options);
  });
export const cp = (from: string, to: string, options: fs.CopySyncOptions): Promise<void> =>
  settled(() => {
    fs.cpSync(from, to, options);
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
  if (fs.statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  const above = dirname(path);
  if (above !== path) makeFolder(above);
  try {
    fs.mkdirSync(path);
  } catch (thrown) {
    // Another run may have made it since.
    if (!fs.statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw thrown;
  }
}

function settled<Result>(work: () => Result): Promise<Result> {
  return new Promise((resolve) => {
    resolve(work());
  });
}
