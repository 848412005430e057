// Loaded into the built program before it starts (`node --require`): every file call below one folder is written down and
// counted, sync, by callback or as a promise, and at one of them what was ordered happens. The program has no seam for it.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';
import { resolve, sep } from 'node:path';
import type { Fault, Mode, Orders } from './fault.ts';

type Work = (...given: unknown[]) => unknown;

const real = { ...fs };
const orders = ordersIn(process.env['TORTURE'] ?? '');
const log = real.openSync(orders.log, 'a');
const { fault } = orders;

let calls = 0;
let counted = 0;
let refusals = 0;
/** The call and path that stay busy once they were. */
let busy = '';
let isSpent = false;
const paths = new Map<number, string>();

const NEEDS_SPACE = new Set(['create', 'write', 'writeFile', 'fsync', 'mkdir', 'link', 'copyFile', 'cp']);
/** What Windows refuses while another program looks at a file. */
const NEEDS_THE_FILE = new Set(['rename', 'unlink', 'rmdir', 'rm']);
const BUSY_FOR = 3;

/** Calls that only hand on to others, each of which is seen by itself. */
const OUTER = new Set(['readFile', 'writeFile', 'appendFile', 'exists']);
const OF_DESCRIPTORS = [
  'read',
  'readv',
  'write',
  'writev',
  'fsync',
  'fdatasync',
  'fstat',
  'fchmod',
  'fchown',
  'ftruncate',
  'futimes',
  'close',
];
const OF_PATHS = [
  ...[
    'open',
    'access',
    'stat',
    'lstat',
    'realpath',
    'readdir',
    'opendir',
    'readlink',
    'mkdir',
    'mkdtemp',
    'rmdir',
  ],
  ...['rm', 'unlink', 'rename', 'link', 'symlink', 'copyFile', 'cp', 'chmod', 'chown', 'truncate', 'utimes'],
  ...['readFile', 'writeFile', 'appendFile', 'exists'],
];

for (const name of [...OF_PATHS, ...OF_DESCRIPTORS]) {
  wrap(fs, `${name}Sync`, (work) => seenSync(name, work));
  // The callback of `exists` is told no error.
  if (name !== 'exists') wrap(fs, name, (work) => seenByCallback(name, work));
}
for (const name of OF_PATHS) wrap(fs.promises, name, (work) => seenPromise(name, work));
// `realpath.native` hangs on the function itself.
wrap(fs.realpathSync, 'native', (work) => seenSync('realpath', work));
if (fault?.mode === 'ebusy-passes' || fault?.mode === 'ebusy-stays') {
  // The patience with busy files is Windows' own; what it waits, it need not wait here.
  wrap(os, 'platform', () => () => 'win32');
  wrap(
    globalThis,
    'setTimeout',
    (work) =>
      (then, ms, ...rest) =>
        work(then, Number(ms) / 100, ...rest),
  );
}
syncBuiltinESMExports();

function wrap(owner: object, name: string, made: (work: Work) => Work): void {
  const work: unknown = Reflect.get(owner, name);
  if (typeof work !== 'function') return;
  const wrapped = made((...given): unknown => Reflect.apply(work, owner, given));
  // What hangs on the function, such as `realpath.native`, hangs on the new one too.
  for (const key of Object.keys(work)) Reflect.set(wrapped, key, Reflect.get(work, key));
  Reflect.set(owner, name, wrapped);
}

function seenSync(name: string, work: Work): Work {
  return (...given) => {
    const path = pathIn(name, given);
    if (path === undefined || isOuter(name, given)) return work(...given);
    const result = struck(name, path, given, () => work(...given));
    if (name === 'open' && typeof result === 'number') paths.set(result, path);
    if (name === 'close' && typeof given[0] === 'number') paths.delete(given[0]);
    return result;
  };
}

/** The same, told to the callback as Node would: later. */
function seenByCallback(name: string, work: Work): Work {
  const sync: unknown = Reflect.get(fs, `${name}Sync`);
  return (...given) => {
    const callback: unknown = given.at(-1);
    if (pathIn(name, given) === undefined || isOuter(name, given) || !isWork(callback) || !isWork(sync))
      return work(...given);
    const tell = (error: unknown, result?: unknown): void => {
      setImmediate(() => {
        callback(error, result);
      });
    };
    try {
      tell(null, sync(...given.slice(0, -1)));
    } catch (thrown) {
      tell(thrown);
    }
    return undefined;
  };
}

function seenPromise(name: string, work: Work): Work {
  return async (...given) => {
    const path = pathIn(name, given);
    if (path === undefined) return work(...given);
    const result = await promised(() => struck(name, path, given, () => work(...given)));
    if (name === 'open' && typeof result === 'object' && result !== null) seeHandle(result, path);
    return result;
  };
}

function seeHandle(handle: object, path: string): void {
  const names = {
    sync: 'fsync',
    datasync: 'fdatasync',
    stat: 'fstat',
    chmod: 'fchmod',
    truncate: 'ftruncate',
    read: 'read',
    write: 'write',
    readFile: 'read',
    writeFile: 'write',
    close: 'close',
  };
  for (const [method, name] of Object.entries(names))
    wrap(
      handle,
      method,
      (work) =>
        (...given) =>
          promised(() => struck(name, path, [0, ...given], () => work(...given))),
    );
}

async function promised(work: () => unknown): Promise<unknown> {
  const result: unknown = await work();
  return result;
}

function isWork(value: unknown): value is Work {
  return typeof value === 'function';
}

/** Does a call, or what was ordered at it. */
function struck(name: string, path: string, given: readonly unknown[], work: () => unknown): unknown {
  calls += 1;
  const call = name === 'open' && isMaking(given[1]) ? 'create' : name;
  note(calls, call, path);
  if (!fault) return work();
  if (busy === `${call} ${path}`) throw refused('EBUSY', name);
  if (fault.mode === 'ebusy-passes' && refusals > 0 && refusals < BUSY_FOR && NEEDS_THE_FILE.has(call)) {
    refusals += 1;
    throw refused('EBUSY', name);
  }
  if (!isHit(fault, call, path)) return work();
  note(calls, 'fired', path);
  return done(fault, call, path, given, work);
}

function isHit({ at, mode }: Fault, call: string, path: string): boolean {
  if (isSpent && !isLasting(mode)) return false;
  if (typeof at === 'object') {
    if (!isSpent && (call !== at.call || !path.endsWith(at.onto))) return false;
  } else {
    if (!counts(mode, call)) return false;
    counted += 1;
    if (counted < at) return false;
  }
  isSpent = true;
  return true;
}

function isLasting(mode: Fault['mode']): boolean {
  return mode === 'eio-ever' || mode === 'enospc';
}

function counts(mode: Fault['mode'], call: string): boolean {
  if (mode === 'short' || mode === 'lying') return call === 'write';
  if (mode === 'enospc') return NEEDS_SPACE.has(call);
  if (mode === 'ebusy-passes' || mode === 'ebusy-stays') return NEEDS_THE_FILE.has(call);
  return true;
}

function done(
  fault: Fault,
  call: string,
  path: string,
  given: readonly unknown[],
  work: () => unknown,
): unknown {
  switch (fault.mode) {
    case 'edit':
      real.writeFileSync(fault.file, fault.content);
      return work();
    case 'park':
      real.writeFileSync(fault.parked, '');
      while (!real.existsSync(fault.go)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      return work();
    case 'kill-before':
      return die();
    case 'kill-after':
      work();
      return die();
    case 'interrupt':
      process.kill(process.pid, 'SIGINT');
      // Another thread of the process may be the one that takes the signal, a moment later.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
      return work();
    case 'short':
    case 'lying':
      return shortened(fault.mode, given);
    case 'ebusy-passes':
      refusals = 1;
      throw refused('EBUSY', call);
    case 'ebusy-stays':
      busy = `${call} ${path}`;
      throw refused('EBUSY', call);
    default:
      // What is closed is closed, whatever the system says about it.
      if (call === 'close') work();
      throw refused(fault.mode === 'enospc' ? 'ENOSPC' : 'EIO', call);
  }
}

/** Half of what was to be written, and how much that was: the truth (`short`), or as if it were all. */
function shortened(mode: Mode, given: readonly unknown[]): number {
  const [descriptor, bytes, offset = 0, length] = given;
  if (typeof descriptor !== 'number' || !(bytes instanceof Uint8Array))
    throw new Error('a write of another form');
  const from = Number(offset);
  const wanted = typeof length === 'number' ? length : bytes.length - from;
  const written = real.writeSync(descriptor, bytes, from, Math.floor(wanted / 2));
  return mode === 'short' ? written : wanted;
}

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
}

function refused(code: string, call: string): Error {
  return Object.assign(new Error(`${code}: planted, ${call}`), { code, syscall: call });
}

function note(number: number, name: string, path: string): void {
  real.writeSync(log, `${String(number)}\t${name}\t${path}\n`);
}

/** The path below the root that a call is about; undefined where it is about something else. */
function pathIn(name: string, given: readonly unknown[]): string | undefined {
  const [first, second] = given;
  if (typeof first === 'number') return paths.get(first);
  const isOfTwo = ['rename', 'link', 'copyFile', 'cp'].includes(name);
  return below(isOfTwo ? second : first) ?? below(first);
}

function below(path: unknown): string | undefined {
  if (typeof path !== 'string' && !(path instanceof URL) && !Buffer.isBuffer(path)) return undefined;
  const whole = resolve(path instanceof URL ? path.pathname : path.toString());
  return whole === orders.root || whole.startsWith(orders.root + sep)
    ? whole.slice(orders.root.length + 1)
    : undefined;
}

/** Node does these by calls that are seen one by one; only text without a descriptor goes another way. */
function isOuter(name: string, given: readonly unknown[]): boolean {
  if (!OUTER.has(name)) return false;
  if (name === 'exists') return false;
  const options = name === 'readFile' ? given[1] : given[2];
  const isText =
    name === 'readFile' ? options !== undefined && options !== null : typeof given[1] === 'string';
  return !isText;
}

function isMaking(flags: unknown): boolean {
  return typeof flags === 'string'
    ? /[wa]/u.test(flags)
    : typeof flags === 'number' && (flags & fs.constants.O_CREAT) !== 0;
}

function ordersIn(text: string): Orders {
  const orders: unknown = JSON.parse(text);
  if (!isOrders(orders)) throw new Error('TORTURE holds no orders');
  return orders;
}

function isOrders(value: unknown): value is Orders {
  return typeof value === 'object' && value !== null && 'root' in value && 'log' in value;
}
