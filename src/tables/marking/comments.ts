import { escapeCellText, escapeMarkup } from '../../package/escape.ts';
import { prefixAt, Splice } from './splice.ts';

/** A comment to be made, at a cell's name such as B7. */
export interface Comment {
  readonly cell: string;
  readonly text: string;
}

const namespaces = {
  transitional: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  strict: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
};

/** A new part with comments (ECMA-376 18.7). */
export function commentsPart(comments: readonly Comment[], author: string, isStrict: boolean): string {
  const namespace = isStrict ? namespaces.strict : namespaces.transitional;
  const list = comments.map((comment) => commentXml(comment, 0, '')).join('');
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${namespace}"><authors><author>${escapeMarkup(author)}</author></authors><commentList>${list}</commentList></comments>`;
}

/**
 * A sheet's comments with ours beside them; what a cell's comment says already stays, and ours is put below. `added` are
 * those that need a shape of their own.
 */
export function extendedComments(
  bytes: Uint8Array,
  comments: readonly Comment[],
  author: string,
): { readonly part: Uint8Array; readonly added: readonly Comment[] } {
  const splice = new Splice(bytes);
  const wanted = new Map(comments.map((comment) => [comment.cell, comment]));
  let prefix = '';
  let authors = 0;
  let listAt = 0;
  let at = '';
  let textAt = 0;
  splice.scan((token, scan) => {
    const { level, name } = scan;
    if (level === 1 && token === 'start') prefix = prefixAt(splice, scan.start);
    else if (level === 3 && token === 'start' && name === 'author') authors += 1;
    else if (level === 2 && token === 'end' && name === 'authors')
      splice.insert(scan.start, `<${prefix}author>${escapeMarkup(author)}</${prefix}author>`);
    else if (level === 2 && name === 'commentList' && (token === 'end' || scan.isEmpty)) listAt = scan.start;
    else if (level === 3 && token === 'start' && name === 'comment') at = scan.tag.text('ref') ?? '';
    else if (level === 4 && token === 'start' && name === 'text') textAt = scan.end;
    else if (level === 5 && (token === 'end' || (token === 'start' && scan.isEmpty)) && /^[tr]$/.test(name))
      textAt = scan.end;
    else if (level === 4 && token === 'end' && name === 'text') {
      const mine = wanted.get(at);
      if (!mine) return;
      splice.insert(textAt, textRun(`\n${mine.text}`, prefix));
      wanted.delete(at);
    }
  });
  const added = [...wanted.values()];
  splice.insert(listAt, added.map((comment) => commentXml(comment, authors, prefix)).join(''));
  return { part: splice.done(), added };
}

function commentXml({ cell, text }: Comment, author: number, prefix: string): string {
  const p = prefix;
  return `<${p}comment ref="${cell}" authorId="${String(author)}"><${p}text>${textRun(text, p)}</${p}text></${p}comment>`;
}

/** A run, since some readers know no other text of a comment. */
function textRun(text: string, prefix: string): string {
  return `<${prefix}r><${prefix}t xml:space="preserve">${escapeCellText(text)}</${prefix}t></${prefix}r>`;
}
