import type { SheetWords } from '../../src/domain/sheet-words.ts';

/** Words that say what they were asked with, so that a test reads facts and not phrases. */
export const plainWords: SheetWords = {
  none: 'none',
  unreported: 'unreported',
  quarter: (quarter) => `quarter ${quarter}`,
  day: (date) => `day ${date}`,
  period: (from, to) => `${from}..${to}`,
  verdict: (row, asOf) => `${row.met ? 'met' : 'short'} by ${asOf}`,
  served: (name, from, to) =>
    [name, ...(from ? [`from ${from}`] : []), ...(to ? [`to ${to}`] : [])].join(' '),
  joined: (items) => items.join('+'),
  metTowns: (met, all) => `${String(met)} of ${String(all)}`,
  unreportedTowns: (towns) => `unreported: ${towns.join('+')}`,
  counting: ({ forms, distinct, required }) => `${forms.join('+')} ${String(distinct)} ${String(required)}`,
  notes: {
    raw: (raw, done) => `raw ${String(raw)}/${String(done)}`,
    further: (count) => `further ${String(count)}`,
    noVillage: 'no village',
    shared: 'shared',
  },
  noted: (notes) => notes.join(', '),
  toldBy: (label, department) => `${label} by ${department}`,
  states: { ledger: 'has ledger', missing: 'missing', unreadable: 'unreadable' },
  sources: { ledger: 'from ledger', missing: 'from nothing', unreadable: 'left out' },
  submissions: (due, here, missing) => [due, here, missing].join('/'),
  offRosterJudge: 'off roster',
  offRosterTown: 'elsewhere',
};
