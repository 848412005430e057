import { conditionsOf, requiredBeside } from '../../domain/field-conditions.ts';
import type { BoxWords, FormWords } from '../../domain/form-words.ts';
import type { Field, Kind } from '../../domain/kinds/kind.ts';
import { escapeMarkup } from '../../package/escape.ts';
import type { Lists } from './lists.ts';

/** What a spreadsheet program checks in the cells of a column, and what it says when one is chosen. */
export interface Validation {
  /** What is checked, where anything is. */
  readonly check?: Check;
  /** What is offered or said stays a remark where this is not `stop`. */
  readonly severity: 'stop' | 'warning' | 'none';
  readonly prompt: BoxWords;
  readonly wrong: BoxWords;
}

type Check =
  | { readonly type: 'list'; readonly formula: string }
  | { readonly type: 'date' | 'whole' | 'decimal'; readonly from: string; readonly to: string };

/** Excel shows no more of either (ECMA-376 18.3.1.32), and calls a workbook damaged that holds more. */
const titleLimit = 32;
const textLimit = 255;

/** 2000-01-01 and 2099-12-31 as serial numbers. The tool takes no day before 2000. */
const firstDay = '36526';
const lastDay = '73050';

/** What is checked of a field; `town` is the cell of the row's town, `$C4`, where the kind has one. */
export function validationOf(
  kind: Kind,
  field: Field,
  town: string | undefined,
  lists: Lists,
  words: FormWords,
): Validation {
  const check = checkOf(field, town, lists);
  const { type } = field.type.offer;
  return {
    ...(check && { check }),
    // Of several choices only one is in the list, and a village that is not on the roster is only doubted.
    severity: type === 'several' ? 'none' : type === 'village' ? 'warning' : 'stop',
    prompt: { title: (field.head ?? field.label).zh, text: promptOf(kind, field, words) },
    wrong: words.wrong(field),
  };
}

function checkOf(field: Field, town: string | undefined, lists: Lists): Check | undefined {
  const { type } = field;
  const choices = lists.choicesOf(field);
  if (choices !== undefined) return { type: 'list', formula: choices };
  if (type.offer.type === 'town') return { type: 'list', formula: lists.towns };
  if (type.offer.type === 'village')
    return town === undefined ? undefined : { type: 'list', formula: lists.villagesOf(town) };
  if (type.offer.type === 'day')
    return { type: 'date', from: firstDay, to: type.offer.ahead ? lastDay : 'TODAY()' };
  if (type.sheet !== 'number') return undefined;
  const { maximum } = type.shape.schema();
  return typeof maximum === 'number'
    ? { type: 'whole', from: '0', to: String(maximum) }
    : { type: 'decimal', from: '0', to: '999999999999.99' };
}

/** When a field is filled in, how, and its hint. */
function promptOf(kind: Kind, field: Field, words: FormWords): string {
  const only = words.conditions(conditionsOf(kind, field));
  const required = words.conditions(requiredBeside(kind, field));
  return [
    field.required === true ? words.required : '',
    required === '' ? '' : words.requiredWhere(required),
    only === '' || only === required ? '' : words.onlyWhere(only),
    words.how(field),
    field.hint === undefined ? '' : `${field.hint.zh}。`,
  ].join('');
}

/** The XML of a validation over some cells. */
export function validationXml(area: string, { check, severity, prompt, wrong }: Validation): string {
  const isChecked = check !== undefined && severity !== 'none';
  const box = (name: string, { title, text }: BoxWords): string =>
    ` ${name}Title="${attribute(title, titleLimit)}" ${name === 'error' ? 'error' : 'prompt'}="${attribute(text, textLimit)}"`;
  return [
    '<dataValidation',
    check === undefined ? '' : ` type="${check.type}"`,
    severity === 'warning' ? ' errorStyle="warning"' : '',
    ' allowBlank="1" showInputMessage="1"',
    isChecked ? ` showErrorMessage="1"${box('error', wrong)}` : '',
    box('prompt', prompt),
    ` sqref="${area}">`,
    formulasOf(check),
    '</dataValidation>',
  ].join('');
}

function formulasOf(check: Check | undefined): string {
  if (!check) return '';
  if (check.type === 'list') return `<formula1>${escapeMarkup(check.formula)}</formula1>`;
  return `<formula1>${escapeMarkup(check.from)}</formula1><formula2>${escapeMarkup(check.to)}</formula2>`;
}

function attribute(text: string, limit: number): string {
  // The cut may leave the first half of a pair behind.
  const short = text.length <= limit ? text : `${text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/u, '')}…`;
  return escapeMarkup(short, true);
}
