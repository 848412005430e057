// One filling in a process of its own: `ours` from a template, `exceljs` with its streaming writer. Prints seconds, peak MB and file MB.
import { open, stat, readFile } from 'node:fs/promises';
import { HEADS, rowOf, rows } from './fill-rows.js';

const [, , who, bundle, template, output, text] = process.argv;
const count = Number(text);
const began = process.hrtime.bigint();
if (who === 'ours') {
  const { streamTemplate } = await import(bundle);
  const names = HEADS.slice(1).map((name) => ({ names: [name] }));
  const list = { names: ['走访座谈'], columns: names, rows: rows(count) };
  const file = await open(output, 'w');
  const sink = (bytes) => file.writeFile(bytes);
  await streamTemplate(await readFile(template), { singles: [], lists: [list], none: '无' }, sink);
  await file.sync();
  await file.close();
} else {
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: output, useStyles: true });
  const sheet = workbook.addWorksheet('走访座谈');
  const line = { style: 'thin' };
  const border = { top: line, left: line, bottom: line, right: line };
  const font = { name: '仿宋_GB2312', size: 10 };
  const alignment = { wrapText: true, vertical: 'middle' };
  const styles = HEADS.map((_, at) => ({
    border,
    font,
    alignment,
    ...(at === 1 || at === 11 ? { numFmt: 'yyyy-mm-dd' } : {}),
  }));
  sheet.addRow(HEADS).commit();
  for (let index = 0; index < count; index += 1) {
    const values = rowOf(index).map((value) => (value?.day ? new Date(`${value.day}T00:00:00Z`) : value));
    const row = sheet.addRow([index + 1, ...values]);
    styles.forEach((style, at) => (row.getCell(at + 1).style = style));
    row.commit();
    if (index % 1000 === 999) await new Promise(setImmediate);
  }
  await workbook.commit();
}
const seconds = Number(process.hrtime.bigint() - began) / 1e9;
console.log(
  JSON.stringify({
    seconds,
    peak: process.resourceUsage().maxRSS / 1024,
    file: (await stat(output)).size / 1e6,
  }),
);
