import { nameKey } from './folded-text.ts';
import { isName } from './name-forms.ts';
import { JOINED, parted, placesOf } from './name-pieces.ts';
import { namesIn } from './person-names.ts';

/** What a party is in a case, in front of its name and a colon. */
const STATION =
  /^(?:原告|被告|第三人|自诉人|被告人|负责人|经营者|法定代表人|(?:被)?(?:申请人|上诉人|申请执行人|执行人))$/u;

/** The parties that a field of persons says, bodies too, as they are told apart; and how many more there are: `等四人`. */
export function partiesIn(text: string): { readonly parties: readonly string[]; readonly more: string } {
  const plain = text.normalize('NFKC').replaceAll(/[(（][^()（）]*[)）]/gu, '');
  const more = /等(?:共|约)?[\d一二两三四五六七八九十百余多]*[人户名家位]?/u.exec(plain)?.[0] ?? '';
  const parties = parted(plain)
    .map((piece) => piece.trim())
    .filter((piece) => !STATION.test(piece))
    .flatMap(eachParty)
    .flatMap((piece) => {
      const names = namesIn(piece, true).map(({ name }) => name);
      return names.length > 0 ? names : [nameKey(piece)];
    })
    .filter((piece) => piece !== '' && !isDetail(piece));
  return { parties: [...new Set(parties)], more };
}

/** What is said of a party beside its name: 男, 汉族, 1970年生. */
function isDetail(piece: string): boolean {
  return /^[男女]$|\d|族$|^(?:生|出生|住|现住|户籍)/u.test(piece);
}

function eachParty(piece: string): readonly string[] {
  if (namesIn(piece, false).length === 1 && isName(piece.trim())) return [piece];
  const at = JOINED.slice(0, 4)
    .concat('诉')
    .flatMap((word) => placesOf(piece, word))
    .sort((one, other) => one - other)
    .find((place) => place > 1 && place < piece.trim().length - 1);
  return at === undefined ? [piece] : [piece.slice(0, at), ...eachParty(piece.slice(at + 1))];
}
