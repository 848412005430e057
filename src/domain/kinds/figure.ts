import type { Words } from '../words.ts';
import type { Values } from './values.ts';

/**
 * How a figure is counted over a period. Of cases: carried into it (旧存), opened, closed in it, open at its end (未结); `where`
 * then looks at the values that opened the case or, for closed ones, at those that closed it. Of entries: those whose day lies
 * in it, `distinct` ones only, or the sum of a whole number that they state.
 */
export type Measure =
  /** The share of the closed cases for which `where` holds, a number from 0 to 1; nothing where none was closed. */
  | { readonly of: 'rate'; readonly where: (values: Values) => boolean }
  | {
      readonly of: Standing;
      readonly where?: (values: Values) => boolean;
      /** Sums this field of the entry that `where` looks at instead of counting: an amount in yuan or a whole number. */
      readonly sum?: string;
    }
  | {
      readonly of: 'entries';
      readonly where?: (values: Values) => boolean;
      /** What makes two entries of one day the same. */
      readonly distinct?: (values: Values) => string;
      readonly sum?: string;
    };

/** The four in which the cases of a period stand: 旧存, 新收, 办结, 未结; the first two add up to the last two. */
export type Standing = 'carried' | 'opened' | 'closed' | 'open';

/** One number of the summary tables, as a kind gives it. */
export interface Figure {
  /** Its own within the kind, in camel case. */
  readonly key: string;
  /** The head above the kind's columns, and the head of this one. */
  readonly group: Words;
  readonly label: Words;
  /** The unit the official table prints under the head: 件、次、人次、场、元. */
  readonly unit: string;
  readonly measure: Measure;
  /** Which of the four of its group it is, where 旧存 + 新收 = 办结 + 未结 holds of them. */
  readonly standing?: Standing;
  /** The table by towns it stands in: 表一 `contact`, 表二 `trial`. */
  readonly table?: 'contact' | 'trial';
  /** Its head in 按纠纷类型, where the table of dispute types shows it. */
  readonly byType?: Words;
  /** The table of dispute types also shows each type's share of this figure (占比) and its change (环比增减). */
  readonly shared?: true;
}

/** The four figures of a kind of cases, 旧存 + 新收 = 办结 + 未结, whatever the table calls them. */
export function stock(
  shared: Pick<Figure, 'group' | 'table'>,
  options: {
    /** In front of the keys, where a kind has several stocks. */
    readonly prefix?: string;
    readonly opened?: Words;
    readonly closed?: Words;
    readonly where?: (values: Values) => boolean;
    /** Figures among the closed ones, shown behind them. */
    readonly ofWhich?: readonly Figure[];
    readonly open?: Words;
    /** The head above all four in the table of dispute types. */
    readonly byType?: Words;
    /** The head of 新收 alone in that table. */
    readonly openedByType?: Words;
    /** 新收 is what 占比 and 环比增减 of that table are about. */
    readonly leads?: true;
  } = {},
): readonly Figure[] {
  const { prefix = '', where, ofWhich = [], byType } = options;
  const figure = (of: Standing, label: Words): Figure => ({
    ...shared,
    key: prefix === '' ? of : `${prefix}${of.charAt(0).toUpperCase()}${of.slice(1)}`,
    label,
    unit: '件',
    measure: { of, ...(where ? { where } : {}) },
    standing: of,
    ...(byType ? { byType: { zh: `${byType.zh}${label.zh}`, en: `${byType.en} ${label.en}` } } : {}),
  });
  const { openedByType, leads } = options;
  return [
    figure('carried', { zh: '旧存', en: 'carried over' }),
    {
      ...figure('opened', options.opened ?? { zh: '新收', en: 'opened' }),
      ...(openedByType ? { byType: openedByType } : {}),
      ...(leads ? { shared: leads } : {}),
    },
    figure('closed', options.closed ?? { zh: '办结', en: 'closed' }),
    ...ofWhich,
    figure('open', options.open ?? { zh: '未结', en: 'open' }),
  ];
}
