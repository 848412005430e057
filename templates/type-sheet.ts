import { amount, figure, grouped, short, type Column } from './column.ts';
import type { BelowRow, Frame, SheetPlan } from './official-sheet.ts';

const list = '按纠纷类型';
const percent = '0.0%';

/**
 * The sheet by types of disputes. Rows with a number in 序号 are types and are summed; 其中 rows have none, since the row
 * above holds them. `change` is what the difference to the period before is called.
 */
export function typeSheet(change: '环比增减' | '同比增减'): SheetPlan {
  const columns: readonly Column[] = [
    short('序号', 4.8),
    { head: '纠纷类型', width: 17, align: 'left' },
    ...grouped('排查', [counted('旧存'), counted('新收'), counted('办结'), counted('未结')]),
    { ...short('化解率', 8), format: percent },
    counted('指导调解'),
    counted('委派调解'),
    counted('委托调解'),
    counted('司法确认'),
    counted('巡回审判'),
    amount('涉及金额（元）', 15),
    { ...short('占比', 7.4), format: percent },
    { ...short(change, 7.4), format: '+0;-0;0' },
  ];
  return {
    name: list,
    title: '矛盾纠纷按类型汇总表',
    list,
    columns,
    pages: 'one',
    rowHeight: 15.75,
    below: (frame) => [totalRow(columns, frame)],
    notes: [
      ({ detail, letter }) => {
        const sum = (column: number) => {
          const range = (of: string) => `${of}${String(detail)}:${of}${String(detail)}`;
          return `SUMIF(${range('$A')},">0",${range(letter(column))})`;
        };
        const equal = `${sum(3)}+${sum(4)}=${sum(5)}+${sum(6)}`;
        return [{ formula: `"注：排查旧存＋新收＝办结＋未结　"&IF(${equal},"相符","不符，请核对")` }];
      },
      '合计只加有序号的各行；“其中”各行已含在上一行内，不重复相加。化解率为已化解数占办结数的比例，占比按排查新收计；调解、确认、审判各栏为本期新收（申请）数。',
      '涉及金额为本期办结并达成协议的指导调解、委派（委托）调解的金额；司法确认所确认的就是这些协议，不重复计入。未分类为没有纠纷类型的登记，如调解员培训。',
      '{未报说明}{对比说明}',
    ],
  };
}

function counted(head: string): Column {
  const { unit: _, ...column } = figure(head, '件', 7.2);
  return column;
}

function totalRow(columns: readonly Column[], { detail, letter }: Frame): BelowRow {
  return {
    height: 18,
    cells: [
      { columns: 2, content: '合计' },
      ...columns.slice(2).map(({ total, head, format, align }, index) => {
        const range = (of: string) => `${of}${String(detail)}:${of}${String(detail)}`;
        const sum = `SUMIF(${range('$A')},">0",${range(letter(index + 3))})`;
        return {
          columns: 1,
          align,
          content: total === undefined ? `{${list}合计.${head}}` : { formula: sum },
          ...(format !== undefined && { format }),
        };
      }),
    ],
  };
}
