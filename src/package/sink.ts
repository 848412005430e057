import { Buffer } from 'node:buffer';

/** Takes the bytes of a file in order; the next ones come when it is done. */
export type Sink = (bytes: Uint8Array) => Promise<void>;

/** A sink that keeps what it is given. */
export function gathered(): { readonly sink: Sink; readonly bytes: () => Uint8Array } {
  const pieces: Uint8Array[] = [];
  return {
    sink: (bytes) => {
      pieces.push(bytes);
      return Promise.resolve();
    },
    bytes: () => Buffer.concat(pieces),
  };
}
