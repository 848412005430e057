import { type Finding, Refusal, error } from '../domain/problem.ts';
import type { FileProblem, JsonExpectation, KeptVersion } from '../domain/problems/file.ts';
import { expectedFor, nameOf } from './json-found.ts';
import { losesDigits } from './json-number.ts';
import { positionsIn, type TextPositions } from './text-position.ts';

/** Anything a JSON text can say (RFC 8259). */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

/** A JSON object; its keys are own properties. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** A value and the offset (UTF-16 units) of its first character, with what lies in it. */
export interface JsonNode {
  readonly offset: number;
  readonly value: JsonValue;
  readonly items?: readonly JsonNode[];
  readonly members?: ReadonlyMap<string, JsonMember>;
}

/** One member of an object: the value, and where its key begins. */
export interface JsonMember {
  readonly keyOffset: number;
  readonly node: JsonNode;
}

/** A ledger has a few levels; deeper is somebody else's file, or an attack. */
export const DEPTH_LIMIT = 32;
const keyShown = 64;

// Runs are skipped by the engine's own matcher: a loop over characters is ten times slower before it is compiled.
const SPACE = /[ \t\r\n]*/y;
const PLAIN = /[^"\\\u0000-\u001f]*/y;

/** Whole numbers of so many digits all fit a double. */
const SAFE_DIGITS = 15;

/**
 * Reads a JSON text strictly (RFC 8259), and refuses beyond it what JSON.parse lets pass in silence: duplicate keys, the
 * key `__proto__`, numbers that lose digits, nesting over 32. Throws a Refusal `invalid` with all findings; an error of
 * syntax or depth ends the scan, the others do not.
 */
export function scanJson(text: string, backups: readonly KeptVersion[]): JsonNode {
  let places: TextPositions | undefined;
  const findings: Finding[] = [];
  let at = 0;

  const root = value(1);
  skipSpace();
  if (at < text.length) stop('end');
  if (findings.length > 0) throw new Refusal('invalid', findings);
  return root;

  function positions(): TextPositions {
    return (places ??= positionsIn(text));
  }

  function note(offset: number, problem: FileProblem): void {
    findings.push(error(problem, positions().position(offset)));
  }

  function end(problem: FileProblem): never {
    note(at, problem);
    throw new Refusal('invalid', findings);
  }

  function stop(expected: JsonExpectation): never {
    if (at >= text.length) end({ code: 'json-cut', backups });
    const found = nameOf(text, at);
    const kept = backups.length > 0 ? { backups } : {};
    end({ code: 'json-syntax', found, expected: expectedFor(found, expected), ...kept });
  }

  function skipSpace(): void {
    at = endOf(SPACE);
  }

  /** Where the run of a sticky pattern that begins here ends; it always matches, if only nothing. */
  function endOf(run: RegExp): number {
    run.lastIndex = at;
    run.test(text);
    return run.lastIndex;
  }

  function next(): string | undefined {
    skipSpace();
    return text[at];
  }

  function value(depth: number): JsonNode {
    const first = next();
    if (first === '{' || first === '[') {
      if (depth > DEPTH_LIMIT) end({ code: 'json-too-deep', limit: DEPTH_LIMIT });
      return first === '{' ? object(depth) : array(depth);
    }
    const offset = at;
    if (first === '"') return { offset, value: string('value') };
    if (first === '-' || isDigit()) return { offset, value: number() };
    for (const [word, meaning] of [
      ['true', true],
      ['false', false],
      ['null', null],
    ] as const) {
      if (text.startsWith(word, at)) {
        at += word.length;
        return { offset, value: meaning };
      }
      if (first !== undefined && word.startsWith(text.slice(at, at + word.length))) at = text.length;
    }
    return stop('value');
  }

  function array(depth: number): JsonNode {
    const offset = at;
    const items: JsonNode[] = [];
    at += 1;
    if (next() !== ']') {
      items.push(value(depth + 1));
      while (next() === ',') {
        at += 1;
        items.push(value(depth + 1));
      }
      if (text[at] !== ']') stop('comma-or-bracket');
    }
    at += 1;
    return { offset, value: items.map((item) => item.value), items };
  }

  function object(depth: number): JsonNode {
    const offset = at;
    const members = new Map<string, JsonMember>();
    at += 1;
    if (next() !== '}') {
      member(depth, members, 'key-or-brace');
      while (next() === ',') {
        at += 1;
        skipSpace();
        member(depth, members, 'key');
      }
      if (text[at] !== '}') stop('comma-or-brace');
    }
    at += 1;
    // Defines own properties, so that not even `__proto__` (found, and refused at the end) reaches a prototype.
    const found: Record<string, JsonValue> = {};
    for (const [key, { node }] of members) {
      if (key === '__proto__') Object.defineProperty(found, key, { value: node.value, enumerable: true });
      else found[key] = node.value;
    }
    return { offset, value: found, members };
  }

  function member(depth: number, members: Map<string, JsonMember>, expected: JsonExpectation): void {
    const keyOffset = at;
    const key = string(expected);
    const shown = key.slice(0, keyShown);
    const earlier = members.get(key);
    if (earlier)
      note(keyOffset, {
        code: 'json-duplicate-key',
        key: shown,
        firstLine: positions().line(earlier.keyOffset),
      });
    if (key === '__proto__') note(keyOffset, { code: 'json-forbidden-key', key: shown });
    if (next() !== ':') stop(':');
    at += 1;
    members.set(key, { keyOffset, node: value(depth + 1) });
  }

  function string(expected: JsonExpectation): string {
    const offset = at;
    if (text[at] !== '"') stop(expected);
    let escaped = false;
    for (at += 1; ; at += 1) {
      at = endOf(PLAIN);
      const character = text[at];
      if (character === '"') break;
      if (character === undefined || character === '\n' || character === '\r') stop('"');
      if (character < ' ') stop('escape');
      if (character === '\\') {
        escaped = true;
        escape();
      }
    }
    at += 1;
    return escaped ? String(JSON.parse(text.slice(offset, at))) : text.slice(offset + 1, at - 1);
  }

  /** Leaves `at` on the last character of the escape. */
  function escape(): void {
    at += 1;
    if (text[at] === 'u') {
      for (let digit = 0; digit < 4; digit += 1) {
        at += 1;
        if (!/^[0-9a-fA-F]$/.test(text[at] ?? '')) stop('four-hex-digits');
      }
    } else if (!'"\\/bfnrt'.includes(text[at] ?? '?')) stop('escape');
  }

  function number(): number {
    const offset = at;
    if (text[at] === '-') at += 1;
    if (text[at] === '0') {
      at += 1;
      if (isDigit()) stop('number-without-leading-zero');
    } else digits();
    if (text[at] === '.') {
      at += 1;
      digits();
    }
    if (text[at] === 'e' || text[at] === 'E') {
      at += 1;
      if (text[at] === '+' || text[at] === '-') at += 1;
      digits();
    }
    const literal = text.slice(offset, at);
    if ((literal.length > SAFE_DIGITS || /[.eE]/.test(literal)) && losesDigits(literal))
      note(offset, { code: 'json-number-loses-digits' });
    return Number(literal);
  }

  function digits(): void {
    if (!isDigit()) stop('digit');
    while (isDigit()) at += 1;
  }

  function isDigit(): boolean {
    const character = text[at];
    return character !== undefined && character >= '0' && character <= '9';
  }
}
