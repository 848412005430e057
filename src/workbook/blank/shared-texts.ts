import { escapeCellText } from '../../package/escape.ts';

/** The texts that the cells of a workbook share, each held once. */
export interface SharedTexts {
  /** The number of a text, with a red star before it where it is the head of a required column. */
  numberOf(text: string, isRequired?: boolean): number;
  /** The part `xl/sharedStrings.xml`, with every text that was asked for by then. */
  part(): string;
}

/** A star as the heads of required columns bear it, red and bold, followed by the head in its own typeface. */
const star =
  '<r><rPr><b/><sz val="11"/><color rgb="FFC00000"/><rFont val="黑体"/><family val="3"/><charset val="134"/></rPr><t>*</t></r>';
const headFace = '<rPr><sz val="11"/><rFont val="黑体"/><family val="3"/><charset val="134"/></rPr>';

/** An empty table of texts. */
export function sharedTexts(): SharedTexts {
  const items = new Map<string, number>();
  let asked = 0;
  return {
    numberOf: (text, isRequired = false) => {
      const content = `<t xml:space="preserve">${escapeCellText(text)}</t>`;
      const item = isRequired ? `<si>${star}<r>${headFace}${content}</r></si>` : `<si>${content}</si>`;
      asked += 1;
      const number = items.get(item) ?? items.size;
      items.set(item, number);
      return number;
    },
    part: () =>
      `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${String(asked)}" uniqueCount="${String(items.size)}">${[...items.keys()].join('')}</sst>`,
  };
}
