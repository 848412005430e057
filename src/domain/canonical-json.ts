/**
 * A value in the one form that RFC 8785 (JSON Canonicalization Scheme) gives it: no blanks, members in the order of their
 * keys' UTF-16 units, texts and numbers as ECMAScript writes them. Members that are undefined are not there. Throws a
 * TypeError for what JSON can't say.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  const isNumber = typeof value === 'number' && Number.isFinite(value);
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || isNumber)
    return JSON.stringify(value);
  throw new TypeError(`no JSON: ${typeof value}`);
}
