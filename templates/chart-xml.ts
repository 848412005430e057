/** A series of a chart: the cells with its name, its categories and its numbers, and how it is drawn. */
export interface Series {
  readonly name: string;
  readonly categories: string;
  readonly values: string;
  /** Bars are filled, lines dashed or not: all of it in black and grey, so that it can be told apart on paper. */
  readonly look: Look;
}

/** How a series is drawn; `marker` is the sign at each number of a line. */
export type Look =
  | { readonly as: 'bar'; readonly fill: string }
  | {
      readonly as: 'line';
      readonly dash: 'solid' | 'dash' | 'sysDot';
      readonly marker: 'none' | 'circle' | 'square' | 'triangle';
    };

/** One chart: bars upright or lying, lines, or lines over bars that share their axes. */
export interface Chart {
  readonly title: string;
  /** Bars that lie have their first category on top. */
  readonly bars: 'upright' | 'lying';
  /**
   * How the axis of numbers counts: in steps of one, in steps that the program finds, or not at all, where every bar has its
   * number beside it.
   */
  readonly steps: 'one' | 'any' | 'none';
  readonly series: readonly Series[];
}

const spaces =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const axes = '<c:axId val="500000001"/><c:axId val="500000002"/>';

/**
 * A chart as its part (ECMA-376 21.2). Empty cells are gaps and never 0. No numbers are stored beside the ranges: whoever
 * opens the workbook reads the cells.
 */
export function chartXml({ title, bars, steps, series }: Chart): string {
  const numbered = series.map((one, at) => ({ ...one, at }));
  const barred = numbered.filter(({ look }) => look.as === 'bar');
  const lined = numbered.filter(({ look }) => look.as === 'line');
  const plots = [
    barred.length === 0
      ? ''
      : `<c:barChart><c:barDir val="${bars === 'upright' ? 'col' : 'bar'}"/><c:grouping val="clustered"/><c:varyColors val="0"/>${barred.map(seriesXml).join('')}<c:gapWidth val="60"/>${axes}</c:barChart>`,
    lined.length === 0
      ? ''
      : `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${lined.map(seriesXml).join('')}<c:marker val="1"/>${axes}</c:lineChart>`,
  ];
  const legend =
    series.length > 1
      ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textXml('仿宋_GB2312', 1000)}</c:legend>`
      : '';
  return `${head}<c:chartSpace ${spaces}><c:roundedCorners val="0"/><c:chart>${titleXml(title)}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${plots.join('')}${axesXml(bars, steps)}</c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>${lineXml('000000', 6350, 'solid')}</c:spPr>${textXml('仿宋_GB2312', 1000)}</c:chartSpace>`;
}

function titleXml(title: string): string {
  const look = faceXml('rPr', '黑体', 1200, ' lang="zh-CN"');
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${faceXml('defRPr', '黑体', 1200)}</a:pPr><a:r>${look}<a:t>${title}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

function seriesXml({ at, name, categories, values, look }: Series & { readonly at: number }): string {
  const order = `<c:idx val="${String(at)}"/><c:order val="${String(at)}"/>`;
  const called = `<c:tx><c:strRef><c:f>${name}</c:f></c:strRef></c:tx>`;
  const data = `<c:cat><c:strRef><c:f>${categories}</c:f></c:strRef></c:cat><c:val><c:numRef><c:f>${values}</c:f></c:numRef></c:val>`;
  if (look.as === 'bar') {
    const filled = `<c:spPr><a:solidFill><a:srgbClr val="${look.fill}"/></a:solidFill>${lineXml('000000', 6350, 'solid')}</c:spPr>`;
    return `<c:ser>${order}${called}${filled}<c:invertIfNegative val="0"/>${labelsXml('outEnd')}${data}</c:ser>`;
  }
  const marker =
    look.marker === 'none'
      ? '<c:marker><c:symbol val="none"/></c:marker>'
      : `<c:marker><c:symbol val="${look.marker}"/><c:size val="7"/><c:spPr><a:solidFill><a:srgbClr val="${look.dash === 'solid' ? '000000' : 'FFFFFF'}"/></a:solidFill>${lineXml('000000', 9525, 'solid')}</c:spPr></c:marker>`;
  const labels = look.marker === 'none' ? '' : labelsXml('t');
  return `<c:ser>${order}${called}<c:spPr>${lineXml('000000', 19050, look.dash)}</c:spPr>${marker}${labels}${data}<c:smooth val="0"/></c:ser>`;
}

function labelsXml(place: 'outEnd' | 't'): string {
  const shown = ['LegendKey', 'Val', 'CatName', 'SerName', 'Percent', 'BubbleSize']
    .map((what) => `<c:show${what} val="${what === 'Val' ? '1' : '0'}"/>`)
    .join('');
  return `<c:dLbls><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textXml('仿宋_GB2312', 1000)}<c:dLblPos val="${place}"/>${shown}</c:dLbls>`;
}

/** Names stay level, so that long ones break into lines instead of standing aslant. */
function axesXml(bars: Chart['bars'], steps: Chart['steps']): string {
  const lying = bars === 'lying';
  const order = (reversed: boolean) =>
    `<c:scaling><c:orientation val="${reversed ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/>`;
  const line = `<c:spPr>${lineXml('000000', 6350, 'solid')}</c:spPr>${textXml('仿宋_GB2312', 1000, '<a:bodyPr rot="0" vert="horz"/>')}`;
  const grid = `<c:majorGridlines><c:spPr>${lineXml('BFBFBF', 6350, 'solid')}</c:spPr></c:majorGridlines>`;
  const category = `<c:catAx><c:axId val="500000001"/>${order(lying)}<c:axPos val="${lying ? 'l' : 'b'}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${line}<c:crossAx val="500000002"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`;
  const number = `<c:valAx><c:axId val="500000002"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="${steps === 'none' ? '1' : '0'}"/><c:axPos val="${lying ? 't' : 'l'}"/>${steps === 'none' ? '' : grid}<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="${lying ? 'high' : 'nextTo'}"/>${line}<c:crossAx val="500000001"/><c:crosses val="autoZero"/><c:crossBetween val="between"/>${steps === 'one' ? '<c:majorUnit val="1"/>' : ''}</c:valAx>`;
  return category + number;
}

function lineXml(colour: string, width: number, dash: string): string {
  return `<a:ln w="${String(width)}"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill><a:prstDash val="${dash}"/></a:ln>`;
}

/** The look of texts, in hundredths of a point. */
function textXml(face: string, size: number, body = '<a:bodyPr/>'): string {
  return `<c:txPr>${body}<a:lstStyle/><a:p><a:pPr>${faceXml('defRPr', face, size)}</a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`;
}

function faceXml(name: 'rPr' | 'defRPr', face: string, size: number, more = ''): string {
  return `<a:${name}${more} sz="${String(size)}" b="0"><a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:latin typeface="${face}"/><a:ea typeface="${face}"/></a:${name}>`;
}
