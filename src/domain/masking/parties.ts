import { isAlias, isJoining, isSeveral, tellsPerson } from './field-words.ts';
import { nameKey } from './folded-text.ts';
import type { PersonField, Piece } from './person-field.ts';
import { isBody } from './role-words.ts';
import type { Part } from './run-reading.ts';

/** Those of a field of persons who are told apart. */
export interface Parties {
  /** Each is surely one party, a body too: its name, or the mask that somebody wrote for it. */
  readonly parties: readonly string[];
  /** Whether the field tells of more: 家属, 员工六人, or what nobody can read. */
  readonly hasMore: boolean;
  /** How many there are in all, where the field says so: `等四人`. */
  readonly count: string;
}

const COUNT = /等(?:共|约)?[\d一二两三四五六七八九十百余多]*[人户名家位]?/u;
/** Who speaks for a body is no party beside it. */
const SPEAKERS = /^(?:经营者|负责人|法定代表人|代表人|代理人|委托代理人)$/u;

/** What is no one body. */
const GROUP = /(?:[户家]|家属|成员|群众|代表|干部|人员|附近|双方)$/u;

/**
 * The parties that a field of persons says. Only who is surely one party is among them, so that no two share a letter; a role
 * (户主:) is nobody, and another name (外号, 曾用名) is nobody else.
 */
export function partiesIn({ pieces, isTorn }: PersonField): Parties {
  const said = pieces.map(({ parts }) => parts.map(({ text }) => text).join('')).join('、');
  const units = isTorn ? [] : pieces.flatMap(unitsOf);
  const found = units.flatMap((unit) => unit.parties);
  const masks = units.flatMap((unit) => unit.masks);
  // 梁某与梁某 are hardly one.
  const isDoubled = new Set(masks).size < masks.length;
  return {
    parties: isDoubled ? [] : [...new Set(found)],
    hasMore: isTorn || isDoubled || units.some(({ hasMore }) => hasMore),
    count: COUNT.exec(said)?.[0] ?? '',
  };
}

interface Unit {
  readonly parties: readonly string[];
  readonly masks: readonly string[];
  readonly hasMore: boolean;
}

const NOBODY: Unit = { parties: [], masks: [], hasMore: false };

function unitsOf(piece: Piece): readonly Unit[] {
  if (!piece.isSure || !piece.isRead) return [{ ...NOBODY, hasMore: true }];
  const units: Part[][] = [[]];
  for (const part of piece.parts) {
    if (part.sort === 'word' && isJoining(part.text)) units.push([]);
    else units.at(-1)?.push(part);
  }
  return units.map((parts) => unitOf(parts, piece));
}

function unitOf(all: readonly Part[], { mark, isInBrackets }: Piece): Unit {
  // 某物业公司等六户: how many there are is told for the whole field.
  const count = all.findIndex(({ text }) => text === '等');
  const parts = count === -1 ? all : all.slice(0, count);
  const people = parts.filter(({ sort }, index) => {
    const words = parts.slice(0, index).filter((part) => part.sort === 'word');
    const isOther = words.some(({ text }) => isAlias(text) || (isInBrackets && SPEAKERS.test(text)));
    return (sort === 'name' || sort === 'mask') && !isOther;
  });
  const words = parts.filter(({ sort }) => sort === 'word').map(({ text }) => text);
  const isPlural = words.some(isSeveral);
  if (people.length > 0) {
    const behind = parts.slice(parts.findLastIndex(({ sort }) => sort === 'name' || sort === 'mask') + 1);
    const parties = people.map(({ text }) => nameKey(text));
    const masks = people.filter(({ sort }) => sort === 'mask').map(({ text }) => text);
    return { parties, masks, hasMore: behind.some((part) => isSeveral(part.text)) };
  }
  // A role in front of a colon, and what is said of somebody in brackets.
  if (parts.length === 0 || isInBrackets || mark === ':' || words.some(isAlias)) return NOBODY;
  const text = parts.map((part) => part.text).join('');
  if (!isPlural && isBody(text) && !GROUP.test(text)) return { ...NOBODY, parties: [nameKey(text)] };
  return { ...NOBODY, hasMore: isPlural || words.some(tellsPerson) };
}
