import { describe, expect, test } from 'vitest';
import type { Problem } from '../../src/domain/problem.ts';
import type { UnmovablePart } from '../../src/domain/problems/template.ts';
import type { UnreadableReason } from '../../src/domain/problems/workbook.ts';
import { messagesFor } from '../../src/messages/languages.ts';
import { wordsOf, type Messages, type ProblemMap } from '../../src/messages/messages.ts';
import { en } from '../../src/messages/en.ts';
import { zh } from '../../src/messages/zh.ts';
import { day, quarter } from '../support/builders.ts';

/** Why a file is no workbook that can be opened. */
const UNREADABLE: readonly UnreadableReason[] = [
  'encrypted',
  'xls',
  'xlsb',
  'xlsm',
  'ods',
  'document',
  'html',
  'mht',
  'rtf',
  'pdf',
  'text',
  'other',
  'cut',
  'damaged',
  'too-many-parts',
  'unsafe-path',
  'duplicate-part',
  'overlap',
  'false-size',
  'ratio',
  'no-sheets',
  'missing-part',
  'doctype',
  'entity',
  'encoding',
  'too-deep',
  'too-long',
  'broken-part',
  'bad-reference',
  'out-of-order',
  'bad-string',
];

/** What can't be moved where it stands, as the workbooks' code names it. */
const UNMOVABLE = [
  ...(['table', 'tableHeads', 'pivotTable', 'control', 'queryTable'] as const),
  ...(['arrayFormula', 'dataTable', 'reference3D'] as const),
];

const KEPT = [
  { judge: 'li-min', seq: 12 },
  { judge: 'li-min', seq: 11 },
];

function unreadable(reason: UnreadableReason): ProblemMap['workbook-unreadable'] {
  return { code: 'workbook-unreadable', reason };
}

function unmovable(part: UnmovablePart): ProblemMap['part-unmovable'] {
  return { code: 'part-unmovable', part };
}

/** At least one problem of every code, so that a code without one does not compile. Names in them are in Latin letters. */
const SAMPLES: { readonly [Code in keyof ProblemMap]: readonly [ProblemMap[Code], ...ProblemMap[Code][]] } = {
  'merge-conflict': [{ code: 'merge-conflict', fields: ['met'] }],
  'merge-other-judge': [{ code: 'merge-other-judge', judge: 'he-jing', expected: 'li-min' }],
  'merge-other-court': [{ code: 'merge-other-court' }],
  'merge-other-ledger': [{ code: 'merge-other-ledger' }],
  'merge-submitted-twice': [{ code: 'merge-submitted-twice', quarter: '2024Q3', attempt: 1 }],
  'seal-broken': [
    { code: 'seal-broken', entries: [] },
    { code: 'seal-broken', entries: ['visit-240703-aaaa'] },
  ],
  'submission-twice': [{ code: 'submission-twice', attempt: 1, files: ['one.json', 'other.json'] }],
  'submission-not-owed': [{ code: 'submission-not-owed', quarter: quarter('2024Q3') }],
  'not-a-submission': [
    { code: 'not-a-submission', found: 'ledger' },
    { code: 'not-a-submission', found: 'archive' },
    { code: 'not-a-submission', found: 'other' },
  ],
  'submission-other-court': [{ code: 'submission-other-court', found: 'Another Court', roster: 'The Court' }],
  'submission-not-on-roster': [{ code: 'submission-not-on-roster', judge: 'wang-wu' }],
  'submission-period-differs': [
    {
      code: 'submission-period-differs',
      quarter: quarter('2024Q3'),
      found: { from: day('2024-06-21'), to: day('2024-09-20') },
      roster: { from: day('2024-07-01'), to: day('2024-09-30') },
    },
  ],
  'submission-rules-differ': [
    { code: 'submission-rules-differ', quarter: quarter('2024Q3'), rules: ['visitsPerQuarter'] },
  ],
  'submission-conflict': [
    { code: 'submission-conflict', quarter: quarter('2024Q3'), seals: ['0123ABCD', '4567EFGH'] },
  ],
  'submission-returned': [{ code: 'submission-returned', quarter: quarter('2024Q3'), attempt: 1 }],
  'received-line-damaged': [{ code: 'received-line-damaged' }],
  'received-line-torn': [{ code: 'received-line-torn' }],
  'received-file-gone': [{ code: 'received-file-gone', judge: 'li-min', quarter: quarter('2024Q3') }],
  'submission-not-recorded': [{ code: 'submission-not-recorded' }],
  'submitted-entry-differs': [
    { code: 'submitted-entry-differs', quarter: quarter('2024Q3'), fields: ['findings'] },
  ],
  'case-not-carried': [{ code: 'case-not-carried', quarter: quarter('2024Q2'), opened: day('2024-06-11') }],
  'cases-carried': [
    { code: 'cases-carried', name: 'Li Min', cases: 1, isLeft: true },
    { code: 'cases-carried', name: 'Li Min', cases: 2, isLeft: false },
  ],
  'seal-code-unknown': [{ code: 'seal-code-unknown', sealCode: '0123ABCD' }],
  'seal-code-undisputed': [{ code: 'seal-code-undisputed', sealCode: '0123ABCD' }],
  'field-unknown': [{ code: 'field-unknown', field: 'mett', fields: ['met'] }],
  'field-empty': [{ code: 'field-empty', label: 'met' }],
  'redact-required': [{ code: 'redact-required', label: 'date' }],
  'file-missing': [{ code: 'file-missing' }],
  'ledger-changed-meanwhile': [{ code: 'ledger-changed-meanwhile' }],
  'nothing-to-undo': [{ code: 'nothing-to-undo' }],
  'nothing-to-redo': [{ code: 'nothing-to-redo' }],
  'step-changed-since': [{ code: 'step-changed-since', step: 12, entries: ['visit-240703-7kq2'] }],
  'step-erased': [{ code: 'step-erased', step: 12 }],
  'step-merged': [{ code: 'step-merged', step: 12 }],
  'step-submitted': [
    { code: 'step-submitted', step: 12, quarter: quarter('2024Q3'), entries: ['visit-240703-7kq2'] },
    {
      code: 'step-submitted',
      step: 13,
      quarter: quarter('2024Q3'),
      entries: ['visit-1', 'visit-2', 'visit-3', 'visit-4', 'visit-5', 'visit-6'],
    },
  ],
  'choices-empty': [{ code: 'choices-empty' }],
  'import-nothing': [{ code: 'import-nothing' }],
  'sheet-no-ledger': [{ code: 'sheet-no-ledger', rows: 3 }],
  'rows-above-heads': [
    { code: 'rows-above-heads', rows: 1 },
    { code: 'rows-above-heads', rows: 3 },
  ],
  'sheet-without-heads': [{ code: 'sheet-without-heads', ledger: 'visits', heads: ['date', 'town'] }],
  'sheet-heads-unknown': [
    {
      code: 'sheet-heads-unknown',
      ledger: 'visits',
      row: 2,
      known: 2,
      unknown: ['effect', 'weather'],
      heads: ['date', 'town'],
    },
  ],
  'sheet-of-several': [{ code: 'sheet-of-several', ledgers: ['visits', 'matters'] }],
  'sheet-of-another': [{ code: 'sheet-of-another', judge: 'Wang', owner: 'Li' }],
  'column-missing': [{ code: 'column-missing', label: 'date', ledger: 'visits' }],
  'column-twice': [{ code: 'column-twice', label: 'date', columns: ['A', 'B'] }],
  'column-left-out': [
    { code: 'column-left-out', head: 'effect', column: 'H', fields: ['note', 'handling'] },
    { code: 'column-left-out', head: 'notes', column: 'H', fields: ['note'], nearest: 'note' },
    { code: 'column-left-out', head: '', column: 'H', fields: [] },
  ],
  'column-left-out-again': [{ code: 'column-left-out-again', head: 'effect', column: 'H' }],
  'rows-left-out': [
    { code: 'rows-left-out', groups: [{ why: 'total', rows: [9] }] },
    {
      code: 'rows-left-out',
      groups: [
        { why: 'signature', rows: [9, 10] },
        { why: 'note', rows: [9] },
        { why: 'title', rows: Array.from({ length: 12 }, (_, row) => row + 1) },
      ],
    },
  ],
  'values-under-merge': [
    { code: 'values-under-merge', cells: ['B4'], count: 1 },
    { code: 'values-under-merge', cells: ['B4', 'B5'], count: 9 },
  ],
  'rows-hidden': [
    { code: 'rows-hidden', rows: [5], sheet: false },
    { code: 'rows-hidden', rows: [5, 6], sheet: true },
  ],
  'row-of-another': [
    { code: 'row-of-another', judge: 'Wang', owner: 'Li', rows: [3] },
    { code: 'row-of-another', judge: 'Wang', owner: 'Li', rows: [3, 5] },
  ],
  'day-without-year': [{ code: 'day-without-year', found: '7-3' }],
  'day-range': [{ code: 'day-range', found: '7-3~7-5' }],
  'day-as-number': [{ code: 'day-as-number', found: '7.1' }],
  'text-as-day': [{ code: 'text-as-day', found: '2024-03-05' }],
  'amount-times-ten-thousand': [{ code: 'amount-times-ten-thousand', found: '35000' }],
  'number-lost-digits': [{ code: 'number-lost-digits', length: 18 }],
  'cell-error': [{ code: 'cell-error', found: '#N/A' }],
  'cell-unreckoned': [{ code: 'cell-unreckoned' }],
  'row-differs': [{ code: 'row-differs', id: 'visit-240703-7kq2', fields: ['note'] }],
  'row-removed': [{ code: 'row-removed', id: 'visit-240703-7kq2' }],
  'row-in-fuller-entry': [{ code: 'row-in-fuller-entry', id: 'visit-240703-7kq2', fields: ['note'] }],
  'head-field-unknown': [
    { code: 'head-field-unknown', field: 'notes', kind: 'visit', nearest: 'note' },
    { code: 'head-field-unknown', field: 'weather', kind: 'visit' },
  ],
  'head-twice': [{ code: 'head-twice', head: 'effect', kind: 'visit' }],
  'yes-no-invalid': [{ code: 'yes-no-invalid', found: 'perhaps' }],
  'count-invalid': [{ code: 'count-invalid', found: 'many', most: 99, units: ['人'] }],
  'amount-invalid': [{ code: 'amount-invalid', found: 'much' }],
  'case-number-invalid': [{ code: 'case-number-invalid', found: '123' }],
  'field-needs': [{ code: 'field-needs', label: 'closed on', needs: 'result' }],
  'look-alike-name': [{ code: 'look-alike-name', label: 'name', of: 'deputy-240703-7kq2' }],
  'closing-day-missing': [{ code: 'closing-day-missing', label: 'closed on' }],
  'case-number-other-court': [{ code: 'case-number-other-court', number: '1', court: 'A1' }],
  'case-number-old-form': [{ code: 'case-number-old-form', number: '1' }],
  'case-number-year': [{ code: 'case-number-year', number: '1', day: '2024-07-03' }],
  'confirmation-excluded': [{ code: 'confirmation-excluded', word: 'divorce' }],
  'applied-late': [{ code: 'applied-late', appliedOn: '2024-10-01', applyBy: '2024-09-30' }],
  'subtype-elsewhere': [{ code: 'subtype-elsewhere', subtype: 'loans', within: 'contracts', type: 'other' }],
  'policy-heavy-litigation': [{ code: 'policy-heavy-litigation' }],
  'town-level-cppcc': [{ code: 'town-level-cppcc' }],
  'pre-filing-since-2025': [{ code: 'pre-filing-since-2025', day: '2025-01-02' }],
  'extension-too-long': [{ code: 'extension-too-long', extendedTo: '2025-05-01', most: '2025-04-01' }],
  'hearing-counted-once': [{ code: 'hearing-counted-once', number: '1', day: '2024-07-03', of: 'li-min' }],
  'holiday-outside-years': [{ code: 'holiday-outside-years', day: '2026-10-01' }],
  'holidays-unknown': [{ code: 'holidays-unknown', year: '2027' }],
  'file-not-regular': [
    { code: 'file-not-regular', found: 'folder' },
    { code: 'file-not-regular', found: 'pipe' },
    { code: 'file-not-regular', found: 'device' },
  ],
  'ledger-too-large': [{ code: 'ledger-too-large', bytes: 90_000_000, limit: 67_108_864 }],
  'file-too-large': [{ code: 'file-too-large', bytes: 90_000_000, limit: 67_108_864 }],
  'file-not-writable': [{ code: 'file-not-writable' }],
  'file-unreadable': [
    { code: 'file-unreadable', reason: 'EACCES' },
    { code: 'file-unreadable', reason: 'EXYZ' },
  ],
  'file-linked': [{ code: 'file-linked', links: 2 }],
  'text-empty': [
    { code: 'text-empty', backups: [] },
    { code: 'text-empty', backups: KEPT },
  ],
  'text-nul': [{ code: 'text-nul', backups: [] }],
  'text-encoding': [
    { code: 'text-encoding', looksLike: 'gbk' },
    { code: 'text-encoding', looksLike: 'utf-16' },
    { code: 'text-encoding', looksLike: 'unknown' },
    { code: 'text-encoding', looksLike: 'gbk', backups: [] },
    { code: 'text-encoding', looksLike: 'unknown', backups: [] },
    { code: 'text-encoding', looksLike: 'unknown', backups: KEPT },
  ],
  'json-cut': [{ code: 'json-cut', backups: [] }],
  'json-syntax': [
    { code: 'json-syntax', found: '，', expected: 'comma-or-brace' },
    { code: 'json-syntax', found: 'word', expected: 'value' },
    { code: 'json-syntax', found: 'word', expected: 'value', backups: KEPT },
    { code: 'json-syntax', found: 'digit', expected: 'key' },
    { code: 'json-syntax', found: 'line-break', expected: '"' },
    { code: 'json-syntax', found: 'U+3000', expected: 'end' },
  ],
  'json-duplicate-key': [{ code: 'json-duplicate-key', key: 'town', firstLine: 3 }],
  'json-forbidden-key': [{ code: 'json-forbidden-key', key: '__proto__' }],
  'json-too-deep': [{ code: 'json-too-deep', limit: 64 }],
  'json-number-loses-digits': [{ code: 'json-number-loses-digits' }],
  'storage-failed': [
    { code: 'storage-failed', action: 'lock', reason: 'EROFS' },
    { code: 'storage-failed', action: 'unlock', reason: 'EPERM' },
    { code: 'storage-failed', action: 'read', reason: 'EIO' },
    { code: 'storage-failed', action: 'write', reason: 'ENOSPC' },
    { code: 'storage-failed', action: 'replace', reason: 'EBUSY' },
    { code: 'storage-failed', action: 'backup', reason: 'EDQUOT' },
    { code: 'storage-failed', action: 'output', reason: 'EPERM' },
    { code: 'storage-failed', action: 'output', reason: 'ELOOP' },
    { code: 'storage-failed', action: 'output', reason: 'EEXIST' },
  ],
  locked: [{ code: 'locked', pid: 4242, host: 'PC-1', startedAt: '2024-09-18 10:00', command: 'visit add' }],
  'lock-unreadable': [{ code: 'lock-unreadable' }],
  'lock-changed': [{ code: 'lock-changed' }],
  'lock-left': [{ code: 'lock-left' }],
  'link-broken': [
    { code: 'link-broken', leads: 'nowhere' },
    { code: 'link-broken', leads: 'in-a-circle' },
  ],
  'file-held': [{ code: 'file-held', reason: 'EBUSY', kept: 'a.conflict-1.json' }],
  'editor-open': [{ code: 'editor-open', sign: '.li-min.json.swp' }],
  'ledger-gone': [
    { code: 'ledger-gone', judge: 'li-min', backups: [] },
    { code: 'ledger-gone', judge: 'li-min', backups: KEPT },
  ],
  'copied-over': [{ code: 'copied-over', seq: 59 }],
  'older-copy': [
    { code: 'older-copy', judge: 'li-min', found: 9, last: 12, backups: [] },
    { code: 'older-copy', judge: 'li-min', found: 9, last: 12, backups: KEPT },
  ],
  'backup-damaged': [
    { code: 'backup-damaged', judge: 'li-min', others: [] },
    { code: 'backup-damaged', judge: 'li-min', others: KEPT },
  ],
  'backup-unknown': [
    { code: 'backup-unknown', found: '9', known: [] },
    { code: 'backup-unknown', found: '9', known: [12, 11] },
    { code: 'backup-unknown', found: '9', known: Array.from({ length: 12 }, (_, index) => index) },
  ],
  'backup-ambiguous': [{ code: 'backup-ambiguous', found: '9', names: ['9.1a2b3c4d', '9.5e6f7a8b'] }],
  'encoding-doubtful': [
    { code: 'encoding-doubtful', encoding: 'gbk', looksLike: 'utf-16' },
    { code: 'encoding-doubtful', encoding: 'gbk', looksLike: 'unknown' },
  ],
  'changed-meanwhile': [{ code: 'changed-meanwhile', kept: 'ledgers/a.conflict-1.json' }],
  'not-confirmed': [{ code: 'not-confirmed', reason: 'EIO' }],
  'answer-cut': [{ code: 'answer-cut', reason: 'ENOSPC' }],
  'output-not-folder': [{ code: 'output-not-folder' }],
  'output-is-data': [{ code: 'output-is-data' }],
  'output-open': [{ code: 'output-open' }, { code: 'output-open', sign: '~$a.xlsx' }],
  'output-edited': [{ code: 'output-edited' }],
  'output-not-ours': [{ code: 'output-not-ours' }],

  'format-unknown': [
    { code: 'format-unknown', found: 'object', expected: 'liaison-ledger/1' },
    { code: 'format-unknown', found: 'other-file/1', expected: 'liaison-ledger/1' },
  ],
  'format-newer': [{ code: 'format-newer', found: 'liaison-ledger/2', supported: 'liaison-ledger/1' }],
  'key-unknown': [
    { code: 'key-unknown', key: 'finding', nearest: 'findings' },
    { code: 'key-unknown', key: 'xyz' },
  ],
  'key-missing': [{ code: 'key-missing', key: 'town' }],
  'value-invalid': [
    { code: 'value-invalid', key: 'a', expects: 'text', found: 'number' },
    { code: 'value-invalid', key: 'a', expects: 'day', found: 'text:1' },
    { code: 'value-invalid', key: 'a', expects: 'quarter', found: 'text:12' },
    { code: 'value-invalid', key: 'a', expects: 'timestamp', found: 'boolean' },
    { code: 'value-invalid', key: 'a', expects: 'digest', found: 'list' },
    { code: 'value-invalid', key: 'a', expects: 'whole-number', found: 'null' },
    { code: 'value-invalid', key: 'a', expects: 'yes-no', found: 'undefined' },
    { code: 'value-invalid', key: 'a', expects: 'choice', found: 'object' },
    { code: 'value-invalid', key: 'a', expects: 'town', found: 'number' },
    { code: 'value-invalid', key: 'a', expects: 'village', found: 'number' },
    { code: 'value-invalid', key: 'a', expects: 'judge-id', found: 'number' },
    { code: 'value-invalid', key: 'a', expects: 'entry-id', found: 'number' },
    { code: 'value-invalid', key: 'a', expects: 'court-code', found: 'number' },
    { code: 'value-invalid', key: 'a', expects: 'list', found: 'number' },
    { code: 'value-invalid', key: 'a', expects: 'object', found: 'number' },
  ],
  'kind-unknown': [
    { code: 'kind-unknown', kind: 'visti', nearest: 'visit' },
    { code: 'kind-unknown', kind: 'xyz' },
  ],
  'entry-id-twice': [{ code: 'entry-id-twice', id: 'visit-1' }],
  'day-order': [{ code: 'day-order', label: 'B', after: 'A', day: '2024-07-01', earliest: '2024-07-02' }],
  'day-after-today': [{ code: 'day-after-today', label: 'A', day: '2024-07-02', today: '2024-07-01' }],
  'town-not-listed': [
    { code: 'town-not-listed', town: 'Taipin', nearest: 'Taiping' },
    { code: 'town-not-listed', town: 'Xyz' },
  ],
  'village-not-listed': [
    { code: 'village-not-listed', town: 'Taiping', village: 'Mashn', nearest: 'Mashan' },
    { code: 'village-not-listed', town: 'Taiping', village: 'Xyz' },
  ],
  'town-not-served': [{ code: 'town-not-served', town: 'Taiping', day: '2024-07-02' }],
  'number-in-text': [
    { code: 'number-in-text', label: 'A', looksLike: 'identity', length: 18 },
    { code: 'number-in-text', label: 'A', looksLike: 'phone', length: 11 },
    { code: 'number-in-text', label: 'A', looksLike: 'bank-card', length: 19 },
  ],
  'likely-twin': [{ code: 'likely-twin', of: 'visit-1' }],
  'judge-not-on-roster': [{ code: 'judge-not-on-roster', judge: 'wang-wu' }],
  'judge-name-differs': [{ code: 'judge-name-differs', found: 'Li', roster: 'Wang' }],
  'court-differs': [{ code: 'court-differs', found: 'A', roster: 'B' }],
  'file-name-not-judge': [{ code: 'file-name-not-judge', judge: 'li-min', expected: 'li-min.json' }],
  'judge-in-two-files': [{ code: 'judge-in-two-files', judge: 'li-min', files: ['a.json', 'b.json'] }],
  'ledger-missing': [{ code: 'ledger-missing', judge: 'li-min', name: 'Li Min' }],
  'no-ledgers': [{ code: 'no-ledgers' }],
  'rev-not-history': [{ code: 'rev-not-history', rev: 3, last: 2 }],
  'history-gap': [
    { code: 'history-gap', rev: 3, after: 1 },
    { code: 'history-gap', rev: 2, after: 0 },
  ],
  'history-step-order': [{ code: 'history-step-order', step: 3, after: 5 }],
  'history-step-ahead': [{ code: 'history-step-ahead', step: 9, seq: 5 }],
  'history-removal-differs': [
    { code: 'history-removal-differs', removed: true },
    { code: 'history-removal-differs', removed: false },
  ],
  'history-value-differs': [{ code: 'history-value-differs', label: 'note' }],
  'history-field-unknown': [
    { code: 'history-field-unknown', field: 'notes', nearest: 'note' },
    { code: 'history-field-unknown', field: 'weather' },
  ],
  'text-invisible': [{ code: 'text-invisible', label: 'village', codePoint: 'U+200B' }],
  'clock-behind': [
    { code: 'clock-behind', changed: '2025-07-02', today: '2025-07-01', ledgers: 1 },
    { code: 'clock-behind', changed: '2025-07-02', today: '2025-07-01', ledgers: 12 },
  ],
  'ledger-edited': [{ code: 'ledger-edited', seq: 12 }],
  'version-unlinked': [{ code: 'version-unlinked', seq: 12 }],
  'versions-forked': [{ code: 'versions-forked', seq: 12, files: ['a.json', 'b.json'] }],
  'backup-unsound': [
    { code: 'backup-unsound', judge: 'li-min', reason: 'changed' },
    { code: 'backup-unsound', judge: 'li-min', reason: 'unreadable' },
    { code: 'backup-unsound', judge: 'li-min', reason: 'another' },
  ],
  'head-damaged': [{ code: 'head-damaged' }],
  'file-stray': [
    { code: 'file-stray', folder: 'home' },
    { code: 'file-stray', folder: 'ledgers' },
    { code: 'file-stray', folder: 'backups' },
  ],
  'leftover-file': [{ code: 'leftover-file' }],
  'conflict-kept': [{ code: 'conflict-kept', of: 'ledgers/li-min.json' }],
  'damaged-kept': [{ code: 'damaged-kept', of: 'ledgers/li-min.json' }],
  'lock-dead': [{ code: 'lock-dead', pid: 7, startedAt: '2024-07-03T10:21:05+08:00', command: 'visit add' }],
  'lock-elsewhere': [
    {
      code: 'lock-elsewhere',
      judge: 'li-min',
      pid: 7,
      host: 'office-pc',
      startedAt: '2024-07-03T10:21:05+08:00',
      command: 'visit add',
    },
  ],
  'entry-copied': [
    { code: 'entry-copied', of: 'li-min', entries: 1 },
    { code: 'entry-copied', of: 'li-min', entries: 2 },
  ],
  'entry-id-shared': [
    { code: 'entry-id-shared', of: 'li-min', entries: 1 },
    { code: 'entry-id-shared', of: 'li-min', entries: 2 },
  ],
  'roster-alike': [{ code: 'roster-alike', name: 'A', of: 'B' }],
  'folder-refuses': [
    { code: 'folder-refuses', trial: 'create', reason: 'EROFS' },
    { code: 'folder-refuses', trial: 'replace', reason: 'EACCES' },
    { code: 'folder-refuses', trial: 'remove', reason: 'EPERM' },
  ],
  'folder-not-exclusive': [{ code: 'folder-not-exclusive' }],
  'folder-not-synced-to-disk': [{ code: 'folder-not-synced-to-disk', reason: 'EIO' }],
  'folder-loses-names': [{ code: 'folder-loses-names' }],
  'disk-nearly-full': [{ code: 'disk-nearly-full', megabytes: 7 }],
  'folder-clock': [
    { code: 'folder-clock', seconds: 300 },
    { code: 'folder-clock', seconds: -300 },
  ],
  'folder-in-cloud': [{ code: 'folder-in-cloud', service: 'OneDrive' }],
  'folder-on-network': [{ code: 'folder-on-network' }],
  'folder-temporary': [{ code: 'folder-temporary' }],
  'console-encoding': [{ code: 'console-encoding', found: 'GBK' }],
  'console-narrow': [{ code: 'console-narrow', columns: 60, needed: 80 }],
  'node-too-old': [{ code: 'node-too-old', found: 'v18.0.0', needed: '20.19.0' }],
  'roster-name-twice': [{ code: 'roster-name-twice', name: 'Taiping' }],
  'roster-id-twice': [{ code: 'roster-id-twice', id: 'li-min' }],
  'roster-town-unknown': [{ code: 'roster-town-unknown', town: 'Taipin', nearest: 'Taiping' }],
  'roster-period-reversed': [{ code: 'roster-period-reversed', from: '2024-07-02', to: '2024-07-01' }],
  'roster-town-lacks': [
    { code: 'roster-town-lacks', town: 'Taiping', lacks: 'liaison' },
    { code: 'roster-town-lacks', town: 'Taiping', lacks: 'posted' },
    { code: 'roster-town-lacks', town: 'Taiping', lacks: 'leader' },
    { code: 'roster-town-lacks', town: 'Taiping', lacks: 'centre' },
    { code: 'roster-town-lacks', town: 'Taiping', lacks: 'circuitPoint' },
    { code: 'roster-town-lacks', town: 'Taiping', lacks: 'tribunal' },
  ],
  'roster-rules-order': [
    { code: 'roster-rules-order', quarter: '2024Q3' },
    { code: 'roster-rules-order', quarter: '' },
  ],
  'town-off-roster': [
    { code: 'town-off-roster', town: 'Xyz', entries: 1 },
    { code: 'town-off-roster', town: 'Xyz', entries: 2 },
  ],

  'command-unknown': [
    { code: 'command-unknown', command: 'vist', nearest: 'visit' },
    { code: 'command-unknown', command: 'xyz' },
  ],
  'option-unknown': [
    { code: 'option-unknown', option: '--quater', command: 'quota', nearest: '--quarter' },
    { code: 'option-unknown', option: '--xyz', command: 'quota' },
  ],
  'option-missing': [{ code: 'option-missing', option: '--town', label: 'A', example: 'B' }],
  'option-without-value': [{ code: 'option-without-value', option: '--town' }],
  'argument-missing': [
    { code: 'argument-missing', argument: { zh: '编号', en: 'ID' }, command: 'visit show' },
  ],
  'argument-unexpected': [{ code: 'argument-unexpected', found: 'xyz' }],
  'topic-unknown': [{ code: 'topic-unknown', topic: 'xyz', known: ['visit'] }],
  'language-unknown': [{ code: 'language-unknown', found: 'xx' }],
  'day-invalid': [
    { code: 'day-invalid', found: 'x', reason: 'format' },
    { code: 'day-invalid', found: '2024-02-30', reason: 'no-such-day' },
    { code: 'day-invalid', found: '24-7-3', reason: 'two-digit-year' },
    { code: 'day-invalid', found: '1999-07-03', reason: 'before-2000' },
  ],
  'day-ahead': [{ code: 'day-ahead', found: day('2024-09-19'), today: day('2024-09-18') }],
  'as-of-early': [{ code: 'as-of-early', day: day('2024-08-01'), from: day('2024-10-01') }],
  'quarter-invalid': [{ code: 'quarter-invalid', found: '2024Q5' }],
  'quarter-ahead': [
    { code: 'quarter-ahead', quarter: quarter('2024Q4'), from: day('2024-10-01'), today: day('2024-09-18') },
  ],
  'year-invalid': [{ code: 'year-invalid', found: 'x' }],
  'year-ahead': [{ code: 'year-ahead', year: 2025, from: day('2025-01-01'), today: day('2024-09-18') }],
  'options-exclusive': [{ code: 'options-exclusive', options: ['--quarter', '--year'] }],
  'choice-invalid': [
    { code: 'choice-invalid', found: 'x', choices: [{ id: 'visit', label: 'A' }] },
    { code: 'choice-invalid', found: 'x', choices: [{ id: 'visit', label: 'visit' }], nearest: 'visit' },
  ],
  'text-too-long': [{ code: 'text-too-long', length: 5001, limit: 5000 }],
  'text-control': [{ code: 'text-control', codePoint: 'U+0007' }],
  'text-line-break': [{ code: 'text-line-break' }],
  'field-required': [{ code: 'field-required', label: 'A' }],
  'field-cannot-clear': [{ code: 'field-cannot-clear', label: 'A' }],
  'field-out-of-place': [{ code: 'field-out-of-place', label: 'A' }],
  'town-unknown': [
    { code: 'town-unknown', town: 'Taipin', known: ['Taiping'], nearest: 'Taiping' },
    { code: 'town-unknown', town: 'Xyz', known: ['Taiping'] },
  ],
  'judge-needed': [
    { code: 'judge-needed', judges: ['li-min'] },
    { code: 'judge-needed', judges: [] },
  ],
  'judge-unknown': [
    { code: 'judge-unknown', judge: 'li-mn', known: ['li-min'], nearest: 'li-min' },
    { code: 'judge-unknown', judge: 'xyz', known: ['li-min'] },
  ],
  'judge-ambiguous': [{ code: 'judge-ambiguous', judge: 'Li Min', judges: ['li-min', 'li-min2'] }],
  'judge-not-liaison': [{ code: 'judge-not-liaison', judge: 'Li Min' }],
  'entry-unknown': [
    { code: 'entry-unknown', id: 'visit-1' },
    { code: 'entry-unknown', id: 'visit-1', nearest: 'visit-2' },
  ],
  'entry-ambiguous': [{ code: 'entry-ambiguous', id: 'visit', ids: ['visit-1', 'visit-2'] }],
  'entry-removed': [{ code: 'entry-removed', id: 'visit-1' }],
  'entry-changed-meanwhile': [{ code: 'entry-changed-meanwhile', id: 'visit-1' }],
  'entry-not-removed': [{ code: 'entry-not-removed', id: 'visit-1' }],
  'entry-id-invalid': [{ code: 'entry-id-invalid', id: 'A' }],
  'entry-id-taken': [{ code: 'entry-id-taken', id: 'visit-1' }],
  'reason-needed': [{ code: 'reason-needed' }],
  'nothing-to-change': [{ code: 'nothing-to-change' }],
  'workspace-missing': [{ code: 'workspace-missing', searched: ['here', 'there'] }],
  'workspace-exists': [{ code: 'workspace-exists', path: 'here' }],
  'init-choice': [{ code: 'init-choice', given: ['office', 'sample'] }],
  'number-invalid': [
    { code: 'number-invalid', found: '0' },
    { code: 'number-invalid', found: '400', range: { least: 0, most: 366 } },
  ],
  'sort-invalid': [{ code: 'sort-invalid', found: 'x', fields: ['date', 'town'] }],
  'export-several': [{ code: 'export-several', count: 10 }],
  'template-unknown': [{ code: 'template-unknown', name: 'x', known: ['a.xlsx'] }],
  declined: [{ code: 'declined' }],
  'interrupted-after-saving': [{ code: 'interrupted-after-saving' }],
  bug: [{ code: 'bug', message: 'TypeError' }],

  'workbook-unreadable': [unreadable('empty'), ...UNREADABLE.map(unreadable)],
  'workbook-too-large': [{ code: 'workbook-too-large', bytes: 490_000_000, limit: 480_000_000 }],
  'document-unreadable': [
    { code: 'document-unreadable', reason: 'no-document' },
    { code: 'document-unreadable', reason: 'too-large' },
  ],
  'workbook-too-full': [{ code: 'workbook-too-full' }],
  'csv-quotes': [{ code: 'csv-quotes' }],
  'csv-nul': [{ code: 'csv-nul' }],
  'mark-unknown': [
    { code: 'mark-unknown', mark: 'visit.dat', nearest: 'visit.date' },
    { code: 'mark-unknown', mark: 'xyz' },
  ],
  'mark-without-list': [{ code: 'mark-without-list', mark: '.date' }],
  'row-of-two-lists': [{ code: 'row-of-two-lists', lists: ['visit', 'check'] }],
  'list-twice': [{ code: 'list-twice', list: 'visit', firstCell: 'A5' }],
  'list-without-mark': [{ code: 'list-without-mark', list: 'visit' }],
  'merge-cuts-detail-row': [{ code: 'merge-cuts-detail-row', merge: 'A5:A6' }],
  'part-unmovable': [unmovable('chart'), ...UNMOVABLE.map(unmovable)],
  'too-many-rows': [{ code: 'too-many-rows', rows: 2_000_000, limit: 1_048_576 }],
  'masked-doubtful': [{ code: 'masked-doubtful', texts: 3, doubtful: 1 }],
  'masked-ledger-unread': [{ code: 'masked-ledger-unread', files: ['ledgers/li-min.json'] }],
  'masked-part-tells': [{ code: 'masked-part-tells', part: 'xl/workbook.xml' }],
  'row-too-high': [{ code: 'row-too-high', points: 513, limit: 409, hidden: 30 }],
  'font-missing': [
    { code: 'font-missing', font: '方正小标宋简体', shown: '宋体', similar: '华文中宋' },
    { code: 'font-missing', font: 'Papyrus', shown: '宋体' },
  ],
  'mark-under-merge': [{ code: 'mark-under-merge', mark: '走访座谈.日期', merge: 'A5:B5' }],
  'mark-out-of-reach': [
    { code: 'mark-out-of-reach', mark: '法院', place: 'header' },
    { code: 'mark-out-of-reach', mark: '法院', place: 'drawing' },
  ],
  'day-too-wide': [{ code: 'day-too-wide' }],
  'print-area-misses': [{ code: 'print-area-misses', area: 'A1:C9' }],
  'print-titles-missing': [{ code: 'print-titles-missing', row: 4 }],
  'print-titles-repeat-rows': [{ code: 'print-titles-repeat-rows', rows: '4:5' }],
  'text-set-smaller': [{ code: 'text-set-smaller', points: 8.5 }],
};

const ALL: readonly (readonly [string, Problem])[] = Object.values(SAMPLES).flatMap((problems) =>
  problems.map((problem): readonly [string, Problem] => [JSON.stringify(problem), problem]),
);

/** A problem as one text. */
function textOf(messages: Messages, problem: Problem): string {
  const { what, expected, next } = wordsOf(messages, problem);
  return messages.sentence.join([what, expected, next].filter((part) => part !== undefined));
}

/** What is quoted is a name or an example, whatever its script; so are days as they may be typed. */
function withoutQuotes(text: string): string {
  return text.replace(/“[^”]*”|"[^"]*"|\{[^}]*\}|2024年(?:7月3日|第三季度)/gu, '');
}

describe('every problem has words in both languages', () => {
  test.each(ALL)('%s', (_facts, problem) => {
    for (const messages of [en, zh]) {
      const { what, expected, next } = wordsOf(messages, problem);
      for (const part of [what, expected, next]) if (part !== undefined) expect(part.trim()).toBe(part);
      expect(what).not.toBe('');
      expect(expected).not.toBe('');
      expect(next).not.toBe('');
      const text = textOf(messages, problem);
      expect(text).not.toMatch(/undefined|null\)|NaN|\[object| {2}|。。|\.\.(?!\.)|，，|\?\./u);
    }
  });
});

describe('in Chinese', () => {
  test.each(ALL)('%s is told in Chinese throughout', (_facts, problem) => {
    const text = textOf(zh, problem);
    expect(text).toMatch(/\p{Script=Han}{2}/u);
    expect(text).toMatch(/[。？！]$/u);
    const prose = withoutQuotes(text).replace(/ledger(?: [a-z-]+)*/gu, '');
    expect(prose).not.toMatch(/[A-Za-z]{2,} [A-Za-z]{2,} [A-Za-z]{2,}/);
  });
});

describe('in English', () => {
  test.each(ALL)('%s is told in English throughout', (_facts, problem) => {
    const text = textOf(en, problem);
    expect(text).toMatch(/[.?!]$/);
    expect(withoutQuotes(text)).not.toMatch(/[\p{Script=Han}，。；：（）、？！]/u);
    expect(text).toMatch(/[a-z]{2,} [a-z]{2,}/);
  });
});

test.each(UNMOVABLE)('%s has a name that clerks know', (part) => {
  expect(textOf(zh, unmovable(part))).not.toContain(part);
  if (/[A-Z]/.test(part)) expect(textOf(en, unmovable(part))).not.toContain(part);
});

describe('kind and length of a value', () => {
  test.each([
    ['text:1', 'text of 1 character', '1个字符的文字'],
    ['text:18', 'text of 18 characters', '18个字符的文字'],
    ['object', 'a group of keys', '一组字段'],
  ])('%s', (found, inEnglish, inChinese) => {
    expect(en.found(found)).toBe(inEnglish);
    expect(zh.found(found)).toBe(inChinese);
  });
});

test('a language is loaded by its name', async () => {
  expect(await messagesFor('en')).toBe(en);
  expect(await messagesFor('zh')).toBe(zh);
});
