import { expect, test } from 'vitest';
import { partiesIn } from '../../../src/domain/masking/parties.ts';

test('parties are told apart, bodies among them, and how many more there are', () => {
  expect(partiesIn('果农邓大有与农资店老板梁大强')).toEqual({ parties: ['邓大有', '梁大强'], more: '' });
  expect(partiesIn('原告：梁大强 陈小红；被告：某饲料店')).toEqual({
    parties: ['梁大强', '陈小红', '某饲料店'],
    more: '',
  });
  expect(partiesIn('梁某、某物业公司等六户')).toEqual({
    parties: ['梁某', '某物业公司等六户'],
    more: '等六户',
  });
});
