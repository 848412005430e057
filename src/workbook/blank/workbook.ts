import { escapeMarkup } from '../../package/escape.ts';
import { writePackage, type PartBody } from '../../package/package.ts';
import { firstRow } from './columns.ts';
import type { BlankFacts } from './facts.ts';
import { listsOf } from './lists.ts';
import { listsSheet } from './lists-sheet.ts';
import { lookBook } from './looks.ts';
import { appProperties, coreProperties, customProperties } from './properties.ts';
import { sharedTexts } from './shared-texts.ts';
import type { Drawing } from './drawing.ts';
import { blankSheet } from './sheet.ts';

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const officeRelation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelation = 'http://schemas.openxmlformats.org/package/2006/relationships';
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * A workbook of blank sheets to type into, one a kind, with the hidden sheet that their drop-downs read. The same facts give
 * the same bytes; `digest` is that of every workbook of the tool.
 */
export async function blankForms(facts: BlankFacts): Promise<{ bytes: Uint8Array; digest: string }> {
  const drawing: Drawing = { lists: listsOf(facts), looks: lookBook(), texts: sharedTexts() };
  const sheets = [
    ...facts.kinds.map((kind, at) => ({
      name: kind.ledger.zh,
      part: blankSheet(kind, facts, drawing, at === 0),
      titles: true,
    })),
    { name: drawing.lists.sheet, part: listsSheet(drawing), titles: false },
  ];
  const parts: readonly (readonly [string, string])[] = [
    ['[Content_Types].xml', contentTypes(sheets.length)],
    ['_rels/.rels', rootRelations()],
    ['docProps/app.xml', appProperties()],
    ['docProps/core.xml', coreProperties()],
    ['docProps/custom.xml', customProperties(facts.version)],
    ['xl/workbook.xml', workbook(sheets)],
    ['xl/_rels/workbook.xml.rels', workbookRelations(sheets.length)],
    ['xl/styles.xml', drawing.looks.part()],
    ['xl/sharedStrings.xml', drawing.texts.part()],
    ...sheets.map(({ part }, at) => [`xl/worksheets/sheet${String(at + 1)}.xml`, part] as const),
  ];
  return writePackage(parts.map(([name, body]): readonly [string, PartBody] => [name, [xml, body]]));
}

interface NamedSheet {
  readonly name: string;
  /** Whether its heads are repeated in print; without them it is hidden. */
  readonly titles: boolean;
}

function workbook(sheets: readonly NamedSheet[]): string {
  const listed = sheets.map(
    ({ name, titles }, at) =>
      `<sheet name="${escapeMarkup(name, true)}" sheetId="${String(at + 1)}"${titles ? '' : ' state="hidden"'} r:id="rId${String(at + 1)}"/>`,
  );
  const head = String(firstRow - 1);
  const names = sheets.flatMap(({ name, titles }, at) =>
    titles
      ? [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${String(at)}">'${escapeMarkup(name)}'!$${head}:$${head}</definedName>`,
        ]
      : [],
  );
  return [
    `<workbook xmlns="${spreadsheet}" xmlns:r="${officeRelation}">`,
    '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="14000" tabRatio="850"/></bookViews>',
    `<sheets>${listed.join('')}</sheets>`,
    `<definedNames>${names.join('')}</definedNames>`,
    '<calcPr calcId="191029" fullCalcOnLoad="1"/>',
    '</workbook>',
  ].join('');
}

function workbookRelations(sheets: number): string {
  const targets = [
    ...Array.from({ length: sheets }, (_, at) => ['worksheet', `worksheets/sheet${String(at + 1)}.xml`]),
    ['styles', 'styles.xml'],
    ['sharedStrings', 'sharedStrings.xml'],
  ];
  return relations(targets.map(([type = '', target = '']) => [`${officeRelation}/${type}`, target]));
}

function rootRelations(): string {
  return relations([
    [`${officeRelation}/officeDocument`, 'xl/workbook.xml'],
    [
      'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
      'docProps/core.xml',
    ],
    [`${officeRelation}/extended-properties`, 'docProps/app.xml'],
    [`${officeRelation}/custom-properties`, 'docProps/custom.xml'],
  ]);
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const all = targets.map(
    ([type, target], at) => `<Relationship Id="rId${String(at + 1)}" Type="${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packageRelation}">${all.join('')}</Relationships>`;
}

function contentTypes(sheets: number): string {
  const parts = [
    ['/xl/workbook.xml', `${contentType}.sheet.main+xml`],
    ...Array.from({ length: sheets }, (_, at) => [
      `/xl/worksheets/sheet${String(at + 1)}.xml`,
      `${contentType}.worksheet+xml`,
    ]),
    ['/xl/styles.xml', `${contentType}.styles+xml`],
    ['/xl/sharedStrings.xml', `${contentType}.sharedStrings+xml`],
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
    ['/docProps/custom.xml', 'application/vnd.openxmlformats-officedocument.custom-properties+xml'],
  ];
  return [
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">',
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    ...parts.map(([name = '', type = '']) => `<Override PartName="${name}" ContentType="${type}"/>`),
    '</Types>',
  ].join('');
}
