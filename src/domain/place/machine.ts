import { error, warning, type Finding } from '../problem.ts';

/** The oldest Node that the program is tested with. */
export const OLDEST_NODE = '20.19.0';

/** The width that every table of the program fits into. */
const COLUMNS = 80;

/** A version of Node that the program was never tried on. */
export function checkNode(found: string): readonly Finding[] {
  const [here, needed] = [numbersOf(found), numbersOf(OLDEST_NODE)];
  const first = needed.findIndex((number, index) => here[index] !== number);
  const isOlder = first >= 0 && (here[first] ?? 0) < (needed[first] ?? 0);
  return isOlder ? [error({ code: 'node-too-old', found, needed: OLDEST_NODE })] : [];
}

/** A locale that names an encoding other than UTF-8: Chinese would come out as other characters. */
export function checkLocale(locale: string): readonly Finding[] {
  const encoding = /\.([\w-]+)/u.exec(locale)?.[1];
  if (encoding === undefined || /^utf-?8$/iu.test(encoding)) return [];
  return [warning({ code: 'console-encoding', found: encoding })];
}

/** A window that is too narrow for the tables. */
export function checkColumns(columns: number): readonly Finding[] {
  return columns < COLUMNS ? [warning({ code: 'console-narrow', columns, needed: COLUMNS })] : [];
}

function numbersOf(version: string): readonly number[] {
  return version.replace(/^v/u, '').split('.').map(Number);
}
