import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { displayWidth } from '../src/cli/render/width.ts';
import { checkLedger } from '../src/domain/checks.ts';
import { KINDS } from '../src/domain/kinds/kinds.ts';
import { ledgerFromJson, ledgerToText } from '../src/domain/ledger-format.ts';
import { DEFAULT_RULES } from '../src/domain/roster.ts';
import { rosterFromJson } from '../src/domain/roster-format.ts';
import type { Language } from '../src/domain/words.ts';
import { workdaysFrom } from '../src/domain/workdays.ts';
import { manual as manualEn } from '../src/messages/manual-en.ts';
import { manual as manualZh } from '../src/messages/manual-zh.ts';
import { zh } from '../src/messages/zh.ts';
import { day } from './support/builders.ts';
import type { Answer } from './support/environment.ts';
import { sandbox, type Ran, type Sandbox } from './support/sandbox.ts';

/** A line of a document that is typed, the exit code the document tells, and what it shows as printed, if it does. */
interface Example {
  readonly line: string;
  readonly code: number;
  readonly printed?: string;
}

/** A fenced block of a document: what stands behind its backticks, and its text. */
interface Fence {
  readonly info: string;
  readonly text: string;
}

const DOCUMENTS = [
  'README.md',
  'README.zh-CN.md',
  'CONTRIBUTING.md',
  'FORMAT.md',
  'SECURITY.md',
  'CHANGELOG.md',
];

const read = (document: string): Promise<string> =>
  readFile(new URL(`../${document}`, import.meta.url), 'utf8');

describe.each<[string, Language]>([
  ['README.md', 'en'],
  ['README.zh-CN.md', 'zh'],
  ['CONTRIBUTING.md', 'en'],
  ['FORMAT.md', 'en'],
])('%s', (document, language) => {
  test('runs in the sample, and prints what it says', async () => {
    const home = await sandbox('sample');
    for (const example of examplesIn(await read(document)))
      await expectExample(home, example, language, document);
  });
});

const MANUALS = [
  ...manualZh.map((topic) => ['zh', topic.name, topic.text] as const),
  ...manualEn.map((topic) => ['en', topic.name, topic.text] as const),
];

describe.each(MANUALS)('the manual in %s, %s', (language, name, text) => {
  test('runs in the sample', async () => {
    const home = await sandbox('sample');
    for (const example of examplesOfTopic(text)) await expectExample(home, example, language, name);
  });

  test('is at most 76 columns wide', () => {
    expect(text.split('\n').filter((line) => displayWidth(line) > 76)).toEqual([]);
  });

  test('is what `help` prints', async () => {
    const { code, stdout } = await (await sandbox()).run(['help', name, '--lang', language]);
    expect(code).toBe(0);
    expect(stdout).toContain(`${text}\n`);
  });
});

test('the manual has the same topics in both languages, each with commands', () => {
  expect(manualEn.map(({ name }) => name)).toEqual(manualZh.map(({ name }) => name));
  for (const { name, text } of [...manualZh, ...manualEn])
    expect(examplesOfTopic(text).length, name).toBeGreaterThan(0);
});

describe('FORMAT.md', () => {
  test('shows rosters that the program reads', async () => {
    const rosters = fencesOf(await read('FORMAT.md')).filter(({ info }) => info === 'json roster');
    expect(rosters).toHaveLength(2);
    for (const { text } of rosters)
      expect(rosterFromJson(JSON.parse(text), NOWHERE)).toHaveProperty('roster');
  });

  test('shows ledgers that the program reads, and writes back as they stand', async () => {
    const ledgers = fencesOf(await read('FORMAT.md')).filter(({ info }) => info === 'json ledger');
    expect(ledgers).toHaveLength(3);
    for (const { text } of ledgers) {
      const result = ledgerFromJson(JSON.parse(text), KINDS, NOWHERE);
      expect(result).toHaveProperty('ledger');
      if ('ledger' in result && text.includes('"seq"')) expect(ledgerToText(result.ledger, KINDS)).toBe(text);
    }
  });

  test('shows an entry of every kind, about which nothing is wrong or doubtful', async () => {
    const texts = fencesOf(await read('FORMAT.md')).flatMap(({ info, text }) =>
      info === 'json ledger' || info === 'json roster' ? [{ info, text }] : [],
    );
    const roster = rosterFromJson(JSON.parse(texts[1]?.text ?? ''), NOWHERE);
    const ledger = ledgerFromJson(JSON.parse(texts.at(-1)?.text ?? ''), KINDS, NOWHERE);
    if (!('roster' in roster && 'ledger' in ledger)) throw new Error('they were to be read');
    expect(ledger.ledger.entries.map(({ kind }) => kind)).toEqual(KINDS.map(({ id }) => id));
    const findings = checkLedger(ledger.ledger, {
      kinds: KINDS,
      roster: roster.roster,
      workdays: workdaysFrom([]),
      today: day('2024-09-30'),
      language: 'en',
    });
    expect(findings).toEqual([]);
  });

  test('lists every problem code once, and no other', async () => {
    const rows = [
      ...(await read('FORMAT.md')).matchAll(/^\| `([a-z0-9-]+)` \| (\w+) \| (\d+(?:, \d+)?) \| .+ \|$/gmu),
    ];
    expect(rows.map(([, code]) => code).sort()).toEqual(Object.keys(zh.problems).sort());
    // Only an error stops a command; what a warning leaves is 0, or 7 where the medium did not confirm.
    for (const [row, , severity, exit] of rows)
      expect([severity, severity === 'warning'], row).toEqual([
        severity === 'warning' ? 'warning' : 'error',
        exit === '0' || row.includes('`not-confirmed`'),
      ]);
  });

  test('names every field of every kind, and every rule of a roster', async () => {
    const text = await read('FORMAT.md');
    const sections = new Map(text.split(/^#{2,3} /mu).map((section) => [section.split('\n')[0], section]));
    const rowsOf = (heading: string): readonly (readonly string[])[] =>
      [...(sections.get(heading) ?? '').matchAll(/^\| `(\w+)` \| ([^|]+) \| ([^|]+) \|(.*)\|$/gmu)].map(
        (row) => row.slice(1).map((cell) => cell.trim()),
      );
    const common = rowsOf('every kind');
    for (const { id, ledger, fields } of KINDS) {
      const rows = [...rowsOf(`\`${id}\` ${ledger.zh}`), ...common];
      expect(rows.map(([key, label]) => [key, label])).toEqual(
        fields.map(({ key, label }) => [key, label.zh]),
      );
      for (const [index, { key, required, needs, type }] of fields.entries()) {
        const [, , value = '', when = ''] = rows[index] ?? [];
        expect([id, key, when.split(';')[0] === 'required']).toEqual([id, key, required === true]);
        if (needs !== undefined) expect(when).toContain(`\`${needs}\``);
        if (key !== 'type' && (type.offer.type === 'choice' || type.offer.type === 'several'))
          for (const { id: choice, label } of type.offer.choices)
            expect(value).toContain(`\`${choice}\` ${label.zh}`);
      }
    }
    for (const rule of Object.keys(DEFAULT_RULES)) expect(text).toContain(`\`${rule}\``);
  });
});

test.each(DOCUMENTS)('%s points only to files that are there', async (document) => {
  const text = await read(document);
  const links = [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/gu)].map(([, link]) => link ?? '');
  const paths = [...text.matchAll(/`((?:src|test|templates|fixtures|bin)\/[\w./-]*)`/gu)].map(
    ([, path]) => path ?? '',
  );
  const missing = [...links, ...paths].filter((path) => !existsSync(new URL(`../${path}`, import.meta.url)));
  expect(missing).toEqual([]);
});

/** Runs one example and holds it to its code and to what the document shows. */
async function expectExample(
  home: Sandbox,
  example: Example,
  language: Language,
  document: string,
): Promise<void> {
  const where = `${document}: ${example.line}`;
  const { code, stdout, stderr } = await runLine(home, example.line, language);
  expect(code, `${where}\n${stderr}`).toBe(example.code);
  if (example.printed !== undefined)
    expect(masked(code === 0 ? stdout : stderr), where).toBe(masked(example.printed));
}

/** The day after the sample ends, so that what is printed is what everybody sees who tries the sample later. */
const NOW = '2025-07-01T02:00:00Z';

async function runLine(home: Sandbox, line: string, language: Language): Promise<Ran> {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  const answers = ANSWERS.find(([asking]) => asking.test(line))?.[1];
  return home.run(wordsOf(line).slice(1), {
    locale,
    now: NOW,
    ...(answers ? { answers: answers[language] } : {}),
  });
}

/** What a person at a terminal answers to the lines that ask. */
const ANSWERS: readonly (readonly [RegExp, Readonly<Record<Language, readonly Answer[]>>])[] = [
  [
    /^ledger visit add --judge \S+$/u,
    {
      zh: ['2024-9-13', '太平镇', '马山社区', '走访', '', '', '防汛期间排查', '', '', '', 'save', 'save'],
      en: [
        '2024-9-13',
        '太平镇',
        '马山社区',
        'visit',
        '',
        '',
        'risks of flooding',
        '',
        '',
        '',
        'save',
        'save',
      ],
    },
  ],
];

/** The words of a line as a shell would hand them over; double quotes keep spaces together. */
function wordsOf(line: string): readonly string[] {
  return (line.match(/(?:[^\s"]|"[^"]*")+/gu) ?? []).map((word) => word.replaceAll('"', ''));
}

/** Digests change with every template, ids and seals with every run; none is what a document is about. */
function masked(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line
        .trimEnd()
        .replace(/\b[0-9a-f]{12}$/u, '<digest>')
        .replace(/(?<=核对码 |seal code |\d {2})[0-9A-HJKMNP-TV-Z]{8}(?![0-9A-Za-z])/gu, '<code>')
        .replace(/(?<=_r\d+_)[0-9a-f]{8}(?=\.json)/gu, '<seal>')
        .replace(/(?<=（编号 |\(id |visit report )[a-z0-9]{4}/gu, '<id>'),
    )
    .join('\n')
    .trimEnd();
}

function fencesOf(markdown: string): readonly Fence[] {
  return [...markdown.matchAll(/^```([^\n]*)\n(.*?)^```$/gmsu)].map(([, info = '', text = '']) => ({
    info,
    text,
  }));
}

/** The lines of the `sh` blocks; a `text` block behind one is what its last line prints. */
function examplesIn(markdown: string): readonly Example[] {
  const fences = fencesOf(markdown);
  return fences.flatMap(({ info, text }, index): readonly Example[] => {
    if (info !== 'sh') return [];
    const lines = text.split('\n').filter((line) => line !== '');
    for (const line of lines) expect(line).toMatch(/^(ledger|npm) /u);
    const typed = lines.flatMap(typedIn);
    const next = fences[index + 1];
    return typed.map((example, place) =>
      place === typed.length - 1 && next?.info === 'text' ? { ...example, printed: next.text } : example,
    );
  });
}

/** A line of a shell, which may call the program by its file behind others: `npm ci && node bin/ledger.js …`. */
function typedIn(line: string): readonly Example[] {
  const [typed = '', remark = ''] = line.split(/\s+#\s/u);
  const code = Number(/(?:exit code|退出码) (\d+)/u.exec(remark)?.[1] ?? 0);
  return typed
    .split(' && ')
    .map((part) => part.replace(/^node bin\/ledger\.js /u, 'ledger '))
    .filter((part) => part.startsWith('ledger '))
    .map((part) => ({ line: part, code }));
}

/** The indented lines of a topic that begin with `ledger`, with what goes on below them further in. */
function examplesOfTopic(text: string): readonly Example[] {
  const lines = text.replace(/\n {4,}(?=--)/gu, ' ').split('\n');
  return lines.flatMap((line, index) => {
    if (!line.startsWith('  ledger ')) return [];
    const code = Number(/(?:exit code|退出码) (\d+)/u.exec(lines[index + 1] ?? '')?.[1] ?? 0);
    return [{ line: line.trim(), code }];
  });
}

const NOWHERE = { value: () => ({}), key: () => ({}) };
