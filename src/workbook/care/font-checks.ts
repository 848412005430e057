import { warning, type Finding } from '../../domain/problem.ts';
import { substituteOf } from './office-fonts.ts';
import { runsOfCell } from '../rich-text.ts';
import type { Styles } from '../styles.ts';
import { attributeOf, childOf, childrenOf, textOf, type Element } from '../../package/xml.ts';
import type { Sheet, Workbook } from '../workbook.ts';
import { whereOf } from '../where.ts';

/** Fonts of a template that an office computer may lack: each once, with the first cell that is set in it. */
export function fontFindings(workbook: Workbook, styles: Styles | undefined): Finding[] {
  const found = new Map<string, Finding>();
  const note = (font: string | undefined, where: Finding['where']): void => {
    const substitute = font === undefined || found.has(font) ? undefined : substituteOf(font);
    if (font === undefined || !substitute) return;
    found.set(font, warning({ code: 'font-missing', font, ...substitute }, where));
  };
  for (const sheet of workbook.sheets) {
    for (const { cells } of sheet.rows) {
      for (const { row, column, element } of cells) {
        if (childrenOf(element).length === 0) continue;
        const where = whereOf(sheet, row, column);
        const font = styles?.look(Number(attributeOf(element, 's') ?? 0)).font;
        note(nameIn(font, 'name'), where);
        for (const { look } of runsOfCell(element, workbook.shared) ?? []) note(nameIn(look, 'rFont'), where);
      }
    }
    for (const font of headerFonts(sheet)) note(font, { sheet: sheet.name });
  }
  return [...found.values()];
}

function nameIn(font: Element | undefined, name: string): string | undefined {
  const child = font && childOf(font, name);
  return child && attributeOf(child, 'val');
}

/** `&"宋体,Regular"` in a header or footer (ECMA-376 18.3.1.46). */
function headerFonts({ root }: Sheet): string[] {
  const texts = childOf(root, 'headerFooter');
  return texts ? [...textOf(texts).matchAll(/&"([^",]+)/g)].flatMap(([, font]) => font ?? []) : [];
}
