/**
 * Characters that people and input methods take for each other, each row written as its first one. Only such pairs as differ
 * by a stroke and stand in names of people and places.
 */
const ALIKE: readonly string[] = [
  '己已巳',
  '未末',
  '士土',
  '日曰',
  '戌戍戊',
  '人入',
  '干千',
  '候侯',
  '晴睛',
  '粱梁',
  '冼洗',
  '口囗',
  '天夭',
  '母毋',
  '汨汩',
  '肓盲',
  '刺剌',
  '祟崇',
  '茶荼',
  '暧暖',
  '徒徙',
  '拆折析',
  '〇○零',
  '簕勒',
];

const FIRST_OF: ReadonlyMap<string, string> = new Map(
  ALIKE.flatMap((row) => {
    const [first = '', ...others] = Array.from(row);
    return others.map((other): [string, string] => [other, first]);
  }),
);

/** Whether two names differ, and only by characters that look alike: compatibility forms of Unicode, or a stroke. */
export function lookAlike(one: string, other: string): boolean {
  if (one === other || one === '' || other === '') return false;
  // By characters, since a compatibility form outside the first plane takes two units where its usual one takes one.
  let [here, there] = [0, 0];
  while (here < one.length && there < other.length) {
    const [left, right] = [characterAt(one, here), characterAt(other, there)];
    if (left !== right && skeleton(left) !== skeleton(right)) return false;
    here += left.length;
    there += right.length;
  }
  return here === one.length && there === other.length;
}

/** What names that look alike have in common: equal for two that are the same or differ by look-alike characters only. */
export function lookOf(name: string): string {
  return Array.from(name, skeleton).join('');
}

function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0);
}

/** Characters come again and again, and to normalise one costs a hundred times as much as to look it up. */
const SKELETONS = new Map<string, string>();

function skeleton(character: string): string {
  let known = SKELETONS.get(character);
  if (known === undefined) {
    const plain = character.normalize('NFKC');
    SKELETONS.set(character, (known = FIRST_OF.get(plain) ?? plain));
  }
  return known;
}
