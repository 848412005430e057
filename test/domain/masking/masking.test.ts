import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FieldValue } from '../../../src/domain/fields/field-type.ts';
import { text } from '../../../src/domain/fields/text.ts';
import { day } from '../../../src/domain/fields/day.ts';
import { town } from '../../../src/domain/fields/place.ts';
import { defineKind, fieldOf, kindOf, type Kind } from '../../../src/domain/kinds/kind.ts';
import { KINDS } from '../../../src/domain/kinds/kinds.ts';
import type { Edition } from '../../../src/domain/masking/edition.ts';
import { maskingOf } from '../../../src/domain/masking/masking.ts';
import type { Entry } from '../../../src/domain/entry.ts';
import type { Ledger } from '../../../src/domain/ledger.ts';
import { aJudge, aTown, aVillage, ledgerOf, aRoster } from '../../support/builders.ts';
import { anEntry } from '../../support/entries.ts';

const roster = aRoster({
  towns: [
    aTown('太平镇', {
      aliases: ['太平'],
      villages: [aVillage('马山社区'), aVillage('禤村村', { aliases: ['禤村'] })],
      centre: { name: '太平镇综治中心', contact: '温大伟', phone: '0766-2880101' },
    }),
  ],
  judges: [aJudge('li-min', { name: '李敏' })],
});

/** What an edition shows of one field of the first of some entries. */
function shown(
  edition: Edition,
  key: string,
  entries: readonly Entry[],
  kinds: readonly Kind[] = KINDS,
): string | undefined {
  const [entry] = entries;
  if (!entry) throw new Error('no entry');
  const ledger: Ledger = ledgerOf('li-min', ...entries);
  const masking = maskingOf({ edition, ledgers: [ledger], roster, kinds });
  const kind = kindOf(kinds, entry.kind);
  const row = { judge: { id: 'li-min', name: '李敏' }, entry, town: '太平镇', counted: true };
  return masking.field(kind, fieldOf(kind, key), row)?.text;
}

function dispute(values: Readonly<Record<string, FieldValue>>): Entry {
  return anEntry('dispute', values);
}

describe('院内流转版', () => {
  test('a party is masked in its field and in every text of every entry', () => {
    const about = dispute({ parties: '梁大强、陈小明' });
    const other = anEntry('visit', { findings: '梁 大 强到场，陈小明未到，电话13800138000' });
    expect(shown('internal', 'parties', [about])).toBe('梁某、陈某');
    expect(shown('internal', 'findings', [other, about])).toBe('梁某到场，陈某未到，电话（已隐去）');
  });

  test('what an entry said before a correction is masked too', () => {
    const changes = [{ field: 'parties', from: '梁大强', to: '梁某' }];
    const history = [{ rev: 2, at: '2024-07-04T09:00:00+08:00', op: 'edit', step: 2, changes }] as const;
    const corrected = anEntry('dispute', { parties: '某住户', summary: '梁大强与邻居争执' }, { history });
    expect(shown('internal', 'summary', [corrected])).toBe('梁某1与邻居争执');
  });

  test('a removed entry names people too', () => {
    const removed = anEntry(
      'dispute',
      { parties: '梁大强' },
      { removed: { at: '2024-07-05T09:00:00+08:00', reason: '重复' } },
    );
    expect(shown('internal', 'findings', [anEntry('visit', { findings: '梁大强来电' }), removed])).toBe(
      '梁某来电',
    );
  });

  test('the contacts of the roster are masked', () => {
    expect(shown('internal', 'findings', [anEntry('visit', { findings: '与温大伟同行' })])).toBe(
      '与温某同行',
    );
  });

  test('judges stay, also among others; mediators where the sheet says who mediated', () => {
    const visit = anEntry('visit', { participants: '李敏、法官陈国安、书记员黄小燕、调解员苏带娣' });
    const mediation = anEntry('mediation', { mediator: '苏带娣', officer: '李敏' });
    expect(shown('internal', 'participants', [visit, mediation])).toBe(
      '李敏、法官陈国安、书记员黄某、调解员苏某',
    );
    expect(shown('internal', 'mediator', [mediation, visit])).toBe('苏带娣');
  });

  test('of those whom visits met all are masked alike, also who mediates elsewhere', () => {
    const visit = anEntry('visit', { met: '村党支部书记苏炳南、社区党委书记叶淑仪、温大伟' });
    const trial = anEntry('trial', { mediators: '村党支部书记苏炳南、综治中心温大伟' });
    expect(shown('internal', 'met', [visit, trial])).toBe('村党支部书记苏某、社区党委书记叶某、温某');
    expect(shown('internal', 'mediators', [trial, visit])).toBe('村党支部书记苏炳南、综治中心温大伟');
  });

  test('a mediator who is a party is masked everywhere', () => {
    const both = [anEntry('mediation', { mediator: '苏带娣' }), dispute({ parties: '苏带娣' })];
    expect(shown('internal', 'mediator', both)).toBe('苏某');
  });

  test('a party of a judge’s name is masked, and the judge is named where the judge stands', () => {
    const trial = anEntry('trial', { parties: '李敏', trialJudge: '李敏', followUp: '李敏已履行' });
    expect(shown('internal', 'parties', [trial])).toBe('李某');
    expect(shown('internal', 'followUp', [trial])).toBe('李某已履行');
    expect(shown('internal', 'trialJudge', [trial])).toBe('李敏');
  });

  test('who is called 林阿婆, 小苏 or 阿强 in a text is masked there and everywhere', () => {
    const visit = anEntry('visit', { findings: '林阿婆家漏水，邻居阿强与小苏到场', met: '网格员小苏' });
    const other = anEntry('visit', { findings: '老苏的田靠着吴婶家，小苏调过' });
    expect(shown('internal', 'findings', [visit, other])).toBe('林某家漏水，邻居阿某与苏某1到场');
    expect(shown('internal', 'met', [visit, other])).toBe('网格员苏某1');
    expect(shown('internal', 'findings', [other, visit])).toBe('苏某2的田靠着吴某家，苏某1调过');
  });

  test('of a deputy name, unit, phone and number go', () => {
    const deputy = anEntry('deputy', {
      ...{ name: '伍桂莲', organisation: '马山社区党总支', phone: '镇人大办转', number: '第12号' },
      opinion: '伍桂莲建议增加巡回审判',
    });
    expect(shown('internal', 'name', [deputy])).toBe('伍某');
    for (const key of ['organisation', 'phone', 'number'])
      expect(shown('internal', key, [deputy])).toBe('（已隐去）');
    expect(shown('internal', 'opinion', [deputy])).toBe('伍某建议增加巡回审判');
  });

  test('days, numbers, choices and case numbers are not touched', () => {
    const trial = anEntry('trial', { observers: 30, caseNumber: '（2024）粤5321民初123号' });
    for (const key of ['heldOn', 'observers', 'type', 'caseNumber'])
      expect(shown('internal', key, [trial])).toBeUndefined();
  });
});

describe('对外通报版', () => {
  test('parties are letters, the bodies among them too, and how many more there are', () => {
    expect(shown('external', 'parties', [dispute({ parties: '果农梁大强与某饲料店、陈小明等四人' })])).toBe(
      '当事人甲、乙、丙等四人',
    );
  });

  test('a deputy is what a deputy is', () => {
    const deputy = anEntry('deputy', { name: '伍桂莲', capacity: ['congress'], level: 'county' });
    expect(shown('external', 'name', [deputy])).toBe('一名县人大代表');
    const plain = anEntry('deputy', { name: '伍桂莲', capacity: ['party', 'cppcc'] });
    expect(shown('external', 'name', [plain])).toBe('一名党代表、政协委员');
  });

  test('no text that was written freely is shown, and no village', () => {
    const visit = anEntry('visit', { met: '村干部', note: '同行' });
    for (const key of ['met', 'findings', 'note', 'village'])
      expect(shown('external', key, [visit])).toBe('（略）');
    expect(shown('external', 'venue', [anEntry('outreach', { venue: '马山社区文化楼' })])).toBe('太平镇');
    expect(
      shown('external', 'organisation', [anEntry('mediation', { organisation: '马山社区人民调解委员会' })]),
    ).toBe('某村（社区）人民调解委员会');
  });

  test('a field of people is shown only where all of it is recognised: masks, known places and offices', () => {
    const mediators = (value: string): string | undefined =>
      shown('external', 'mediators', [anEntry('trial', { mediators: value })]);
    expect(mediators('太平镇综治中心区小强、马山社区书记苏炳南')).toBe(
      '太平镇综治中心区某、某村（社区）书记苏某',
    );
    expect(mediators('人民调解员苏某、村委会')).toBe('人民调解员苏某、村委会');
    for (const text of [
      '综治中心温小强、社区网格员小苏',
      '族长阿公',
      '温小强的邻居',
      '阿依古丽',
      '族老和温小强',
    ])
      expect(mediators(text)).toBe('（略）');
    const judged = (value: string): string | undefined =>
      shown('external', 'trialJudge', [anEntry('trial', { trialJudge: value })]);
    expect(judged('李敏、法官陈国安')).toBe('李敏、法官陈国安');
    expect(judged('李敏和书记员小陈')).toBe('（略）');
    const body = (value: string): string | undefined =>
      shown('external', 'department', [anEntry('trial', { department: value })]);
    expect(body('民事审判庭')).toBe('民事审判庭');
    expect(body('执行局老陈')).toBe('（略）');
  });

  test('terms and bodies stay where they are no more than that', () => {
    expect(shown('external', 'cause', [anEntry('trial', { cause: '民间借贷纠纷' })])).toBe('民间借贷纠纷');
    expect(shown('external', 'cause', [anEntry('trial', { cause: '借款3万元，2020年起未还' })])).toBe(
      '（略）',
    );
    expect(shown('external', 'mediator', [anEntry('mediation', { mediator: '苏带娣' })])).toBe('苏某');
  });
});

describe('numbers of cases outside of the court', () => {
  const number = '（2024）粤5321民初123号';
  const sealed = '（2024）粤5321民初×号';
  const trial = (values: Readonly<Record<string, FieldValue>>): Entry =>
    anEntry('trial', { caseNumber: number, ...values });

  test('a judged neighbours’ case bears its number', () => {
    expect(shown('external', 'caseNumber', [trial({ closure: 'judged' })])).toBeUndefined();
  });

  test.each([
    ['婚姻家庭', trial({ type: '婚姻家庭' })],
    ['a family cause', trial({ cause: '赡养纠纷' })],
    ['minors', trial({ followUp: '被告未成年' })],
    ['private prosecution', trial({ cause: '侮辱（刑事自诉）' })],
    ['a mediated case', trial({ closure: 'mediated' })],
    ['mediation on the spot', trial({ mediatedOnSite: true })],
    ['a mediation', anEntry('mediation', { caseNumber: number })],
    ['a confirmation', anEntry('confirmation', { caseNumber: number })],
    ['online filing, where nobody knows of what', anEntry('service', { caseNumber: number })],
  ])('%s does not', (_, entry) => {
    expect(shown('external', 'caseNumber', [entry])).toBe(sealed);
  });

  test('one entry of a case seals it in all', () => {
    const both = [trial({ closure: 'judged' }), anEntry('mediation', { caseNumber: number })];
    expect(shown('external', 'caseNumber', both)).toBe(sealed);
  });

  test('within the court they stay', () => {
    expect(shown('internal', 'caseNumber', [anEntry('mediation', { caseNumber: number })])).toBeUndefined();
  });
});

test('a kind that says nothing of what its texts hold has them masked, and shown to nobody outside', () => {
  const call = defineKind({
    ...{ id: 'call', name: { zh: '来电', en: 'calls' }, ledger: { zh: '来电台账', en: 'calls' } },
    span: { type: 'event', day: 'date' },
    fields: [
      { key: 'date', label: { zh: '日期', en: 'date' }, type: day(), required: true },
      { key: 'town', label: { zh: '镇', en: 'town' }, type: town(), required: true },
      {
        key: 'caller',
        label: { zh: '来电人', en: 'caller' },
        type: text({ example: { zh: '某人', en: 'one' } }),
      },
    ],
    ...{ heads: ['date', 'town', 'caller'], listed: ['date'], headline: ['town'], gist: 'caller' },
  });
  const kinds = [...KINDS, call];
  const entries = [
    {
      id: 'call-240703-aaaa',
      kind: 'call',
      rev: 1,
      values: { date: '2024-07-03', town: '太平镇', caller: '梁大强13800138000' },
    },
    dispute({ parties: '梁大强' }),
  ];
  expect(shown('internal', 'caller', entries, kinds)).toBe('梁某（已隐去）');
  expect(shown('external', 'caller', entries, kinds)).toBe('（略）');
});

test('the same people have the same masks whatever the order of the ledgers', () => {
  const one = ledgerOf('li-min', dispute({ parties: '梁大强' }));
  const other = ledgerOf('chen', dispute({ parties: '梁小红' }));
  const text = '梁大强与梁小红';
  const masks = [
    [one, other],
    [other, one],
  ].map((ledgers) => maskingOf({ edition: 'internal', ledgers, roster, kinds: KINDS }));
  expect(masks.map((masking) => masking.text(text).text)).toEqual(['梁某1与梁某2', '梁某1与梁某2']);
});

test('heads of sheets stay whole whatever somebody wrote for a name', () => {
  const masking = maskingOf({
    edition: 'internal',
    ledgers: [ledgerOf('li-min', dispute({ parties: '登记' }))],
    roster,
    kinds: KINDS,
  });
  expect(masking.text('登记来源').text).toBe('登记来源');
});

const aPerson = fc
  .tuple(
    fc.constantFrom('梁', '陈', '区', '欧阳', '司马', '何'),
    fc.constantFrom('大', '小', '建', '亚'),
    fc.constantFrom('强', '明', '珍', '仔'),
  )
  .map((parts) => parts.join(''));
const spread = fc.constantFrom('', ' ', '\u3000', '\u200b', '·', '\n');

/** A name with something between its characters. */
function written(name: string, between: string): string {
  return Array.from(name).join(between);
}

test('whoever is a party somewhere is named nowhere, however the name is written, and nobody is taken for another', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(aPerson, { minLength: 2, maxLength: 6 }),
      fc.array(
        fc.tuple(
          fc.constantFrom('见到', '与', '，', '村民', '在太平镇马山社区', '电话13800138000'),
          fc.nat(5),
          spread,
        ),
      ),
      fc.boolean(),
      (people, pieces, swapped) => {
        const findings = pieces
          .map(([before, index, between]) => before + written(people[index % people.length] ?? '', between))
          .join('，');
        const ledgers = [
          ledgerOf('li-min', dispute({ parties: people.join('、'), summary: findings || '无' })),
          ledgerOf('chen', anEntry('visit', { findings: findings || '无', met: people[0] ?? '' })),
        ];
        const order = swapped ? ledgers.toReversed() : ledgers;
        for (const edition of ['internal', 'external'] as const) {
          const masking = maskingOf({ edition, ledgers: order, roster, kinds: KINDS });
          for (const { judge, entries } of ledgers) {
            for (const entry of entries) {
              const kind = kindOf(KINDS, entry.kind);
              for (const field of kind.fields) {
                const text =
                  masking.field(kind, field, { judge, entry, town: '太平镇', counted: true })?.text ?? '';
                const plain = text.replaceAll(/[\s\u200b·]/gu, '');
                for (const secret of [...people, '13800138000']) expect(plain).not.toContain(secret);
              }
            }
          }
          const masks = people.map((name) => masking.text(name).text);
          expect(new Set(masks).size).toBe(people.length);
          expect(maskingOf({ edition, ledgers, roster, kinds: KINDS }).text(people.join('，')).text).toBe(
            masks.join('，'),
          );
        }
      },
    ),
    { numRuns: 60 },
  );
});

describe('a name with a word behind it that may be its third character', () => {
  test.each([
    ['张伟 男 45岁、李芳女', '张伟'],
    ['张伟男45岁、李芳女38岁', '李芳'],
    ['张伟户与李明户相邻纠纷', '李明'],
    ['李强之妻王芳', '李强'],
    ['李强因离婚纠纷', '李强'],
    ['李强案', '李强'],
    ['李明的、张伟的', '张伟'],
    ['李明姐', '李明'],
    ['盘秀英、奉凤英', '盘秀英'],
  ])('of %s, %s is told in no other text', (parties, name) => {
    const entry = anEntry('dispute', { parties, summary: '排水沟堵塞' });
    const ledger: Ledger = ledgerOf('li-min', entry);
    const masking = maskingOf({ edition: 'internal', ledgers: [ledger], roster, kinds: KINDS });
    expect(masking.text(`${name}来访反映巷道排水`).text).not.toContain(name);
  });
});
