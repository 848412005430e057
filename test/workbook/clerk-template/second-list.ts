import { edit } from '../templates.ts';
import type { DataList } from '../../../src/marks/template-data.ts';

/** The clerk's template with the marks of a second list in row 9 of its first sheet. */
export function withSecondList(template: Uint8Array): Promise<Uint8Array> {
  return edit(template, {
    'xl/sharedStrings.xml': (xml) =>
      xml.replace('第二单姓名', '{联系.姓名}').replace('第二单人数', '{联系.人数}'),
  });
}

/** That list with so many rows. */
export function contacts(count: number): DataList {
  const rows = Array.from({ length: count }, (_, index) => [`人${String(index + 1)}`, index + 1]);
  return { names: ['联系'], columns: [{ names: ['姓名'] }, { names: ['人数'] }], rows };
}
