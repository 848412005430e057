import type { Finding } from '../domain/problem.ts';
import { inFile } from '../store/document.ts';
import { readTemplate, type FoundTemplate } from '../store/templates.ts';
import type { OfficialTemplate } from '../marks/official-template.ts';
import type { Context } from './context.ts';
import { findingsOf } from './findings-answer.ts';

/** What would keep a template from being filled, or from looking right. */
export async function templateFindings(
  context: Context,
  workbook: OfficialTemplate,
  template: FoundTemplate,
): Promise<readonly Finding[]> {
  const vocabulary = { singles: workbook.singles(context.kinds), lists: workbook.lists(context.kinds) };
  const findings = await findingsOf(() =>
    inFile(template.file, async () => {
      const bytes = await readTemplate(template);
      if (template.name.endsWith('.docx')) {
        const { checkDocument } = await import('../documents/docx/fill-document.ts');
        return checkDocument(bytes, vocabulary);
      }
      const { checkTemplate } = await import('../workbook/template.ts');
      const { careForTemplate } = await import('../workbook/care/template-care.ts');
      const errors = await checkTemplate(bytes, vocabulary);
      // What the program brings along is not the clerk's to change before it is exported.
      return template.from === 'built-in'
        ? errors
        : [...errors, ...(await careForTemplate(bytes, vocabulary))];
    }),
  );
  return findings.map((finding) => ({ ...finding, where: { file: template.file, ...finding.where } }));
}

/** What a font looks like where it is missing is said once, however many templates are set in it. */
export function isFirstOfItsFont({ problem }: Finding, at: number, all: readonly Finding[]): boolean {
  if (problem.code !== 'font-missing') return true;
  const same = all.findIndex(
    (other) => other.problem.code === 'font-missing' && other.problem.font === problem.font,
  );
  return same === at;
}
