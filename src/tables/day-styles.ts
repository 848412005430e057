import type { Archive } from '../package/archive.ts';
import { isDayFormat } from '../workbook/number-format.ts';
import { readPart } from '../package/part-reading.ts';

/** Which styles, by the index that cells carry in `s`, show a number as a day. */
export async function readDayStyles(
  archive: Archive,
  part: string | undefined,
): Promise<(style: number) => boolean> {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let isCellFormats = false;
  if (part !== undefined) {
    await readPart(archive, part, (token, scan) => {
      if (token !== 'start') return;
      if (scan.level === 2) isCellFormats = scan.name === 'cellXfs';
      else if (scan.level === 3 && scan.name === 'numFmt')
        codes.set(Number(scan.tag.text('numFmtId')), scan.tag.text('formatCode') ?? '');
      else if (scan.level === 3 && isCellFormats && scan.name === 'xf')
        formats.push(Number(scan.tag.text('numFmtId') ?? 0));
    });
  }
  const known = new Map<number, boolean>();
  return (style) => {
    const format = formats[style] ?? 0;
    const before = known.get(format);
    if (before !== undefined) return before;
    const isDay = isDayFormat(format, codes.get(format));
    known.set(format, isDay);
    return isDay;
  };
}
