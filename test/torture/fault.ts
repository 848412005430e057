/** What is planted at a file call. Each says below which calls it counts. */
export const MODES = [
  'eio-once',
  'eio-ever',
  'kill-before',
  'kill-after',
  'interrupt',
  'short',
  'lying',
  'enospc',
  'ebusy-passes',
  'ebusy-stays',
] as const;
export type Mode = (typeof MODES)[number];

/** Modes that strike at any file call; the others only at those that they can befall. */
export const EVERYWHERE: readonly Mode[] = ['eio-once', 'kill-before', 'eio-ever', 'kill-after', 'interrupt'];

/** What else the loader can do at a call: another program saves a file, or the run stands still until it is let go on. */
export type Deed =
  | { readonly mode: Mode }
  | { readonly mode: 'edit'; readonly file: string; readonly content: string }
  /** Makes the file `parked` and waits until there is a file `go`. */
  | { readonly mode: 'park'; readonly parked: string; readonly go: string };

/** At which call: the so-many-th that the mode counts, or the first of a name onto a path with this ending. */
export type Point = number | { readonly call: string; readonly onto: string };

/** A deed and its point. */
export type Fault = Deed & { readonly at: Point };

/** What the loader is told through the variable TORTURE, as JSON. */
export interface Orders {
  /** Only calls on paths below this folder are seen. */
  readonly root: string;
  /** Where each call is written down, outside the root. */
  readonly log: string;
  readonly fault?: Fault;
}

/** One file call as it was written down. */
export interface Call {
  readonly number: number;
  /** Such as `rename`, `fsync`, `write`; `fired` where the fault struck. */
  readonly name: string;
  /** Below the root; of two paths the second. */
  readonly path: string;
}
