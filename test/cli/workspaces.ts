import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Kind } from '../../src/domain/kinds/kind.ts';
import type { World } from '../support/environment.ts';
import { SAMPLE, sandbox, type Sandbox } from '../support/sandbox.ts';

/** The ledger of 李敏, who serves 太平镇 and has three visits in 2024Q3 up to 18 September, one more after it. */
export const LEDGER = 'ledgers/li-min.json';

/** A file of the sample. */
export async function sampleFile(file: string): Promise<string> {
  return readFile(join(SAMPLE, file), 'utf8');
}

/** A liaison judge's own workspace: the sample's roster and 李敏's ledger alone. */
export async function ownWorkspace(): Promise<Sandbox> {
  return sandbox({ 'roster.json': await sampleFile('roster.json'), [LEDGER]: await sampleFile(LEDGER) });
}

/** A roster of two towns, which no sample changes: 李敏 serves 太平镇 with its villages 马山社区 and 禤村村. */
const SMALL_ROSTER = {
  format: 'liaison-roster/1',
  court: { name: '新兴县人民法院', code: '粤5321' },
  towns: [
    { name: '大江镇', villages: ['里洞村'] },
    { name: '太平镇', aliases: ['太平'], villages: ['马山社区', { name: '禤村村', aliases: ['禤村'] }] },
  ],
  judges: [{ id: 'li-min', name: '李敏', assignments: [{ town: '太平镇', from: '2015-01-01' }] }],
};

/** 李敏's workspace with some entries as her file would hold them, none unless said, and rules of the roster's. */
export async function smallWorkspace(
  entries: readonly object[] = [],
  rules: Readonly<Record<string, unknown>> = {},
): Promise<Sandbox> {
  const ledger = {
    format: 'liaison-ledger/1',
    court: '新兴县人民法院',
    judge: { id: 'li-min', name: '李敏' },
    entries,
  };
  return sandbox({
    'roster.json': JSON.stringify({ ...SMALL_ROSTER, rules }),
    [LEDGER]: JSON.stringify(ledger),
  });
}

/** The flags of a visit about which nothing is doubtful. */
export const VISIT: readonly string[] = [
  ...['--date', '2024-09-12', '--town', '太平镇', '--village', '马山社区', '--form', 'visit'],
  ...['--findings', '圩镇排水渠堵塞，两户邻居争执'],
];

/** Flags with some of them replaced; undefined takes one out. */
export function flags(over: Readonly<Record<string, string | undefined>>): readonly string[] {
  const pairs = VISIT.flatMap((flag, index) => (index % 2 === 0 ? [[flag, VISIT[index + 1]] as const] : []));
  const merged = { ...Object.fromEntries(pairs), ...over };
  return Object.entries(merged).flatMap(([flag, value]) => (value === undefined ? [] : [flag, value]));
}

/** The part of a JSON value at a path. */
export function inside(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (part, step) => (typeof part === 'object' && part !== null ? Reflect.get(part, step) : undefined),
    value,
  );
}

/** What a refusal says, in both languages, and its exit code. */
export interface Refused {
  readonly code: number;
  readonly en: string;
  readonly zh: string;
}

/** Runs a command in both languages: it must refuse in these words, print no result, and leave every byte as it was. */
export async function expectRefused(
  box: Sandbox,
  argv: readonly string[],
  refused: Refused,
  world: Partial<World> = {},
  kinds?: readonly Kind[],
): Promise<void> {
  const before = await box.files();
  for (const language of ['en', 'zh'] as const) {
    const ran = await box.run([...argv, '--lang', language], world, kinds);
    expect({ code: ran.code, stdout: ran.stdout, stderr: ran.stderr }).toEqual({
      code: refused.code,
      stdout: '',
      stderr: `${refused[language]}\n`,
    });
    expect(await box.files()).toEqual(before);
  }
}
