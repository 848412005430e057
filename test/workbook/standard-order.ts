import { childrenOf, type Element } from '../../src/package/xml.ts';

/** The children that an element of ECMA-376 (part 1, transitional) may have, in their order; one with `*` may come again. */
const ORDER: Readonly<Record<string, string>> = {
  worksheet:
    'sheetPr dimension sheetViews sheetFormatPr cols* sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting* dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst',
  workbook:
    'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr* webPublishObjects extLst',
  chartsheet:
    'sheetPr sheetViews sheetProtection customSheetViews pageMargins pageSetup headerFooter drawing legacyDrawing legacyDrawingHF drawingHF picture webPublishItems extLst',
  row: 'c* extLst',
  c: 'f v is extLst',
  si: 't r* rPh* phoneticPr',
  is: 't r* rPh* phoneticPr',
  r: 'rPr t',
  sheetPr: 'tabColor outlinePr pageSetUpPr',
  sheetView: 'pane selection* pivotSelection* extLst',
  cfRule: 'formula* colorScale dataBar iconSet extLst',
  dataValidation: 'formula1 formula2',
  headerFooter: 'oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter',
  styleSheet: 'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst',
  xf: 'alignment protection extLst',
  border: 'start end left right top bottom diagonal vertical horizontal',
  dxf: 'font numFmt fill alignment border protection extLst',
  table: 'autoFilter sortState tableColumns tableStyleInfo extLst',
  tableColumn: 'calculatedColumnFormula totalsRowFormula xmlColumnPr extLst',
  comments: 'authors commentList extLst',
  pivotTableDefinition:
    'location pivotFields rowFields rowItems colFields colItems pageFields dataFields formats conditionalFormats chartFormats pivotHierarchies pivotTableStyleInfo filters rowHierarchiesUsage colHierarchiesUsage extLst',
  pivotCacheDefinition:
    'cacheSource cacheFields cacheHierarchies kpis tupleCache calculatedItems calculatedMembers dimensions measureGroups maps extLst',
};

/** The same in the drawings of a sheet. */
const DRAWN: Readonly<Record<string, string>> = {
  twoCellAnchor: 'from to sp grpSp graphicFrame cxnSp pic contentPart clientData',
  oneCellAnchor: 'from ext sp grpSp graphicFrame cxnSp pic contentPart clientData',
  absoluteAnchor: 'pos ext sp grpSp graphicFrame cxnSp pic contentPart clientData',
  from: 'col colOff row rowOff',
  to: 'col colOff row rowOff',
};

/** The same in charts. */
const CHARTED: Readonly<Record<string, string>> = {
  numRef: 'f numCache extLst',
  strRef: 'f strCache extLst',
  multiLvlStrRef: 'f multiLvlStrCache extLst',
  ser: 'idx order tx spPr invertIfNegative pictureOptions marker explosion dPt* dLbls trendline* errBars* cat val xVal yVal smooth bubbleSize bubble3D shape extLst',
};

const BY_NAMESPACE = new Map([
  ['http://schemas.openxmlformats.org/spreadsheetml/2006/main', ORDER],
  ['http://purl.oclc.org/ooxml/spreadsheetml/main', ORDER],
  ['http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing', DRAWN],
  ['http://schemas.openxmlformats.org/drawingml/2006/chart', CHARTED],
]);

/** What is out of order, or too often, among the children of an element and of all below. */
export function disorderIn(element: Element): string[] {
  // The records of a pivot cache have an `r` of their own.
  const isRecord = element.parentElement?.localName === 'pivotCacheRecords';
  const order = isRecord
    ? undefined
    : BY_NAMESPACE.get(element.namespaceURI ?? '')?.[element.localName ?? ''];
  const children = childrenOf(element).flatMap(chosen);
  const found = order === undefined ? [] : disorderOf(element, children, order.split(' '));
  return [...found, ...childrenOf(element).flatMap(disorderIn)];
}

function disorderOf(element: Element, children: readonly Element[], order: readonly string[]): string[] {
  const problems: string[] = [];
  let at = 0;
  for (const child of children) {
    // Elements of other namespaces are what `mc:Ignorable` lets a reader leave out.
    if (child.namespaceURI !== element.namespaceURI) continue;
    const name = child.localName ?? '';
    const place = order.findIndex((known) => known.replace('*', '') === name);
    if (place < 0) problems.push(`${element.tagName} has ${name}`);
    else if (place < at) problems.push(`${element.tagName}: ${name} comes too late or again`);
    else at = order[place]?.endsWith('*') ? place : place + 1;
  }
  return problems;
}

/** Of an alternative, what the one who knows everything reads. */
function chosen(element: Element): Element[] {
  if (element.localName !== 'AlternateContent') return [element];
  return childrenOf(element, 'Choice').flatMap((choice) => childrenOf(choice));
}
