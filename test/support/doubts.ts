import type { FieldValue } from '../../src/domain/fields/field-type.ts';

type Said = Readonly<Record<string, FieldValue | undefined>>;

/** One thing that can be wrong with an entry of some kind: values that provoke it, and ones close by that do not. */
export interface Provoked {
  readonly why: string;
  readonly kind: string;
  readonly code: string;
  readonly field: string;
  readonly values: Said;
  readonly sound: Said;
  /** Values of another entry of the ledger that it takes. */
  readonly other?: Said;
}

const CLOSED = { result: 'agreed', closedOn: '2024-07-20' };
const SETTLED = { outcome: 'settled', closedOn: '2024-07-20' };
const AGREED = { applicants: '梁某、陈某', appliedOn: '2024-07-10', acceptedOn: '2024-07-11' };

/** What is only doubtful: told, and saved all the same. */
export const DOUBTS: readonly Provoked[] = [
  {
    why: 'a subtype left standing beside another type',
    ...{ kind: 'dispute', code: 'subtype-elsewhere', field: 'subtype' },
    values: { type: '邻里', subtype: '民间借贷' },
    sound: { type: '合同', subtype: '民间借贷' },
  },
  {
    why: 'a dispute that was settled on no day',
    ...{ kind: 'dispute', code: 'closing-day-missing', field: 'closedOn' },
    values: { outcome: 'settled' },
    sound: { outcome: 'stable' },
  },
  {
    why: 'a dispute that was handed on on no day',
    ...{ kind: 'dispute', code: 'closing-day-missing', field: 'closedOn' },
    values: { outcome: 'transferred' },
    sound: { outcome: 'transferred', closedOn: '2024-07-20' },
  },
  {
    why: 'a case closed on no day',
    ...{ kind: 'trial', code: 'closing-day-missing', field: 'closedOn' },
    values: { closure: 'judged' },
    sound: { closure: 'judged', closedOn: '2024-07-03' },
  },
  {
    why: 'a mediation that failed on no day',
    ...{ kind: 'mediation', code: 'closing-day-missing', field: 'closedOn' },
    values: { result: 'failed' },
    sound: { result: 'failed', closedOn: '2024-07-08' },
  },
  {
    why: 'a number of another court',
    ...{ kind: 'trial', code: 'case-number-other-court', field: 'caseNumber' },
    values: { caseNumber: '（2024）粤5322民初123号' },
    sound: { caseNumber: '（2024）粤5321民初123号之一' },
  },
  {
    why: 'a number of the supreme court',
    ...{ kind: 'mediation', code: 'case-number-other-court', field: 'caseNumber' },
    values: { caseNumber: '（2024）最高法民申1号' },
    sound: { caseNumber: '（2024）粤5321执1号' },
  },
  {
    why: 'a number of before 2016, here of a case that old',
    ...{ kind: 'service', code: 'case-number-old-form', field: 'caseNumber' },
    values: { date: '2016-07-04', caseNumber: '（2015）云新法民初字第12号' },
    sound: { date: '2016-07-04', caseNumber: '（2016）粤5321民初12号' },
  },
  {
    why: 'a number more than two years older',
    ...{ kind: 'trial', code: 'case-number-year', field: 'caseNumber' },
    values: { caseNumber: '（2021）粤5321民初123号' },
    sound: { caseNumber: '（2022）粤5321民初123号' },
  },
  {
    why: 'a number more than two years younger',
    ...{ kind: 'trial', code: 'case-number-year', field: 'caseNumber' },
    values: { caseNumber: '（2027）粤5321民初123号' },
    sound: { caseNumber: '（2026）粤5321民初123号' },
  },
  {
    why: 'a body that another entry writes with a look-alike character',
    ...{ kind: 'mediation', code: 'look-alike-name', field: 'organisation' },
    values: { organisation: '太平镇人民调解委员会', delegatedOn: '2024-08-01' },
    sound: { organisation: '大江镇人民调解委员会', delegatedOn: '2024-08-01' },
    other: { organisation: '太平镇入民调解委员会' },
  },
  {
    why: 'a person whom another entry writes with a look-alike character',
    ...{ kind: 'deputy', code: 'look-alike-name', field: 'name' },
    values: { name: '冼某己', metOn: '2024-08-01' },
    sound: { name: '冼某巳某', metOn: '2024-08-01' },
    other: { name: '洗某已' },
  },
  {
    why: 'a divorce',
    ...{ kind: 'confirmation', code: 'confirmation-excluded', field: 'type' },
    values: { type: '婚姻家庭', note: '双方同意离婚，孩子随母亲' },
    sound: { type: '婚姻家庭', note: '赡养费按月支付' },
  },
  {
    why: 'a question of who owns a house',
    ...{ kind: 'confirmation', code: 'confirmation-excluded', field: 'type' },
    values: { subtype: '宅基地确权' },
    sound: { subtype: '宅基地相邻' },
  },
  {
    why: 'an application after the thirty days',
    ...{ kind: 'confirmation', code: 'applied-late', field: 'appliedOn' },
    // 30 days from 3 July end on 2 August, a Friday.
    values: { appliedOn: '2024-08-03' },
    sound: { appliedOn: '2024-08-02' },
  },
  {
    why: 'an application after thirty days that ended on a Sunday',
    ...{ kind: 'confirmation', code: 'applied-late', field: 'appliedOn' },
    values: { effectiveOn: '2024-07-05', appliedOn: '2024-08-06' },
    sound: { effectiveOn: '2024-07-05', appliedOn: '2024-08-05' },
  },
  {
    why: 'a late application for a ruling, since a writ has no term',
    ...{ kind: 'confirmation', code: 'applied-late', field: 'appliedOn' },
    values: { appliedOn: '2024-09-01', document: 'ruling' },
    sound: { appliedOn: '2024-09-01', document: 'writ' },
  },
  {
    why: 'a suit where policy decides',
    ...{ kind: 'dispute', code: 'policy-heavy-litigation', field: 'means' },
    values: { policyHeavy: true, means: 'litigation' },
    sound: { policyHeavy: true, means: 'peopleMediation' },
  },
  {
    why: 'a suit where policy does decide',
    ...{ kind: 'dispute', code: 'policy-heavy-litigation', field: 'means' },
    values: { policyHeavy: true, means: 'litigation', ...SETTLED },
    sound: { policyHeavy: false, means: 'litigation', ...SETTLED },
  },
  {
    why: 'a CPPCC member of a town',
    ...{ kind: 'deputy', code: 'town-level-cppcc', field: 'level' },
    values: { capacity: ['congress', 'cppcc'], level: 'town' },
    sound: { capacity: ['congress'], level: 'town' },
  },
  {
    why: 'a CPPCC member below the county',
    ...{ kind: 'deputy', code: 'town-level-cppcc', field: 'level' },
    values: { capacity: ['cppcc'], level: 'town' },
    sound: { capacity: ['cppcc'], level: 'county' },
  },
  {
    why: 'a delegation before filing since 2025',
    ...{ kind: 'mediation', code: 'pre-filing-since-2025', field: 'basis' },
    values: { basis: 'preFiling', procedure: undefined, delegatedOn: '2025-01-01' },
    sound: { basis: 'preFiling', procedure: undefined, delegatedOn: '2024-12-31' },
  },
  {
    why: 'a delegation before filing, not after it',
    ...{ kind: 'mediation', code: 'pre-filing-since-2025', field: 'basis' },
    values: { basis: 'preFiling', procedure: undefined, delegatedOn: '2025-03-03' },
    sound: { basis: 'postFiling', delegatedOn: '2025-03-03' },
  },
  {
    why: 'an extension of more than thirty days',
    ...{ kind: 'mediation', code: 'extension-too-long', field: 'extendedTo' },
    // 7 days from 3 March 2025 end on the 10th, and 30 more on 9 April.
    values: { delegatedOn: '2025-03-03', extendedTo: '2025-04-10' },
    sound: { delegatedOn: '2025-03-03', extendedTo: '2025-04-09' },
  },
  {
    why: 'an extension of more than thirty days, before 2025 left open',
    ...{ kind: 'mediation', code: 'extension-too-long', field: 'extendedTo' },
    values: { delegatedOn: '2025-03-03', extendedTo: '2025-06-01' },
    sound: { delegatedOn: '2024-09-02', extendedTo: '2025-06-01' },
  },
  {
    why: 'a telephone number in a text, unless it is where one belongs',
    ...{ kind: 'deputy', code: 'number-in-text', field: 'opinion' },
    values: { opinion: '请电13800138000' },
    sound: { phone: '13800138000' },
  },
];

/** What is wrong: refused when typed, and an error of `check` in a file. */
export const ERRORS: readonly Provoked[] = [
  {
    why: 'a closing day without an outcome',
    ...{ kind: 'dispute', code: 'field-needs', field: 'closedOn' },
    values: { closedOn: '2024-07-20' },
    sound: SETTLED,
  },
  {
    why: 'a closing day without a result',
    ...{ kind: 'mediation', code: 'field-needs', field: 'closedOn' },
    values: { closedOn: '2024-07-20' },
    sound: CLOSED,
  },
  {
    why: 'a reply without a result',
    ...{ kind: 'matter', code: 'field-needs', field: 'repliedOn' },
    values: { repliedOn: '2024-07-20' },
    sound: { repliedOn: '2024-07-20', result: '已派员' },
  },
  {
    why: 'an acceptance without an application',
    ...{ kind: 'confirmation', code: 'field-needs', field: 'acceptedOn' },
    values: { acceptedOn: '2024-07-11' },
    sound: AGREED,
  },
  {
    why: 'a closing day of what is kept stable',
    ...{ kind: 'dispute', code: 'field-out-of-place', field: 'closedOn' },
    values: { outcome: 'stable', closedOn: '2024-07-20' },
    sound: SETTLED,
  },
  {
    why: 'a procedure before filing',
    ...{ kind: 'mediation', code: 'field-out-of-place', field: 'procedure' },
    values: { basis: 'preFiling' },
    sound: { basis: 'preFiling', procedure: undefined },
  },
  {
    why: 'a day of the letter in a civil case',
    ...{ kind: 'mediation', code: 'field-out-of-place', field: 'dueOn' },
    values: { dueOn: '2024-07-20' },
    sound: { dueOn: '2024-07-20', nature: 'enforcement' },
  },
  {
    why: 'a body that asked where the court came of itself',
    ...{ kind: 'guidance', code: 'field-out-of-place', field: 'requestedBy' },
    values: { origin: 'initiative', requestedOn: undefined, guidedOn: '2024-07-03' },
    sound: { origin: 'initiative', requestedOn: undefined, requestedBy: undefined, guidedOn: '2024-07-03' },
  },
  {
    why: 'a class of what was neither proposal nor motion',
    ...{ kind: 'deputy', code: 'field-out-of-place', field: 'category' },
    values: { channel: 'contact', repliedOn: '2024-07-20', category: 'A' },
    sound: { channel: 'motion', repliedOn: '2024-07-20', category: 'A' },
  },
  {
    why: 'whether a leader’s trip was filed',
    ...{ kind: 'service', code: 'field-out-of-place', field: 'filed' },
    values: { category: 'leader', filed: 'filed' },
    sound: { category: 'filing', filed: 'filed' },
  },
  {
    why: 'no day where the centre asked',
    ...{ kind: 'guidance', code: 'field-required', field: 'requestedOn' },
    values: { requestedOn: undefined, guidedOn: '2024-07-03' },
    sound: { guidedOn: '2024-07-03' },
  },
  {
    why: 'no day of guidance that nobody asked for',
    ...{ kind: 'guidance', code: 'field-required', field: 'guidedOn' },
    values: { origin: 'initiative', requestedOn: undefined, requestedBy: undefined },
    sound: { origin: 'initiative', requestedOn: undefined, requestedBy: undefined, guidedOn: '2024-07-03' },
  },
  {
    why: 'no dispute where there is no training',
    ...{ kind: 'guidance', code: 'field-required', field: 'summary' },
    values: { summary: undefined },
    sound: {},
  },
  {
    why: 'a reply before the question',
    ...{ kind: 'matter', code: 'day-order', field: 'repliedOn' },
    values: { result: '已派员', repliedOn: '2024-07-02' },
    sound: { result: '已派员', repliedOn: '2024-07-03' },
  },
  {
    why: 'a signature before the delegation',
    ...{ kind: 'mediation', code: 'day-order', field: 'signedOn' },
    values: { signedOn: '2024-07-02' },
    sound: { signedOn: '2024-07-03' },
  },
  {
    why: 'an acceptance before the application',
    ...{ kind: 'confirmation', code: 'day-order', field: 'acceptedOn' },
    values: { appliedOn: '2024-07-10', acceptedOn: '2024-07-09' },
    sound: { appliedOn: '2024-07-10', acceptedOn: '2024-07-10' },
  },
];
