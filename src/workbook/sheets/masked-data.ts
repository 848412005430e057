import type { Masking } from '../../domain/masking/masking.ts';
import type { CellValue, TemplateData } from '../../marks/template-data.ts';

/**
 * What a template of a masked edition is filled with. Fields are masked where their cells are made; here every other text goes
 * through the masker too, whatever sheet or value it comes from, so that a new one can't be forgotten.
 */
export function maskedData(data: TemplateData, masking: Masking): TemplateData {
  const cell = (value: CellValue): CellValue =>
    typeof value === 'string' ? masking.text(value).text : value;
  return {
    ...data,
    singles: data.singles.map((single) => ({ ...single, value: cell(single.value) })),
    lists: data.lists.map((list) => ({ ...list, rows: [...list.rows].map((row) => row.map(cell)) })),
  };
}
