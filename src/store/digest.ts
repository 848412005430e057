import type crypto from 'node:crypto';
import { getBuiltinModule } from 'node:process';

/** The SHA-256 of bytes or text, as 64 hexadecimal digits: the `base` that a later commit must find unchanged. */
export function digestOf(content: Uint8Array | string): string {
  return digests().createHash('sha256').update(content).digest('hex');
}

/** Loaded with the first digest: that takes as long as a dozen file calls, and commands that only read ask for none. */
function digests(): typeof crypto {
  return getBuiltinModule('node:crypto');
}
