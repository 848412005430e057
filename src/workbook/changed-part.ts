import type { PartBody, Parts } from '../package/package.ts';
import { parsePart, rootOf, serialisePart, type Element } from '../package/xml.ts';

/** Changes one part, if it is there, and notes it in `changed` where `move` says that it did change anything. */
export function changePart(
  parts: Parts,
  part: string,
  changed: Map<string, PartBody>,
  move: (root: Element) => boolean,
): void {
  const bytes = parts.get(part);
  if (!bytes) return;
  const document = parsePart(bytes);
  if (move(rootOf(document))) changed.set(part, serialisePart(document));
}

/** Sets an attribute to what `change` makes of it; true where that is something else. An absent one stays so. */
export function changeAttribute(element: Element, name: string, change: (text: string) => string): boolean {
  const text = element.getAttribute(name);
  const moved = text === null ? null : change(text);
  if (moved === null || moved === text) return false;
  element.setAttribute(name, moved);
  return true;
}
