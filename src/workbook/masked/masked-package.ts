import { readPackage, writePackage, type WrittenPackage } from '../../package/package.ts';
import { withoutMachineParts } from './machine-parts.ts';
import { maskedPart } from './masked-part.ts';
import type { MaskText } from './masked-texts.ts';

/** A finished package of any office program with all that its parts tell masked, and nobody's name as its author's. */
export async function maskedPackage(bytes: Uint8Array, mask: MaskText): Promise<WrittenPackage> {
  const parts = withoutMachineParts(await readPackage(bytes));
  return writePackage(
    [...parts].map(([name, part]) => [
      name,
      /\.(?:xml|rels)$/iu.test(name) ? maskedPart(name, part, mask) : part,
    ]),
  );
}
