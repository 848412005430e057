// 100,000 rows of 14 columns as a quarter has them: seven texts that differ, four of few, two days, three numbers, made as they are asked for.
const TOWNS = [
  '新城镇',
  '车岗镇',
  '水台镇',
  '稔村镇',
  '东成镇',
  '太平镇',
  '里洞镇',
  '大江镇',
  '天堂镇',
  '簕竹镇',
];
const pad = (number) => String(number).padStart(2, '0');

export const HEADS = [
  ...[
    '序号',
    '日期',
    '镇',
    '村',
    '联系法官',
    '方式',
    '走访对象',
    '人数',
    '情况',
    '办理',
    '结果',
    '报告日',
    '次数',
    '备注',
  ],
];

/** One row, without the running number; a day is its text. */
export function rowOf(index) {
  const day = { day: `2024-0${String(7 + (index % 3))}-${pad((index % 28) + 1)}` };
  return [
    day,
    TOWNS[index % 10],
    `第${String(index % 977)}村民委员会`,
    `法官${String(index % 12)}`,
    index % 3 === 0 ? '座谈' : '走访',
    `村民小组长第${String(index)}号`,
    index % 40,
    `村民反映巷道排水事项${String(index)}`,
    `已联系镇司法所处理${String(index)}`,
    index % 5 === 0 ? '未结' : '办结',
    { day: '2024-09-18' },
    (index % 3) + 1,
    `登记号${String(index)}`,
  ];
}

/** Rows that can be read again and are never all in memory. */
export const rows = (count) => ({
  *[Symbol.iterator]() {
    for (let index = 0; index < count; index += 1) yield rowOf(index);
  },
});
