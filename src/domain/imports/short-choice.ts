import type { Choice } from '../fields/field-type.ts';
import { headKeys, keyOf } from './head-text.ts';

/**
 * The choice that a clerk's short form means: the label without what stands in brackets, 县级 for 县, or a part of one label
 * only (委派 is 立案前委派). A part never means a label that says no to it: 受理 is not 不予受理.
 */
export function choiceMeant(choices: readonly Choice[], typed: string): Choice | undefined {
  const wanted = keyOf(typed);
  if (wanted === '') return undefined;
  const named = choices.filter(({ label }) => headKeys(label.zh).includes(wanted));
  const [only, ...others] =
    named.length > 0 ? named : choices.filter(({ label }) => isCalled(label.zh, wanted));
  if (!only || others.length > 0) return undefined;
  return deniesIn(only.label.zh) && !deniesIn(wanted) ? undefined : only;
}

function isCalled(label: string, wanted: string): boolean {
  const key = keyOf(label);
  const isWithSuffix = ['级', '类', '纠纷', '方式'].some((suffix) => key + suffix === wanted);
  return isWithSuffix || (Array.from(wanted).length >= 2 && key.includes(wanted));
}

function deniesIn(text: string): boolean {
  return /[不未没无非]/u.test(text);
}
