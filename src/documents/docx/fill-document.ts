import { Refusal, warning, type Finding } from '../../domain/problem.ts';
import type { TemplateData } from '../../marks/template-data.ts';
import { lookupOf, type Vocabulary } from '../../marks/vocabulary.ts';
import { writePackage, type PartBody } from '../../package/package.ts';
import { serialisePart } from '../../package/xml.ts';
import { fillPart } from './fill-part.ts';
import { planPart, type PartPlan } from './repeats.ts';
import { openWord, type TextPart, type WordPackage } from './word-package.ts';

/** A document made from a template. */
export interface FilledDocument {
  readonly bytes: Uint8Array;
  /** SHA-256 over the names and inflated parts, as of a workbook. */
  readonly digest: string;
  /** Lists that the template has no mark for, which are left out. */
  readonly findings: readonly Finding[];
}

/**
 * Fills a Word template by the marks that workbooks have: `{法院}` is a value, and a row of a table or a paragraph with
 * `{各镇情况.镇}` is repeated for every row of that list. Parts without marks stay byte for byte. Same template and data,
 * same bytes. Throws a Refusal `invalid` where it is no document, or a mark has no meaning.
 */
export async function fillDocument(template: Uint8Array, data: TemplateData): Promise<FilledDocument> {
  const { word, plans } = await planned(template, data);
  const lookup = lookupOf(data);
  const changed = new Map<string, PartBody>();
  const used = new Set<number>();
  for (const [{ name, document }, plan] of plans) {
    if (plan.others.length + plan.repeats.length === 0) continue;
    fillPart(plan, { data, lookup });
    for (const { list } of plan.repeats) used.add(list);
    changed.set(name, serialisePart(document));
  }
  const written = await writePackage(
    [...word.parts].map(([name, bytes]) => [name, changed.get(name) ?? bytes] as const),
  );
  const left = data.lists.filter(({ optional }, at) => optional !== true && !used.has(at));
  const findings = left.map(({ names: [list = ''] }) => warning({ code: 'list-without-mark', list }));
  return { ...written, findings };
}

/** What would stop a template from being filled, told before it is used. */
export async function checkDocument(
  template: Uint8Array,
  vocabulary: Vocabulary,
): Promise<readonly Finding[]> {
  try {
    await planned(template, vocabulary);
    return [];
  } catch (cause) {
    if (cause instanceof Refusal && cause.kind === 'invalid') return cause.findings;
    throw cause;
  }
}

async function planned(
  template: Uint8Array,
  vocabulary: Vocabulary,
): Promise<{ readonly word: WordPackage; readonly plans: readonly (readonly [TextPart, PartPlan])[] }> {
  const word = await openWord(template);
  const lookup = lookupOf(vocabulary);
  const plans = word.texts.map((part) => [part, planPart(part.root, lookup, vocabulary)] as const);
  const findings = plans.flatMap(([, plan]) => plan.findings);
  if (findings.length > 0) throw new Refusal('invalid', findings);
  return { word, plans };
}
