import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DEFAULT_RULES } from '../../src/domain/roster.ts';
import { rosterFromJson } from '../../src/domain/roster-format.ts';
import { located } from '../support/builders.ts';

const least = {
  format: 'liaison-roster/1',
  court: { name: '新兴县人民法院' },
  towns: [{ name: '太平镇' }],
  judges: [{ id: 'li-min', name: '李敏', assignments: [{ town: '太平镇' }] }],
};

function read(value: unknown) {
  const result = rosterFromJson(value, located);
  if ('findings' in result) throw new Error(JSON.stringify(result.findings));
  return result.roster;
}

function found(value: unknown) {
  const result = rosterFromJson(value, located);
  if ('roster' in result) return [];
  return result.findings.map(({ problem, where }) => ({ ...problem, ...where }));
}

test('only the court’s name, towns’ names and judges are required; the rest has the defaults', () => {
  expect(read(least)).toEqual({
    court: { name: '新兴县人民法院', code: '法' },
    offices: {
      filing: '立案庭',
      research: '审判管理办公室（研究室）',
      filingClerk: { name: '', phone: '' },
      researchClerk: { name: '', phone: '' },
    },
    leadingGroup: { head: '', deputies: [], members: [] },
    rules: [],
    leaders: [],
    towns: [
      {
        name: '太平镇',
        code: '',
        aliases: [],
        centre: undefined,
        circuitPoint: undefined,
        tribunal: '',
        villages: [],
      },
    ],
    judges: [
      {
        id: 'li-min',
        name: '李敏',
        title: '',
        role: 'liaison',
        assignments: [{ town: '太平镇', from: null, to: null }],
      },
    ],
  });
});

test('what is said is kept', () => {
  const roster = read({
    ...least,
    court: { name: '法院', code: '粤5321' },
    offices: { filing: '立案大厅', researchClerk: { name: '欧阳', phone: '1' }, filingClerk: { name: '卢' } },
    leadingGroup: { head: '周', deputies: ['赵'] },
    leaders: [
      { id: 'zhao', name: '赵', assignments: [{ town: '太平镇', from: '2024-06-20', to: null }] },
      { id: 'qian', name: '钱', title: '院长' },
    ],
    towns: [
      {
        name: '太平镇',
        aliases: ['太平'],
        tribunal: '法庭',
        centre: { name: '中心', phone: '2' },
        circuitPoint: { plaqueOn: '2024-07-01' },
        villages: ['马山社区', { name: '禤村村', aliases: ['禤村'], to: '2024-12-31' }],
      },
      { name: '大江镇', circuitPoint: { name: '点' } },
    ],
    judges: [{ id: 'chen', name: '陈', role: 'posted', title: '法官', assignments: [] }],
  });
  expect(roster.court.code).toBe('粤5321');
  expect(roster.offices).toEqual({
    filing: '立案大厅',
    research: '审判管理办公室（研究室）',
    filingClerk: { name: '卢', phone: '' },
    researchClerk: { name: '欧阳', phone: '1' },
  });
  expect(roster.leadingGroup).toEqual({ head: '周', deputies: ['赵'], members: [] });
  expect(roster.leaders).toEqual([
    { id: 'zhao', name: '赵', title: '', assignments: [{ town: '太平镇', from: '2024-06-20', to: null }] },
    { id: 'qian', name: '钱', title: '院长', assignments: [] },
  ]);
  expect(roster.towns[0]).toMatchObject({
    aliases: ['太平'],
    centre: { name: '中心', contact: '', phone: '2' },
    circuitPoint: { name: '', plaqueOn: '2024-07-01' },
    villages: [
      { name: '马山社区', code: '', aliases: [], from: null, to: null },
      { name: '禤村村', code: '', aliases: ['禤村'], from: null, to: '2024-12-31' },
    ],
  });
  expect(roster.towns[1]?.circuitPoint).toEqual({ name: '点', plaqueOn: null });
  expect(roster.judges[0]?.role).toBe('posted');
});

test('rules are one object, a list, or none; what a set leaves out is the default', () => {
  const set = { visitsPerQuarter: 4, quarterBasis: 'cutoff20' };
  const full = { ...DEFAULT_RULES, ...set };
  expect(read({ ...least, rules: set }).rules).toEqual([full]);
  expect(read({ ...least, rules: [set, { from: '2025Q1' }] }).rules).toEqual([
    full,
    { ...DEFAULT_RULES, from: '2025Q1' },
  ]);
  expect(read({ ...least, rules: [] }).rules).toEqual([]);
});

describe('what is wrong is named with its place', () => {
  test.each([
    [
      { ...least, judge: [] },
      [{ code: 'key-unknown', key: 'judge', nearest: 'judges', cell: 'judge', column: 2 }],
    ],
    [{ ...least, court: {} }, [{ code: 'key-missing', key: 'name', cell: 'court' }]],
    [{ format: least.format }, [{ key: 'court' }, { key: 'towns' }, { key: 'judges' }]],
    [
      { ...least, court: { name: '法院', code: 'GD5321' } },
      [{ code: 'value-invalid', expects: 'court-code', found: 'text:6' }],
    ],
    [
      { ...least, court: { name: '法院', code: '粤/..' } },
      [{ code: 'value-invalid', expects: 'court-code' }],
    ],
    [
      { ...least, rules: { visitsPerQuater: 4 } },
      [{ code: 'key-unknown', nearest: 'visitsPerQuarter', cell: 'rules/visitsPerQuater' }],
    ],
    [
      { ...least, rules: [{ dueDay: 31 }] },
      [{ code: 'value-invalid', expects: 'whole-number', cell: 'rules/0/dueDay' }],
    ],
    [
      { ...least, rules: [{ visitForms: ['visits'] }] },
      [{ expects: 'choice', cell: 'rules/0/visitForms/0' }],
    ],
    [{ ...least, rules: 'calendar' }, [{ expects: 'list', found: 'text:8', cell: 'rules' }]],
    [
      { ...least, towns: [{ name: '太平镇', villages: [{ nome: '村' }] }] },
      [{ nearest: 'name' }, { code: 'key-missing' }],
    ],
    [
      { ...least, judges: [{ id: 'Li', name: '李', assignments: [] }] },
      [{ expects: 'judge-id', found: 'text:2' }],
    ],
    [
      { ...least, judges: [{ id: 'li', name: '李', assignments: [{ town: '太平镇', from: '2024-7-1' }] }] },
      [{ expects: 'day', found: 'text:8', cell: 'judges/0/assignments/0/from' }],
    ],
  ])('%#', (value, expected) => {
    expect(found(value)).toMatchObject(expected);
    expect(found(value)).toHaveLength(expected.length);
  });

  test('a newer format is refused before anything else is looked at', () => {
    expect(found({ format: 'liaison-roster/2', nonsense: 1 })).toEqual([
      {
        code: 'format-newer',
        found: 'liaison-roster/2',
        supported: 'liaison-roster/1',
        cell: 'format',
        line: 2,
        column: 1,
      },
    ]);
  });
});

test('the sample is sound', () => {
  const text = readFileSync(new URL('../../fixtures/sample/roster.json', import.meta.url), 'utf8');
  expect(found(JSON.parse(text))).toEqual([]);
});
