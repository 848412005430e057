import { expect, test } from 'vitest';
import { drawAll } from '../../templates/draw.ts';
import { partsOf } from '../../templates/fixed-zip.ts';

// Read from the part itself: exceljs reads 10.5 points as 10.
const drawn = [...(await drawAll())]
  .filter(([fileName]) => fileName.endsWith('.xlsx'))
  .map(([fileName, bytes]) => ({ fileName, bytes }));

test.each(drawn)(
  '$fileName has 宋体 12 as the unit of its columns, and the official fonts',
  async ({ bytes }) => {
    const styles = (await partsOf(bytes)).get('xl/styles.xml')?.toString('utf8') ?? '';
    const fonts = [...styles.matchAll(/<font>.*?<\/font>/g)].map(([font]) => ({
      name: /<name val="([^"]*)"/.exec(font)?.[1],
      size: /<sz val="([^"]*)"/.exec(font)?.[1],
      themed: font.includes('<scheme'),
    }));
    expect(fonts).toEqual([
      { name: '宋体', size: '12', themed: false },
      { name: '黑体', size: '10.5', themed: false },
      { name: '方正小标宋简体', size: '22', themed: false },
      { name: '仿宋_GB2312', size: '11', themed: false },
      { name: '黑体', size: '11', themed: false },
      { name: '仿宋_GB2312', size: '10.5', themed: false },
    ]);
  },
);
