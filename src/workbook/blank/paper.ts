import type { FormWords } from '../../domain/form-words.ts';
import { escapeMarkup } from '../../package/escape.ts';
import { typefaces } from '../print/typefaces.ts';

const mmPerInch = 25.4;
const side = 15;
const top = 18;
const bottom = 17;

/** The papers of official tables: their number in the file format (ECMA-376 18.3.1.63), and how wide they lie, in mm. */
const papers = [
  { code: 9, width: 297 },
  { code: 8, width: 420 },
] as const;

/** Smaller than this part of full size, 10.5 points print under 9. */
const smallest = 0.85;

/**
 * The page of a blank sheet so many digits of the default font wide, as the ledgers are printed: landscape, one page wide, the
 * page number in the foot (GB/T 9704 7.5); A3 where A4 would print it too small.
 */
export function paperXml(width: number, words: FormWords): string {
  const fits = ({ width: paper }: (typeof papers)[number]): boolean =>
    ((paper - 2 * side) / mmPerInch) * 96 >= width * 8 * smallest;
  const paper = papers.find(fits) ?? papers[1];
  const inches = (mm: number): string => (mm / mmPerInch).toFixed(4);
  const header = `&R&"${typefaces.notice.name},Regular"&10${words.confidential}`;
  const footer = `&C&"宋体,Regular"&14${words.footer('&P', '&N')}`;
  return [
    '<printOptions horizontalCentered="1"/>',
    `<pageMargins left="${inches(side)}" right="${inches(side)}" top="${inches(top)}" bottom="${inches(bottom)}" header="${inches(9)}" footer="${inches(8)}"/>`,
    `<pageSetup paperSize="${String(paper.code)}" orientation="landscape" fitToWidth="1" fitToHeight="0"/>`,
    `<headerFooter><oddHeader>${escapeMarkup(header)}</oddHeader><oddFooter>${escapeMarkup(footer)}</oddFooter></headerFooter>`,
  ].join('');
}
