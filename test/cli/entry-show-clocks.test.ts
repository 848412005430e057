import { expect, test } from 'vitest';
import { agendaWorkspace } from './agenda-workspaces.ts';
import { inside } from './workspaces.ts';

const TODAY = ['--today', '2024-09-18'];

/** What stands under the head of the time limits, up to the history. */
async function limitsOf(id: string, language: string): Promise<readonly string[]> {
  const kind = id.split('-')[0] ?? '';
  const ran = await (await agendaWorkspace()).run([kind, 'show', id, ...TODAY, '--lang', language]);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  const lines = ran.stdout.trimEnd().split('\n');
  return lines.slice(lines.indexOf(language === 'zh' ? '期限：' : 'Time limits:') + 1);
}

test('each clock says what is to be done, by when, whether it was, and why then', async () => {
  expect(await limitsOf('confirmation-240820-f3f3', 'zh')).toEqual([
    '  决定是否受理司法确认申请  2024-09-02  已办',
    '    依据：法释〔2011〕5号第四条：收到申请后三日内',
    '  审结司法确认案件          2024-11-08  未办，还有51天',
    '    依据：民事诉讼法第一百八十七条：立案之日起三十日内；法释〔2011〕5号第五条：十五日内（预警）',
  ]);
  expect(await limitsOf('dispute-240801-d1d1', 'en')).toEqual([
    '  settle the dispute  2024-08-30  open, 19 days late',
    '    basis: the day that was set',
  ]);
});

test('what should be known of a day is said', async () => {
  expect(await limitsOf('matter-240828-m1m1', 'zh')).toEqual([
    '  反馈联系事项办理结果  2024-09-21  未办，还有3天',
    '    依据：实施细则二（二）1、三（三）2',
    '    注：9月21日为周六',
  ]);
  expect((await limitsOf('mediation-240901-e1e1', 'en')).at(-1)).toBe(
    '    note: counted from the delegation: no day of signature',
  );
});

test('as JSON', async () => {
  const box = await agendaWorkspace();
  const shown = async (kind: string, id: string) =>
    inside((await box.run([kind, 'show', id, ...TODAY, '--json'])).json(), 'clocks');
  expect(await shown('matter', 'm1m1')).toEqual([
    {
      clock: 'matterDue',
      what: 'reply to the matter',
      due: '2024-09-21',
      done: false,
      overdue: false,
      basis: 'implementation rules 二(二)1, 三(三)2',
      note: '21 Sep is a Saturday',
    },
  ]);
  expect(await shown('dispute', 'd1d1')).toMatchObject([{ overdue: true, done: false }]);
  expect(await shown('matter', 'm2m2')).toMatchObject([{ overdue: false, done: true }]);
});

test('a contact without an opinion, and what was removed, have none', async () => {
  const box = await agendaWorkspace();
  await box.run(['matter', 'remove', 'm1m1', '--reason', '重复', ...TODAY]);
  for (const [kind, id] of [
    ['deputy', 'g2g2'],
    ['matter', 'm1m1'],
  ] as const) {
    const ran = await box.run([kind, 'show', id, ...TODAY]);
    expect(ran.stdout).not.toContain('Time limits');
    expect((await box.run([kind, 'show', id, '--json'])).json()).toMatchObject({ clocks: [] });
  }
});
