import { escapeMarkup } from '../../package/escape.ts';
import { prefixAt, Splice } from './splice.ts';

/** The workbook with one more sheet in front, which is the one shown; names of single sheets move on with them. */
export function withFrontSheet(
  bytes: Uint8Array,
  name: string,
  relation: string,
  relations: string,
): Uint8Array {
  const splice = new Splice(bytes);
  let prefix = '';
  let listAt = 0;
  let last = 0;
  splice.scan((token, scan) => {
    if (token !== 'start') return;
    const { level, tag } = scan;
    if (level === 2 && scan.name === 'sheets') {
      prefix = prefixAt(splice, scan.start);
      listAt = scan.end;
    } else if (level === 3 && scan.name === 'sheet') last = Math.max(last, tag.integer('sheetId') ?? 0);
    else if (level === 3 && scan.name === 'workbookView') {
      for (const place of [tag.range('activeTab'), tag.range('firstSheet')])
        if (place) splice.replace(place.from, place.to, '0');
    } else if (level === 3 && scan.name === 'definedName') {
      const place = tag.range('localSheetId');
      const sheet = tag.integer('localSheetId');
      if (place && sheet !== undefined) splice.replace(place.from, place.to, String(sheet + 1));
    }
  });
  splice.insert(
    listAt,
    `<${prefix}sheet xmlns:r="${relations}" name="${escapeMarkup(name, true)}" sheetId="${String(last + 1)}" r:id="${relation}"/>`,
  );
  return splice.done();
}

/** A relationship to be added to a part's. */
export interface NewRelation {
  readonly id: string;
  readonly kind: string;
  readonly target: string;
}

/** A part's relationships with further ones; a new part where it had none. */
export function withRelations(
  bytes: Uint8Array | undefined,
  added: readonly NewRelation[],
  relations: string,
): Uint8Array {
  const own = (prefix: string): string =>
    added
      .map(
        ({ id, kind, target }) =>
          `<${prefix}Relationship Id="${id}" Type="${relations}/${kind}" Target="${escapeMarkup(target, true)}"/>`,
      )
      .join('');
  if (!bytes) {
    return new TextEncoder().encode(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${own('')}</Relationships>`,
    );
  }
  return atRootEnd(bytes, own);
}

/** A content type to be told: of one part, or of all parts with an ending. */
export type NewType =
  { readonly part: string; readonly type: string } | { readonly ending: string; readonly type: string };

/** The package's content types with further ones; an ending that is there already stays as it is. */
export function withTypes(bytes: Uint8Array, added: readonly NewType[]): Uint8Array {
  const known = new Set<string>();
  new Splice(bytes).scan((token, scan) => {
    if (token !== 'start' || scan.level !== 2) return;
    known.add((scan.tag.text('Extension') ?? scan.tag.text('PartName') ?? '').toLowerCase());
  });
  return atRootEnd(bytes, (prefix) =>
    added
      .map((type) => {
        if ('part' in type)
          return `<${prefix}Override PartName="/${escapeMarkup(type.part, true)}" ContentType="${type.type}"/>`;
        if (known.has(type.ending)) return '';
        return `<${prefix}Default Extension="${type.ending}" ContentType="${type.type}"/>`;
      })
      .join(''),
  );
}

function atRootEnd(bytes: Uint8Array, made: (prefix: string) => string): Uint8Array {
  const splice = new Splice(bytes);
  let prefix = '';
  splice.scan((token, scan) => {
    if (scan.level !== 1 || token === 'text') return;
    const name = splice.text(scan.start, scan.end);
    if (token === 'start') prefix = prefixAt(splice, scan.start);
    if (token === 'end') splice.insert(scan.start, made(prefix));
    else if (scan.isEmpty)
      splice.replace(
        scan.start,
        scan.end,
        `${name.replace(/\/>$/, '').trimEnd()}>${made(prefix)}</${prefix}${scan.name}>`,
      );
  });
  return splice.done();
}
