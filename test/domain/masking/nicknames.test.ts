import { expect, test } from 'vitest';
import { nicknamesIn } from '../../../src/domain/masking/nicknames.ts';

test.each([
  ['二楼林阿婆家天花渗水', ['林阿婆']],
  ['留守老人吴婶替外出的儿子签收', ['吴婶']],
  ['社区网格员小苏', ['小苏']],
  ['执行局老陈', ['老陈']],
  ['与老陈、阿强争执', ['老陈', '阿强']],
  ['陈大爷说，李大妈不认', ['陈大爷', '李大妈']],
  ['黄老太及温老汉', ['黄老太', '温老汉']],
])('%s calls %j', (text, found) => {
  expect(nicknamesIn(text).toSorted()).toEqual(found.toSorted());
});

test.each([
  '和大伯争执，对方大叔不认',
  '社区阿姨、保洁阿姨',
  '老人、小学、老师、小区、老屋、小马路、老黄牛',
  '黄伯明到场',
  '阿婆说，阿叔的田',
  '姐姐、哥哥、表叔、堂伯、外婆',
  '从小路到老林地',
])('%s calls nobody by name', (text) => {
  expect(nicknamesIn(text)).toEqual([]);
});
