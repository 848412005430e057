import type { Verdict } from '../domain/receiving/record.ts';
import type { BroughtInstead } from '../domain/problems/receiving.ts';
import type { UnmovablePart } from '../domain/problems/template.ts';
import type { FileProblem, JsonExpectation, KeptVersion, StorageAction } from '../domain/problems/file.ts';
import type { LeftOutRow } from '../domain/problems/import.ts';
import type { UnreadableReason } from '../domain/problems/workbook.ts';
import { partsOf, weekday, type CalendarDate } from '../domain/calendar-date.ts';
import { EDITION_NAMES, type Edition } from '../domain/masking/edition.ts';
import type { Messages } from './messages.ts';

const EDITION: Readonly<Record<Edition, string>> = { internal: 'internal', external: 'external' };

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const list = (items: readonly string[]): string => items.join(', ');
/** The first of many ids; an import may have added hundreds. */
const some = (ids: readonly string[]): string =>
  ids.length > 5 ? `${list(ids.slice(0, 5))} and ${String(ids.length - 5)} more` : list(ids);
const counted = (count: number, one: string, many = `${one}s`): string =>
  `${String(count)} ${count === 1 ? one : many}`;
const day = (date: CalendarDate, today = date): string => {
  const { year, month, day: number } = partsOf(date);
  const short = `${String(number)} ${MONTHS[month - 1] ?? ''}`;
  return year === partsOf(today).year ? short : `${short} ${String(year)}`;
};
const fullDay = (date: CalendarDate): string => `${day(date)} ${String(partsOf(date).year)}`;
const weekdayName = (date: CalendarDate): string => WEEKDAYS[weekday(date) - 1] ?? '';
const meant = (nearest: string | undefined): { next?: string } =>
  nearest === undefined ? {} : { next: `Did you mean “${nearest}”?` };

/** What to do about a file that is damaged: bring a backup back, or ask for the file again. */
const recover = (backups: readonly KeptVersion[]): string =>
  backups.length === 0
    ? 'Please don’t put a new file of this name over it: ask the ledger’s owner for it again, or look for a copy on a USB stick or in the mail.'
    : bringBack(backups);
/** Of an older copy: a backup helps only where it is of a later version than what lies there. */
const later = (backups: readonly KeptVersion[], found: number): string =>
  (backups[0]?.seq ?? 0) > found
    ? bringBack(backups)
    : 'Of the version saved last there is no backup, only the file that was replaced; if it can’t be found, enter again what came since.';
const bringBack = (backups: readonly KeptVersion[]): string => {
  const [{ judge, seq } = { judge: '', seq: 0 }] = backups;
  return `There ${backups.length === 1 ? 'is' : 'are'} ${counted(backups.length, 'backup')}; to bring back the latest: ledger backup restore ${String(seq)} --judge ${judge} (all of them: ledger backup list --judge ${judge}).`;
};

/** The first of many ids. */
const few = (ids: readonly string[]): string =>
  list([...ids.slice(0, 10), ...(ids.length > 10 ? ['...'] : [])]);

const JSON_WORDS: Readonly<Record<JsonExpectation, string>> = {
  ',': 'a comma ,',
  ':': 'a colon :',
  '"': 'a straight double quote "',
  '{': '{',
  '}': '}',
  '[': '[',
  ']': ']',
  value: 'a value, such as "text"',
  key: 'a key in straight double quotes, such as "date"',
  'key-or-brace': 'a key (such as "date") or }',
  'comma-or-brace': 'a comma , or }',
  'comma-or-bracket': 'a comma , or ]',
  digit: 'a digit 0-9',
  'number-without-leading-zero': 'a number that does not begin with 0',
  escape: 'a proper escape, such as \\n',
  'four-hex-digits': 'four hexadecimal digits after \\u',
  end: 'the end of the file',
};

const ACTIONS: Readonly<Record<StorageAction, string>> = {
  lock: 'lock the folder',
  unlock: 'remove the mark',
  read: 'read the file',
  write: 'write the file',
  replace: 'replace the file',
  backup: 'keep a backup',
  output: 'write the output',
};

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the disk is read-only',
  EACCES: 'no permission',
  EPERM: 'no permission',
  EIO: 'the disk failed to read or write',
  EBUSY: 'another program is using the file',
  EFBIG: 'the file is larger than the system allows',
  ENAMETOOLONG: 'the file name is too long',
  EMFILE: 'too many files are open',
  ENOENT: 'there is no such folder',
  EEXIST: 'a file of that name is there',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EISDIR: 'this is a folder',
  ELOOP: 'links lead to one another without an end',
};
const reason = (code: string): string => (REASONS[code] === undefined ? code : `${REASONS[code]} (${code})`);

const found = (description: string): string => {
  const [kind, length] = description.split(':');
  const kinds: Readonly<Record<string, string>> = {
    text: `text of ${counted(Number(length ?? 0), 'character')}`,
    number: 'a number',
    boolean: 'true or false',
    object: 'a group of keys',
    list: 'a list',
    null: 'null',
    undefined: 'nothing',
  };
  return kinds[kind ?? ''] ?? description;
};

const jsonFound = (text: string): string => {
  const words: Readonly<Record<string, string>> = {
    word: 'text',
    digit: 'a digit',
    'line-break': 'a line break',
  };
  return words[text] ?? (text.startsWith('U+') ? `the invisible character ${text}` : `“${text}”`);
};

const NOT_REGULAR: Readonly<Record<Extract<FileProblem, { code: 'file-not-regular' }>['found'], string>> = {
  folder: 'a folder',
  pipe: 'a pipe',
  device: 'a device',
};

const expects: Messages['expects'] = {
  text: 'text',
  day: 'a day, such as "2024-07-03"',
  quarter: 'a quarter, such as "2024Q3"',
  timestamp: 'a time, such as "2024-07-03T10:21:05+08:00"',
  digest: 'a digest of 64 characters',
  'whole-number': 'a whole number, such as 3',
  'yes-no': 'true or false',
  choices: 'given choices in [ ], such as ["law"]',
  amount: 'an amount as text with two places, such as "12000.50"',
  'case-number': 'a case number, such as "（2024）粤5321民初123号"',
  choice: 'one of the choices',
  town: 'the name of a town, such as "太平镇"',
  village: 'the name of a village or community, such as "马山社区"',
  'judge-id': 'a judge’s id of small letters, digits and hyphens, such as "li-min"',
  'entry-id': 'an entry’s id, such as "visit-240703-7kq2"',
  'court-code': 'a court’s code, such as "粤5321"',
  list: 'a list in [ ]',
  object: 'a group of keys in { }',
};

/** Why a file is no workbook that can be opened, and what to do where the general advice doesn't fit. */
const unreadable: Readonly<Record<UnreadableReason, readonly [what: string, next?: string]>> = {
  empty: ['The file is empty', 'Please copy or save it once more.'],
  encrypted: [
    'The workbook needs a password to open',
    'Please take the password off in Excel or WPS and save it.',
  ],
  xls: [
    'This is a workbook of the old format (.xls or .et)',
    'Please open it in Excel or WPS and save it as .xlsx.',
  ],
  xlsb: ['This is a binary workbook (.xlsb)', 'Please open it in Excel and save it as .xlsx.'],
  xlsm: [
    'This is a workbook with macros (.xlsm)',
    'Please open it in Excel or WPS and save it as .xlsx, without macros.',
  ],
  ods: [
    'This is a file of LibreOffice (such as .ods)',
    'Please open it in LibreOffice or WPS and save it as .xlsx.',
  ],
  document: [
    'This is a file of Word, PowerPoint or the like, not a workbook',
    'Please choose an .xlsx; a table in Word has to be copied into Excel first.',
  ],
  html: [
    'This is a web page that is only named like a workbook',
    'Please open it in Excel or WPS and save it as .xlsx.',
  ],
  mht: [
    'This is a stored web page (.mht) that is only named like a workbook',
    'Please open it in Excel or WPS and save it as .xlsx.',
  ],
  rtf: [
    'This is an RTF document that is only named like a workbook',
    'Please copy its table into Excel and save it as .xlsx.',
  ],
  pdf: ['This is a PDF, not a workbook', 'Please choose an .xlsx.'],
  json: [
    'This is JSON, not a table; a JSON that was exported can’t be imported',
    'Please use ledger export --format csv, and import the .csv files.',
  ],
  text: [
    'This is a text file that is only named like a workbook',
    'If it is a CSV, please name it .csv again; if not, choose an .xlsx.',
  ],
  other: ['This file is not an xlsx workbook'],
  cut: ['The workbook is incomplete, as if it had not been copied to the end', 'Please copy it once more.'],
  damaged: [
    'The workbook was damaged when it was copied or saved',
    'Please copy it once more; if that does not help, have Excel or WPS repair it and save it as .xlsx.',
  ],
  'too-many-parts': ['The workbook has more parts than any real one'],
  'unsafe-path': ['The workbook contains an unsafe path and was not opened'],
  'duplicate-part': ['Two parts of the workbook have one name, so it was not opened'],
  overlap: ['Parts of the workbook overlap as in no real one, so it was not opened'],
  'false-size': ['The workbook has another size than it says, so it was not opened'],
  ratio: ['The workbook is compressed like no real one, so it was not opened'],
  'no-sheets': ['The workbook has no sheets'],
  'missing-part': ['The workbook lacks a part that it names'],
  doctype: ['The workbook contains something that is not allowed (a DTD) and was not opened'],
  entity: ['The workbook contains something that is not allowed (an entity of its own) and was not opened'],
  encoding: ['The text of the workbook is not encoded as it should be'],
  'too-deep': ['The content of the workbook is nested like that of no real one, so it was not opened'],
  'too-long': ['A piece of the workbook is longer than in any real one, so it was not opened'],
  'broken-part': ['The content of the workbook is damaged'],
  'bad-reference': ['The workbook names a cell beyond the end of a sheet'],
  'out-of-order': ['Rows or cells of the workbook are out of order'],
  'bad-string': ['The text of this cell is missing in the workbook'],
};

const LEFT_OUT: Readonly<Record<LeftOutRow, string>> = {
  total: 'totals',
  signature: 'signatures',
  note: 'notes',
  none: '无',
  title: 'titles',
};

/** The numbers of some rows, the first of many. */
const rowNumbers = (rows: readonly number[]): string =>
  rows.length > 10 ? `${list(rows.slice(0, 10).map(String))} …` : list(rows.map(String));

/** All words in English. */
const VERDICTS: Readonly<Record<Verdict, string>> = {
  accepted: 'accepted',
  superseded: 'superseded by a later attempt',
  duplicate: 'the same again, not counted twice',
  rejected: 'not as it was sealed, or not usable: rejected',
  conflict: 'contradicts another one: to be decided',
  quarantined: 'not on the roster: set apart',
  skipped: 'no submission',
};

/** What was brought instead of a submission, and what to do about it. */
const INSTEAD: Readonly<Record<BroughtInstead, { readonly what: string; readonly next?: string }>> = {
  ledger: {
    what: 'This is a whole ledger, no submission; it was not taken',
    next: 'Please ask the judge to run ledger submit --quarter QUARTER and to send what that makes.',
  },
  roster: { what: 'This is a roster, no submission' },
  workbook: {
    what: 'This is a document of Excel or Word, no submission',
    next: 'Submissions are .json, or text files with the same content.',
  },
  archive: { what: 'This is an archive; it was not opened', next: 'Please unpack it first.' },
  link: { what: 'This is a link; it was not followed', next: 'Please receive the file that it leads to.' },
  device: { what: 'This is no ordinary file; it was not read' },
  system: { what: 'This belongs to the system or to an office program; it was passed over' },
  'too-deep': {
    what: 'This folder lies too deep; it was not entered',
    next: 'Please name it to receive it.',
  },
  'too-large': { what: 'This file is larger than 64 MB; it was not read' },
  other: { what: 'This is no submission' },
};

export const en: Messages = {
  language: 'en',
  problems: {
    'file-missing': () => ({
      what: 'There is no such file',
      next: 'Please check the name of the file and of its folder.',
    }),
    'file-not-regular': (p) => ({
      what: `This is ${NOT_REGULAR[p.found]}, not a file`,
      next:
        p.pattern === undefined
          ? 'Please move it away and put the right file here.'
          : `Please name the files in it, such as ${p.pattern}.`,
    }),
    'link-broken': (p) => ({
      what: {
        nowhere: 'This is a link to a file that is not there',
        'in-a-circle': 'This is a link that leads in a circle',
      }[p.leads],
      next: 'Please move it away or put the link right (is the USB stick or shared folder it leads to connected?), and try again.',
    }),
    'file-too-large': (p) => ({
      what: `The file has ${String(Math.ceil(p.bytes / 1048576))} MB, more than the limit of ${String(Math.floor(p.limit / 1048576))} MB`,
      next: 'That does not look like a ledger; please check whether it is the right file.',
    }),
    'ledger-too-large': (p) => ({
      what: `Saved, this ledger would have ${String(Math.ceil(p.bytes / 1048576))} MB, more than the limit of ${String(Math.floor(p.limit / 1048576))} MB, and could never be opened again; nothing was saved`,
      next: 'No judge has that many entries: please check whether these are the ledgers of a whole court or of many years, and import one judge’s of this year.',
    }),
    'file-not-writable': () => ({
      what: 'The file is read-only, so it cannot be saved',
      next: 'Please take “read-only” off in its properties and try again.',
    }),
    'file-unreadable': (p) => ({
      what: `The file cannot be read: ${reason(p.reason)}`,
      next: 'Please check the permissions, or close the program that is using it.',
    }),
    'file-linked': (p) => ({
      what: `The file has ${counted(p.links - 1, 'further hard link')}; once it is saved they are no longer the same file`,
      next: 'Please keep one file only, and use shortcuts in other places.',
    }),
    'text-empty': (p) => ({ what: 'The file is empty', next: recover(p.backups) }),
    'text-nul': (p) => ({
      what: 'The content of the file is lost (only zero bytes are left), most likely by a power cut',
      next: recover(p.backups),
    }),
    'text-encoding': (p) => ({
      what: {
        gbk: 'The file is encoded in GBK (ANSI)',
        'utf-16': 'The file is encoded in UTF-16 (Unicode)',
        unknown: 'The file has bytes that are not UTF-8',
      }[p.looksLike],
      expected: 'It should be UTF-8',
      next:
        p.looksLike !== 'unknown'
          ? `Please open it in Notepad, “save as” with the encoding UTF-8, look the text over, and try again.${p.backups === undefined ? '' : ` Or run ledger repair --from-encoding ${p.looksLike}.`}`
          : p.backups === undefined || p.backups.length === 0
            ? 'Please bring the file back from a copy.'
            : bringBack(p.backups),
    }),
    'json-cut': (p) => ({
      what: 'The file is incomplete: it breaks off here, as if it had not been copied to the end',
      next: recover(p.backups),
    }),
    'json-syntax': (p) => ({
      what: `The format is wrong: here is ${jsonFound(p.found)}`,
      expected: `It should be ${JSON_WORDS[p.expected]}`,
      next: `Please put it right at this line and column and try again.${p.backups === undefined ? '' : ` If you can’t: ${bringBack(p.backups)}`}`,
    }),
    'json-duplicate-key': (p) => ({
      what: `The key “${p.key}” is written twice (first on line ${String(p.firstLine)})`,
      next: 'Please delete one of them; where the two differ, keep the one that is true.',
    }),
    'json-forbidden-key': (p) => ({ what: `The key “${p.key}” is not allowed`, next: 'Please delete it.' }),
    'json-too-deep': (p) => ({
      what: `The brackets are nested more than ${String(p.limit)} deep; this is not a ledger`,
      next: 'Please check whether it is the right file.',
    }),
    'json-number-loses-digits': () => ({
      what: 'This number has so many digits that reading it would change it',
      expected: 'A long number should stand in straight double quotes, such as "110101…"',
      next: 'Please add the quotes and try again.',
    }),
    'storage-failed': (p) => ({
      what: `It was not possible to ${ACTIONS[p.action]}: ${reason(p.reason)}`,
      next: 'The ledger has not changed. Please make room or check the permissions and try again.',
    }),
    locked: (p) => ({
      what: `The ledger is in use: ledger ${p.command} on the computer ${p.host} (process ${String(p.pid)}, since ${p.startedAt})`,
      next: 'Nothing was written. Please try again when it has finished; if you are sure that it broke off long ago, run ledger unlock.',
    }),
    'lock-unreadable': () => ({
      what: 'The ledger is marked as in use, but the mark cannot be read',
      next: 'Nothing was written. Please make sure that nobody else is using it, then run ledger unlock.',
    }),
    'lock-changed': () => ({
      what: 'The mark is another one since it was shown: another run has the ledger now; it was not removed',
      next: 'Please wait a little and run it again.',
    }),
    'lock-left': () => ({
      what: 'It is saved, but the mark that the ledger is in use could not be removed, and others may have to wait',
      next: 'Please run ledger unlock.',
    }),
    'file-held': (p) => ({
      what: `Another program is holding the ledger (${p.reason}); after 10 seconds it could still not be replaced, and has not changed`,
      next: `What you entered is kept in ${p.kept}. Please close the program that has the ledger open (an editor, a sync client, a virus scanner) and enter it again.`,
    }),
    'editor-open': (p) => ({
      what: `Another program seems to have the ledger open (${p.sign} lies beside it); nothing was written`,
      next: 'Please close it first. If you are sure that nothing has it open, delete that file, or try again with --force.',
    }),
    'changed-meanwhile': (p) => ({
      what: 'Another program changed the ledger just before it was saved; it was not overwritten',
      next: `What you entered is kept in ${p.kept}. Please compare the two and enter it again.`,
    }),
    'not-confirmed': (p) => ({
      what: `It is written, but the disk did not confirm it (${reason(p.reason)})`,
      next: 'Please eject the USB stick safely, or open the file again later and look.',
    }),
    'answer-cut': (p) => ({
      what: `The answer could not be printed whole: ${reason(p.reason)}`,
      next: 'The command itself is done, and what was saved is safe. Please send the output where there is room, and look again.',
    }),
    'output-not-folder': () => ({
      what: 'This is a file; workbooks go into a folder',
      next: 'Please name a folder behind -o, for example -o reports.',
    }),
    'output-is-data': () => ({
      what: 'This is where the workspace keeps its own data; no output may go there',
      next: 'Please choose another folder or name.',
    }),
    'output-open': () => ({
      what: 'The file is open in Excel or WPS and was not replaced',
      next: 'Please close it and run the command again.',
    }),
    'output-edited': () => ({
      what: 'Somebody has changed this file since it was made; it was not overwritten',
      next: 'Please save the changed file under another name first; to overwrite it all the same, add --force.',
    }),
    'output-not-ours': () => ({
      what: 'A file of this name that ledger did not make is here already; it was not overwritten',
      next: 'Please move it away, or choose another folder with -o; to overwrite it all the same, add --force.',
    }),

    'format-unknown': (p) => ({
      what: `This file format is not known (${p.found.includes('/') ? p.found : found(p.found)})`,
      expected: `The first key should be "format": "${p.expected}"`,
      next: 'Please check whether it is the right file.',
    }),
    'format-newer': (p) => ({
      what: `The file format ${p.found} is newer than ${p.supported}, the newest this program knows`,
      next: 'Please install a newer ledger and open it then; to do no damage, the file was neither read nor changed.',
    }),
    'key-unknown': (p) => ({
      what: `The key “${p.key}” is not known`,
      next:
        p.nearest === undefined ? 'Please delete it or put its name right.' : `Did you mean “${p.nearest}”?`,
    }),
    'key-missing': (p) => ({
      what: `The key “${p.key}” is missing`,
      next: 'Please add it and try again.',
    }),
    'value-invalid': (p) => ({
      what: `The value of “${p.key}” is wrong: here is ${found(p.found)}`,
      expected: `It should be ${expects[p.expects]}`,
    }),
    'kind-unknown': (p) => ({ what: `There is no kind of entry “${p.kind}”`, ...meant(p.nearest) }),
    'entry-id-twice': (p) => ({
      what: `The id ${p.id} stands twice`,
      next: 'Please check whether an entry was written twice; if they are two, change one of the ids.',
    }),
    'day-order': (p) => ({
      what: `“${p.label}” ${p.day} is before “${p.after}” ${p.earliest}`,
      next: 'Please check the two days.',
    }),
    'day-after-today': (p) => ({
      what: `“${p.label}” ${p.day} is after today (${p.today})`,
      next: 'Please check the day.',
    }),
    'town-not-listed': (p) => ({
      what: `The roster has no “${p.town}”; in the consolidated workbooks it stands off the roster`,
      next:
        p.nearest === undefined
          ? 'Please check the name, or ask the research office to update the roster.'
          : `Did you mean “${p.nearest}”?`,
    }),
    'village-not-listed': (p) => ({
      what: `On the roster ${p.town} has no “${p.village}”`,
      next:
        p.nearest === undefined
          ? 'Please check the name; if the roster is wrong, ask the research office to update it.'
          : `Did you mean “${p.nearest}”?`,
    }),
    'town-not-served': (p) => ({
      what: `By the roster you were not the liaison judge of ${p.town} on ${p.day}`,
      next: 'Please check the day and the town; if the roster is wrong, ask the research office to update it.',
    }),
    'number-in-text': (p) => ({
      what: `“${p.label}” contains a number of ${String(p.length)} digits that looks like ${
        { identity: 'an identity number', phone: 'a telephone number', 'bank-card': 'a bank card number' }[
          p.looksLike
        ]
      }`,
      next: 'The ledger is passed around: please take such numbers out.',
    }),
    'choices-empty': () => ({
      what: 'Nothing is chosen',
      expected: 'Several are separated by commas, such as law, policy',
    }),
    'yes-no-invalid': (p) => ({ what: `“${p.found}” is neither yes nor no`, expected: 'Write yes or no' }),
    'count-invalid': (p) => ({
      what: `“${p.found}” is no count`,
      expected: `A whole number from 0 to ${String(p.most)}, such as 35${p.units.length > 0 ? `, with no unit or one of ${list(p.units.map((unit) => `“${unit}”`))}` : ''}`,
    }),
    'amount-invalid': (p) => ({
      what: `“${p.found}” is no amount`,
      expected: 'Yuan, such as 12000, 12,000.50 or “1.2万”',
    }),
    'case-number-invalid': (p) => ({
      what: `“${p.found}” is no case number`,
      expected:
        'Year, court code, type, a number without leading zeros and “号”, such as “（2024）粤5321民初123号”',
      next: 'Please compare it with the document.',
    }),
    'field-needs': (p) => ({
      what: `“${p.label}” is given without “${p.needs}”`,
      next: `Please give “${p.needs}” too, or clear “${p.label}”.`,
    }),
    'look-alike-name': (p) => ({
      what: `“${p.label}” differs from that of ${p.of} only by characters that look alike`,
      next: 'If they are the same, please write them alike.',
    }),
    'closing-day-missing': (p) => ({
      what: `There is a result without “${p.label}”; the case still counts as open`,
      next: `Please give “${p.label}”.`,
    }),
    'case-number-other-court': (p) => ({
      what: `Case number ${p.number} is not of this court (${p.court})`,
      next: 'Please check; a case of another court may stay.',
    }),
    'case-number-old-form': (p) => ({
      what: `Case number ${p.number} has the form of before 2016`,
      next: 'Please check; an old case may stay.',
    }),
    'case-number-year': (p) => ({
      what: `The year of case number ${p.number} is more than two years from ${p.day}`,
      next: 'Please check the year.',
    }),
    'confirmation-excluded': (p) => ({
      what: `The text says “${p.word}”: relations of persons and ownership can’t be confirmed (the interpretation of the Civil Procedure Law, 355 and 358)`,
      next: 'Please check whether it may be confirmed.',
    }),
    'applied-late': (p) => ({
      what: `Applied for on ${p.appliedOn}, after the last day ${p.applyBy} (30 days from taking effect)`,
      next: 'Please check the two days.',
    }),
    'subtype-elsewhere': (p) => ({
      what: `The subtype “${p.subtype}” belongs to “${p.within}”, and the type is “${p.type}”`,
      next: 'Please correct one of them; --subtype "" clears the subtype.',
    }),
    'policy-heavy-litigation': () => ({
      what: 'A policy-heavy dispute is steered to a suit',
      next: 'The rules (2(3)4) ask for people’s mediation where possible; please check.',
    }),
    'town-level-cppcc': () => ({
      what: 'The CPPCC has no members at the level of towns',
      next: 'Please check capacity and level.',
    }),
    'pre-filing-since-2025': (p) => ({
      what: `Delegated before filing on ${p.day}: since 2025 suits that meet the conditions are filed first`,
      next: 'Please check the basis.',
    }),
    'extension-too-long': (p) => ({
      what: `Extended to ${p.extendedTo}, more than 30 days past the term (${p.most} at the latest)`,
      next: 'Please check the day.',
    }),
    'hearing-counted-once': (p) => ({
      what: `The hearing of ${p.number} on ${p.day} is in the ledger of ${p.of} too; a department told this one, so it is shown and not counted`,
      next: 'Nothing to do, unless there were two hearings.',
    }),
    'holidays-unknown': (p) => ({
      what: `The holidays of ${p.year} are not known; only weekends are days off`,
      next: 'Please have the office write them into holidays.json.',
    }),
    'holiday-outside-years': (p) => ({
      what: `${p.day} is not of a year that “years” lists`,
      next: 'Please check the day, or add its year to “years”, for which this file then speaks alone.',
    }),
    'merge-conflict': (p) => ({
      what: `Both ledgers changed this entry, each in its own way: ${list(p.fields)}`,
      next: 'Nothing was merged. To let all those here stand, add --prefer mine, for the other ledger’s --prefer theirs; what the other side says stays in the history.',
    }),
    'merge-other-judge': (p) => ({
      what: `This ledger belongs to ${p.judge}, not to ${p.expected}`,
      next: 'Only two ledgers of one judge can be merged.',
    }),
    'merge-other-court': () => ({
      what: 'This ledger is of another court',
      next: 'Only two ledgers of one judge can be merged.',
    }),
    'merge-other-ledger': () => ({
      what: 'This is not a copy of the ledger here: each was begun on its own (ledgerId differs)',
      next: 'If both are really of one judge, write this ledger’s ledgerId into that file with Notepad and merge again.',
    }),
    'merge-submitted-twice': (p) => ({
      what: `${p.quarter}, attempt ${String(p.attempt)}, was handed in from both PCs with different content`,
      next: 'Please ask the filing division which one it has; go on with the ledger it came from.',
    }),
    'seal-broken': (p) => ({
      what: `It says something else than was sealed${p.entries.length > 0 ? `; entries that differ: ${some(p.entries)}` : ''}`,
      next: 'Never change a submission; ask the liaison judge for the original.',
    }),
    'submission-twice': (p) => ({
      what: `Attempt ${String(p.attempt)} has ${String(p.files.length)} sealed files, none of which the ledger knows: ${p.files.join(', ')}`,
      next: 'Ask the filing division which one it has, move the other out of the submissions folder, and try again.',
    }),
    'submission-not-owed': (p) => ({
      what: `By the roster this judge serves no town in ${p.quarter}`,
      next: 'Please check the quarter; if it is meant, hand it in all the same.',
    }),
    'not-a-submission': (p) => ({
      what: INSTEAD[p.found].what,
      ...(INSTEAD[p.found].next === undefined ? {} : { next: INSTEAD[p.found].next }),
    }),
    'submission-other-court': (p) => ({
      what: `This is a submission to “${p.found}”, this court is “${p.roster}”; it is set apart`,
      next: 'Please check where it comes from; where only the name is written otherwise, mend the roster or have it handed in anew.',
    }),
    'submission-not-on-roster': (p) => ({
      what: `The liaison judge ${p.judge} is not on the roster; the submission is set apart`,
      next: 'Please check the roster; once it knows the judge, the submission counts.',
    }),
    'submission-period-differs': (p) => ({
      what: `The days of ${p.quarter} are not the court’s: ${p.found.from} to ${p.found.to}, by the roster ${p.roster.from} to ${p.roster.to}`,
      next: 'Please send the present roster to the judge and have the quarter handed in anew.',
    }),
    'submission-rules-differ': (p) => ({
      what: `The rules it was made by are not the roster’s: ${p.rules.join(', ')}`,
      next: 'Please send the present roster to the judge and have the quarter handed in anew.',
    }),
    'submission-conflict': (p) => ({
      what: `The submissions for ${p.quarter} contradict each other, seal codes: ${p.seals.join(', ')}`,
      next: 'Please ask the judge which of them stands, then run ledger receive --accept CODE.',
    }),
    'submission-returned': (p) => ({
      what: `Attempt ${String(p.attempt)} for ${p.quarter} was returned and is not counted`,
      next: 'Please ask the judge for the next one.',
    }),
    'received-line-damaged': () => ({
      what: 'This line of the record of what was received is damaged',
      next: 'Please bring submissions/received.jsonl back from a backup; else take the line out and receive the submission once more.',
    }),
    'received-line-torn': () => ({
      what: 'The last line of the record of what was received was never finished; it is left out',
      next: 'Please receive what came last once more; nothing is counted twice.',
    }),
    'received-file-gone': (p) => ({
      what: `The submission of ${p.judge} for ${p.quarter} was received, and is gone or changed by now; it is not counted`,
      next: 'Please receive the original once more (ledger receive FILE).',
    }),
    'submission-not-recorded': () => ({
      what: 'This file lies among the submissions and was never received; it is not counted',
      next: 'Please run ledger receive with its name.',
    }),
    'submitted-entry-differs': (p) => ({
      what: `It is not as it was handed in for ${p.quarter}, and no revision says why: ${p.fields.join(', ')}`,
      next: 'Please ask the judge; what has to be changed is changed with ledger edit and handed in anew.',
    }),
    'case-not-carried': (p) => ({
      what: `The case was opened on ${p.opened}, and the submission for ${p.quarter} does not have it`,
      next: 'Please ask the judge to hand that quarter in once more.',
    }),
    'cases-carried': (p) => ({
      what: p.isLeft
        ? `${p.name} serves no town any more; ${counted(p.cases, 'case')} from the last submission stand here until they are handed over`
        : `Nothing of ${p.name} counts for the quarter; ${counted(p.cases, 'case')} from the last submission stand here`,
      next: p.isLeft ? 'Please have them handed over.' : 'Please remind the judge.',
    }),
    'seal-code-unknown': (p) => ({
      what: `There is no submission with the seal code ${p.sealCode}`,
      next: 'The seal codes stand in ledger status and on the receipts; please check it.',
    }),
    'seal-code-undisputed': (p) => ({
      what: `Nothing contradicts the submission with the seal code ${p.sealCode}; there is nothing to decide`,
      next: 'See ledger status for who stands where.',
    }),
    'likely-twin': (p) => ({
      what: `It is much like ${p.of}: the same day, the same place, similar text. It may be written twice`,
      next: 'If there really were two, save it all the same.',
    }),
    'judge-not-on-roster': (p) => ({
      what: `The liaison judge ${p.judge} is not on the roster`,
      next: 'Please ask the research office to check it; the ledger is consolidated all the same, and marked.',
    }),
    'judge-name-differs': (p) => ({
      what: `The ledger says the name is “${p.found}”, the roster says “${p.roster}”`,
      next: 'Please check which is right.',
    }),
    'court-differs': (p) => ({
      what: `The ledger says the court is “${p.found}”, the roster says “${p.roster}”`,
      next: 'Please check which is right.',
    }),
    'file-name-not-judge': (p) => ({
      what: `The name of the file is not its owner’s (the ledger in it is ${p.judge}’s); it was left out`,
      expected: `The file should be called ${p.expected}`,
      next: 'If it is an old copy, please move it away; otherwise give it the right name.',
    }),
    'judge-in-two-files': (p) => ({
      what: `${p.judge} has two ledger files, and both were left out: ${list(p.files)}`,
      next: 'Please compare them and keep one.',
    }),
    'ledger-gone': (p) => ({
      what: `The ledger of ${p.judge} is gone; there was one`,
      next:
        p.backups.length === 0
          ? 'Please look for it in the recycle bin or on a USB stick and put it back into ledgers. If it was moved away on purpose, move this judge’s files in backups away, too.'
          : `${bringBack(p.backups)} If it was moved away on purpose, move this judge’s files in backups away, too.`,
    }),
    'copied-over': (p) => ({
      what: `Version ${String(p.seq)} was saved here last, and this ledger did not come after it: one of another PC seems to have been copied over it`,
      next: 'See whether what was entered here is still there (ledger history). If not, find the file that was replaced and bring it in with ledger merge FILE; else enter it again.',
    }),
    'older-copy': (p) => ({
      what: `This is an older copy: it is version ${String(p.found)}, and version ${String(p.last)} was saved last`,
      next: `Please find the latest file and put it back. ${later(p.backups, p.found)} If you do want to go on with the file that is there now: ledger backup restore --current --judge ${p.judge}.`,
    }),
    'backup-damaged': (p) => ({
      what: 'This backup is damaged or was changed; it was not used',
      next:
        p.others.length === 0
          ? 'There is no other backup; please look for a copy on a USB stick or in the mail.'
          : `Please take another one, such as ledger backup restore ${String(p.others[0]?.seq)} --judge ${p.judge}.`,
    }),
    'ledger-missing': (p) => ({
      what: `${p.name} has not reported: there is no ledger file`,
      next: `Please ask for it, and put it at ledgers/${p.judge}.json.`,
    }),
    'no-ledgers': () => ({
      what: 'There is no ledger yet',
      next: 'Please make the first entry with ledger visit add.',
    }),
    'rev-not-history': (p) => ({
      what: `The entry’s revision is ${String(p.rev)}, but the last item of its history is ${String(p.last)}`,
      expected: 'The two should be equal, such as "rev": 2 and "rev": 2 in the last item of history',
      next: 'Please compare with a backup (ledger backup list); where the history is right, give rev its number.',
    }),
    'history-gap': (p) => ({
      what: `The history has a gap: ${p.after === 0 ? 'it begins with' : `after revision ${String(p.after)} comes`} ${String(p.rev)}`,
      expected: 'Revisions begin with 1 and rise by one, such as 1, 2, 3',
      next: 'An item was most likely deleted. Please compare with the backups (ledger backup list) and bring one back, as with ledger backup restore 12.',
    }),
    'history-step-order': (p) => ({
      what: `The steps of the history go back: after step ${String(p.after)} comes ${String(p.step)}`,
      expected: 'Steps should rise, such as 3, 12',
      next: 'The file was most likely changed or merged by hand. Please compare with a backup (ledger backup list).',
    }),
    'history-step-ahead': (p) => ({
      what: `The history speaks of step ${String(p.step)}, but the ledger has made only ${String(p.seq)}`,
      expected: 'No step should be above the "seq" at the top of the ledger',
      next: 'Most likely two ledgers were merged, or seq was lowered. Please compare with the backups (ledger backup list) and bring one back, as with ledger backup restore 12.',
    }),
    'history-removal-differs': (p) => ({
      what: p.removed
        ? 'The entry is marked as removed, but its history knows of no removal'
        : 'The history says that the entry was removed, but it has no such mark',
      expected:
        'Removing and restoring leave a record, with commands such as ledger visit remove and restore',
      next: 'Please see whether the entry should be there, and compare with a backup (ledger backup list).',
    }),
    'history-value-differs': (p) => ({
      what: `“${p.label}” is not what the last change in its history made of it`,
      next: 'If you changed it in Notepad yourself, nothing need be done; otherwise look at the history with show and put it right with edit.',
    }),
    'history-field-unknown': (p) => ({
      what: `The history speaks of a field “${p.field}” that is not known`,
      next:
        p.nearest === undefined
          ? 'Please compare with a backup (ledger backup list) and put the name right.'
          : `Did you mean “${p.nearest}”? Please put it right.`,
    }),
    'text-invisible': (p) => ({
      what: `“${p.label}” contains an invisible character ${p.codePoint}, most likely pasted from a web page or a chat`,
      expected: 'Only characters that can be seen, such as “马山社区”',
      next: 'Please type it anew: with it, searches and counts take the name for another one.',
    }),
    'clock-behind': (p) => ({
      what:
        p.ledgers === 1
          ? `The last change was on ${p.changed}, after today (${p.today})`
          : `The last changes of ${String(p.ledgers)} ledgers are after today (${p.today}), the latest on ${p.changed}`,
      next:
        p.ledgers === 1
          ? 'Please check date and time of this PC; where they are right, the PC that made the change was ahead.'
          : 'Please check date and time of this PC: they are most likely behind.',
    }),
    'ledger-edited': (p) => ({
      what: `Another program changed the file after version ${String(p.seq)} was saved`,
      next: 'If you changed it in Notepad yourself, nothing need be done: the next save accepts it. Otherwise please compare with a backup (ledger backup list).',
    }),
    'version-unlinked': (p) => ({
      what: `This version does not follow the version ${String(p.seq)} among the backups; a save between them may have been overwritten`,
      next: 'Please see with ledger backup list how many entries each version has, and enter again what is missing.',
    }),
    'versions-forked': (p) => ({
      what: `Two different versions ${String(p.seq)} follow one and the same: most likely somebody entered in an older copy, over other entries: ${list(p.files)}`,
      next: 'Please compare the two, enter again what is missing, and move the backup that is not needed away.',
    }),
    'backup-unsound': (p) => ({
      what: `This backup is of no use: ${
        {
          changed: 'its content is not what the digest in its name says',
          unreadable: 'no ledger can be read from it',
          another: 'it holds another ledger or another version',
        }[p.reason]
      }`,
      next: `Please move it away; ledger backup list --judge ${p.judge} shows the others.`,
    }),
    'head-damaged': () => ({
      what: 'The note of the version last saved cannot be read',
      next: 'Nothing need be done: the next save writes it anew. Until then, an older copy put back may go unnoticed.',
    }),
    'file-stray': (p) => ({
      what: 'This file does not belong here; ledger does not read it',
      expected: {
        home: 'The files that are read are called roster.json, holidays.json and import-heads.json',
        ledgers: 'A ledger is called by the judge’s id and .json, such as li-min.json',
        backups: 'A backup has a name such as li-min.000012.2024-09-18.1a2b3c4d.json',
      }[p.folder],
      next: 'If it is a copy (a “conflicted copy”, say), please compare the two and put in what is missing; then move it away.',
    }),
    'leftover-file': () => ({
      what: 'This is a temporary file of a save that was interrupted',
      next: 'It is of no use any more and may be deleted.',
    }),
    'conflict-kept': (p) => ({
      what: `When ${p.of} was to be saved, it had been changed and was not overwritten; what you entered then is kept here`,
      next: `Please compare it with ${p.of}, enter again what is missing, and move it away.`,
    }),
    'damaged-kept': (p) => ({
      what: `This is ${p.of} as it was when it was damaged`,
      next: 'Please make sure that the latest entries are all there before you move it away.',
    }),
    'lock-dead': (p) => ({
      what: `A mark of use is left of ledger ${p.command}, which did not finish (process ${String(p.pid)}, since ${p.startedAt}, no longer running)`,
      next: 'Nothing need be done: the next save removes it. Please see whether what was entered then is there, and enter again what is missing.',
    }),
    'lock-elsewhere': (p) => ({
      what: `The ledger is in use by ledger ${p.command} on the computer ${p.host} (process ${String(p.pid)}, since ${p.startedAt})`,
      next: `Please wait for it to finish; if you are sure that it is not running any more, use ledger unlock --judge ${p.judge}.`,
    }),
    'entry-copied': (p) => ({
      what:
        p.entries === 1
          ? `The entry is the same as that of this id in the ledger of ${p.of}; consolidated, it counts twice`
          : `${String(p.entries)} entries, this and others, are the same as those of their ids in the ledger of ${p.of}; consolidated, they count twice`,
      next: 'A ledger was most likely copied. Please see whose it is, and take it out of the other one with remove.',
    }),
    'entry-id-shared': (p) => ({
      what:
        p.entries === 1
          ? `An entry in the ledger of ${p.of} has the same id and other content; consolidated, both count`
          : `${String(p.entries)} entries, this and others, have the ids of entries in the ledger of ${p.of} and other content; consolidated, all count`,
      next: 'Please see whether they are one matter; if so, take one of them out with remove.',
    }),
    'roster-alike': (p) => ({
      what: `“${p.name}” and “${p.of}” differ only by characters that look alike`,
      next: 'Please see whether they are one, and put right what is mistyped; where they are two, nothing need be done.',
    }),
    'folder-refuses': (p) => ({
      what: `Files cannot be ${{ create: 'made', replace: 'replaced', remove: 'deleted' }[p.trial]} in this folder: ${reason(p.reason)}`,
      next: 'Nothing can be saved like this, only looked at. Please make room, take away the write protection, or ask your administrator for the right to change this folder.',
    }),
    'folder-not-exclusive': () => ({
      what: 'This folder cannot tell who made a file first, so two people saving at once may overwrite each other',
      next: 'Please move the workspace to a disk of this PC, such as D:\\ledger.',
    }),
    'folder-not-synced-to-disk': (p) => ({
      what: `The disk does not confirm what is written (${reason(p.reason)}); a power cut may take the last save`,
      next: 'Please move the workspace to a disk of this PC where you can, and eject a USB stick before pulling it out.',
    }),
    'folder-loses-names': () => ({
      what: 'Chinese file names come back as other ones in this folder',
      next: 'Workbooks would have garbled names. Please move the workspace to a disk of this PC, or have the share set to UTF-8.',
    }),
    'disk-nearly-full': (p) => ({
      what: `The disk has only ${String(p.megabytes)} MB left`,
      expected: 'There should be at least 200 MB, such as 5000 MB',
      next: 'Please make room; where a save does not fit, it fails and the ledger stays as it was.',
    }),
    'folder-clock': (p) => ({
      what: `The clock of the folder’s disk is ${String(Math.abs(p.seconds))} seconds ${p.seconds > 0 ? 'ahead of' : 'behind'} that of this PC`,
      next: 'Please check date and time of this PC; for a share, have the server’s clock set.',
    }),
    'folder-in-cloud': (p) => ({
      what: `The workspace lies in a folder that “${p.service}” copies to the internet; two PCs that write at once overwrite each other there`,
      next: 'Please follow your office’s rules of secrecy; it is best moved to a folder that is not synchronised, such as D:\\ledger. If you stay, enter on one PC at a time, and run ledger check when a “conflicted copy” appears.',
    }),
    'folder-on-network': () => ({
      what: 'The workspace lies on a network drive',
      next: 'It works; nothing can be saved while the network is down, and “in use” means to wait a little. Please keep a copy on this PC as well.',
    }),
    'folder-temporary': () => ({
      what: 'The workspace lies in a temporary folder that the system empties, most likely because it was opened within an archive or a mail',
      next: 'Please unpack or save it to a folder of your own first, such as D:\\ledger, and use it there.',
    }),
    'console-encoding': (p) => ({
      what: `The encoding of this window is ${p.found}; Chinese may come out garbled`,
      expected: 'It should be UTF-8, such as zh_CN.UTF-8',
      next: 'Files are not affected. Please set LANG to zh_CN.UTF-8, or write to a file with -o.',
    }),
    'console-narrow': (p) => ({
      what: `The window is only ${String(p.columns)} columns wide; tables will be broken`,
      expected: `There should be at least ${String(p.needed)}`,
      next: 'Please widen the window, or make the letters smaller.',
    }),
    'node-too-old': (p) => ({
      what: `Node ${p.found} is too old`,
      expected: `It should be ${p.needed} or newer, such as v22.12.0`,
      next: 'Please install a newer Node and try again.',
    }),
    'roster-name-twice': (p) => ({
      what: `The name or alias “${p.name}” stands twice, so one would be taken for the other`,
      next: 'Please change one of them.',
    }),
    'roster-id-twice': (p) => ({ what: `The id “${p.id}” stands twice`, next: 'Please change one of them.' }),
    'roster-town-unknown': (p) => ({
      what: `The assignment to “${p.town}” names no town of the roster`,
      ...meant(p.nearest),
    }),
    'roster-period-reversed': (p) => ({
      what: `The assignment from ${p.from} to ${p.to} ends before it begins`,
      next: 'Please put the days right.',
    }),
    'roster-town-lacks': (p) => ({
      what: `${p.town} has no ${
        {
          liaison: 'liaison judge',
          posted: 'posted judge',
          leader: 'contact leader',
          centre: 'governance centre',
          circuitPoint: 'circuit-trial point',
          tribunal: 'tribunal',
        }[p.lacks]
      }`,
      next: 'Please add it to roster.json.',
    }),
    'roster-rules-order': (p) => ({
      what: `Rules stand in the order of their first quarters, and ${p.quarter || 'the one without a quarter'} is out of place`,
      next: 'Please change the order.',
    }),
    'town-off-roster': (p) => ({
      what: `“${p.town}” is not on the roster; ${counted(p.entries, 'entry stands', 'entries stand')} off the roster and in the totals`,
      next: 'Please check the name, or update the roster.',
    }),

    'import-nothing': () => ({
      what: 'There is no ledger to import',
      expected:
        'The name or the title of a sheet says its ledger, such as “走访座谈台账”, and the row below has the heads, such as “日期”, “镇”, “走访情况”',
      next: 'Please check whether it is the right file; ledger form makes blank ones.',
    }),
    'sheet-no-ledger': (p) => ({
      what: `This sheet is no ledger and was not imported (${counted(p.rows, 'row')})`,
      next: 'If it is one, please write its name into the first row, such as “走访座谈台账”.',
    }),
    'sheet-heads-unknown': (p) => ({
      what: `Row ${String(p.row)} looks like the heads of “${p.ledger}”, but only ${counted(p.known, 'column')} of it are known and ${counted(p.unknown.length, 'column')} are not: ${list(p.unknown.map((head) => `“${head}”`))}`,
      expected: `The heads may be ${list(p.heads)}`,
      next: 'Please rename the heads so, delete the columns that are not wanted, and import it again.',
    }),
    'rows-above-heads': (p) => ({
      what: `Above the heads ${p.rows === 1 ? 'is a row that looks like an entry' : `are ${String(p.rows)} rows that look like entries`}, under no heads that are known`,
      next: 'Please give them heads, or move them below the heads; take them out where they are no entries.',
    }),
    'sheet-without-heads': (p) => ({
      what: `This sheet is called “${p.ledger}”, but its heads were not found`,
      expected: `The heads are ${list(p.heads)}`,
      next: 'Please add the heads and import it again.',
    }),
    'sheet-of-several': (p) => ({
      what: `The heads fit several ledgers, and it is not clear which is meant: ${list(p.ledgers)}`,
      next: `Please write its name into the first row, such as ${p.ledgers[0] ?? ''}.`,
    }),
    'sheet-of-another': (p) => ({
      what: `This sheet says that it is the ledger of ${p.judge}, and it is imported into that of ${p.owner}`,
      next: 'Please say with --judge whose ledger it is, or check the file.',
    }),
    'column-missing': (p) => ({
      what: `“${p.ledger}” lacks the column “${p.label}”`,
      next: `Please add a column with the head “${p.label}”, or call the column so that is meant.`,
    }),
    'column-twice': (p) => ({
      what: `Several columns claim to be “${p.label}”: ${list(p.columns)}`,
      next: 'Please keep one, or put the head of the other right.',
    }),
    'column-left-out': (p) => ({
      what:
        p.head === ''
          ? `Column ${p.column} has no head and was left out`
          : `The head “${p.head}” (column ${p.column}) is not known, and the column was left out`,
      ...(p.nearest === undefined
        ? p.fields.length > 0
          ? { expected: `No column was found for ${list(p.fields)}` }
          : {}
        : { expected: `Did you mean “${p.nearest}”?` }),
      next: 'To import it, please call the column so, or run ledger import on a terminal once and answer which field it is.',
    }),
    'column-left-out-again': (p) => ({
      what: `The column “${p.head}” (${p.column}) was left out, as import-heads.json says`,
    }),
    'rows-left-out': (p) => ({
      what: `Rows left out: ${p.groups
        .map(({ why, rows }) => `${LEFT_OUT[why]} (${rowNumbers(rows)})`)
        .join('; ')}`,
    }),
    'rows-hidden': (p) => ({
      what: p.sheet
        ? `This sheet is hidden; its ${counted(p.rows.length, 'row')} were imported all the same`
        : `These rows are hidden and were imported all the same: ${rowNumbers(p.rows)}`,
      next: 'If they are not wanted, please delete them and import again.',
    }),
    'values-under-merge': (p) => ({
      what: `Merged cells cover ${counted(p.count, 'cell')} with another content, which Excel does not show and which was imported all the same: ${list(p.cells)}${p.count > p.cells.length ? ' …' : ''}`,
      next: 'Please take the merge apart and look at what it covers; what is not wanted, delete and import again.',
    }),
    'row-of-another': (p) => ({
      what: `${p.rows.length > 1 ? `The judge of ${counted(p.rows.length, 'row')} (${rowNumbers(p.rows)})` : 'The judge of this row'} is “${p.judge}”, and it is imported into the ledger of ${p.owner}`,
      next: `Please delete ${p.rows.length > 1 ? 'them and import them' : 'the row and import it'} into that judge’s ledger with --judge, or put the name right.`,
    }),
    'day-without-year': (p) => ({
      what: `“${p.found}” has no year, and neither title, sheet name nor file name tells one`,
      expected: 'A day is written 2024-07-03 or “2024年7月3日”',
      next: 'If all are of one year, add --year, such as --year 2024.',
    }),
    'day-range': (p) => ({
      what: `“${p.found}” is more than one day`,
      expected: 'An entry has one day, such as 2024-07-03',
      next: 'Please make a row for each day.',
    }),
    'day-as-number': (p) => ({
      what: `The day is the number ${p.found}, and 7.1 may have been 7.10`,
      expected: 'A day is written 2024-07-03 or “7月3日”',
    }),
    'text-as-day': (p) => ({
      what: `Excel turned the text into the day ${p.found}`,
      next: 'Please format the cell as text and type it again.',
    }),
    'amount-times-ten-thousand': (p) => ({
      what: `Whether “${p.found}” is of yuan or of ten thousand yuan is not certain: heads and notes differ, or it would be too much`,
      expected: 'An amount with its unit, such as “35000元” or “3.5万元”',
      next: 'Please write the unit into the cell; where all are of one unit, call the column “标的额（元）” or “标的额（万元）”.',
    }),
    'number-lost-digits': (p) => ({
      what: `This is a number of ${String(p.length)} digits, of which Excel keeps only fifteen; the others are lost`,
      next: 'Please format the cell as text and type it again.',
    }),
    'cell-error': (p) => ({
      what: `The formula of this cell ended in the error ${p.found}`,
      next: 'Please put the formula right, or write what it should say.',
    }),
    'cell-unreckoned': () => ({
      what: 'The formula of this cell has not been reckoned yet',
      next: 'Please open and save the file in Excel or WPS, or write what it should say.',
    }),
    'row-differs': (p) => ({
      what: `The entry ${p.id} is in the ledger already and differs in ${list(p.fields)}`,
      next: 'To change it, use edit; if the row is another entry, please empty its “编号”.',
    }),
    'row-removed': (p) => ({
      what: `The row equals the removed entry ${p.id} and was not imported`,
      next: 'To use it again, restore it.',
    }),
    'row-in-fuller-entry': (p) => ({
      what: `The row equals the entry ${p.id}, which says ${list(p.fields)} as well, and was not imported again`,
      next: 'If it is another event, please enter it with add.',
    }),
    'head-field-unknown': (p) => ({
      what: `${p.kind} has no field “${p.field}”`,
      next:
        p.nearest === undefined
          ? 'ledger schema lists the fields; null leaves a column out.'
          : `Did you mean “${p.nearest}”?`,
    }),
    'head-twice': (p) => ({
      what: `The head “${p.head}” of ${p.kind} stands twice`,
      next: 'Please delete one of them.',
    }),

    'command-unknown': (p) => ({
      what: `There is no command “${p.command}”`,
      next: p.nearest === undefined ? 'ledger help lists all commands.' : `Did you mean ledger ${p.nearest}?`,
    }),
    'option-unknown': (p) => ({
      what: `There is no option ${p.option}`,
      next:
        p.nearest === undefined
          ? `ledger ${p.command} --help lists the options.`
          : `Did you mean ${p.nearest}?`,
    }),
    'option-missing': (p) => ({
      what: `${p.option} is missing (${p.label})`,
      next: `For example ${p.option} ${/\s/u.test(p.example) ? `"${p.example}"` : p.example}`,
    }),
    'option-without-value': (p) => ({
      what: `${p.option} needs a value after it`,
      next: `To clear a field, write ""; text that begins with a dash is given as ${p.option}=-….`,
    }),
    'argument-missing': (p) => ({
      what: `${p.argument.en} is missing`,
      next: `Usage: ledger ${p.command} ${p.argument.en}${p.argument.en === 'ID' ? '; list shows the ids of entries' : ''}.`,
    }),
    'argument-unexpected': (p) => ({
      what: `“${p.found}” is one word too many`,
      next: 'Text with spaces needs straight double quotes around it.',
    }),
    'topic-unknown': (p) => ({
      what: `The manual has no topic “${p.topic}”`,
      expected: `The topics are: ${list(p.known)}`,
    }),
    'language-unknown': (p) => ({
      what: `The language “${p.found}” is not there`,
      expected: 'It should be zh or en',
    }),
    'day-invalid': (p) => ({
      what: {
        format: p.found.trim() === '' ? 'No day was given' : `“${p.found}” is not a day`,
        'no-such-day': `“${p.found}”: the calendar has no such day`,
        'two-digit-year': `“${p.found}” has a year of two digits only`,
        'before-2000': `“${p.found}” is before the year 2000`,
      }[p.reason],
      expected: p.inSheet
        ? 'It should be written 2024-07-03 or “2024年7月3日”'
        : 'It should be written 2024-07-03, 2024年7月3日, 7-3 or yesterday',
    }),
    'day-ahead': (p) => ({
      what: `${p.found} has not come yet (today is ${p.today})`,
      next: 'Please check the day; only what has happened can be entered.',
    }),
    'as-of-early': (p) => ({
      what: `The as-of day ${p.day} is before the first day ${p.from} of the period`,
      next: 'Please check the quarter or year, and the day.',
    }),
    'quarter-invalid': (p) => ({
      what: `“${p.found}” is not a quarter`,
      expected: 'It should be written 2024Q3, 2024年第三季度, this or last',
    }),
    'quarter-ahead': (p) => ({
      what: `${p.quarter} has not begun yet (it begins on ${p.from}, today is ${p.today})`,
      next: 'Please check the year and the quarter.',
    }),
    'year-invalid': (p) => ({
      what: `“${p.found}” is not a year`,
      expected: 'It should be written 2024, this or last',
    }),
    'year-ahead': (p) => ({
      what: `${String(p.year)} has not begun yet (it begins on ${p.from}, today is ${p.today})`,
      next: 'Please check the year.',
    }),
    'options-exclusive': (p) => ({
      what: `${list(p.options)} do not go together`,
      next: 'Please give only one of them.',
    }),
    'choice-invalid': (p) => ({
      what: `“${p.found}” is not one of the choices`,
      expected: `The choices are: ${list(p.choices.map(({ id, label }) => (id === label ? id : `${label} (${id})`)))}`,
      ...meant(p.nearest),
    }),
    'text-too-long': (p) => ({
      what: `The text has ${counted(p.length, 'character')}, more than the limit of ${String(p.limit)}`,
      next: 'Please make several entries of it.',
    }),
    'text-control': (p) => ({
      what: `The text contains an invisible control character (${p.codePoint})`,
      next: 'Please delete it and type the text again.',
    }),
    'text-line-break': () => ({
      what: 'This field has no line breaks',
      next: 'Please write it on one line.',
    }),
    'field-required': (p) => ({ what: `“${p.label}” must be filled in` }),
    'field-cannot-clear': (p) => ({ what: `“${p.label}” is required and cannot be cleared` }),
    'field-out-of-place': (p) => ({
      what: `“${p.label}” is not filled in here`,
      next: 'Please clear it, or change the field it hangs on.',
    }),
    'town-unknown': (p) => ({
      what: `The roster has no “${p.town}”`,
      expected: `Its towns are: ${list(p.known)}`,
      ...meant(p.nearest),
    }),
    'judge-needed': (p) => ({
      what: 'It is not clear whose ledger is meant',
      next:
        p.judges.length === 0
          ? 'Please name the liaison judge by id, for example --judge li-min.'
          : `Please name the liaison judge, for example --judge ${p.judges[0] ?? ''}; the choices are: ${list(p.judges)}`,
    }),
    'judge-unknown': (p) => ({
      what: `The roster has no liaison judge “${p.judge}”`,
      expected: `The choices are: ${list(p.known)}`,
      ...meant(p.nearest),
    }),
    'judge-ambiguous': (p) => ({
      what: `There is more than one “${p.judge}”`,
      next: `Please write the id: ${list(p.judges)}`,
    }),
    'judge-not-liaison': (p) => ({
      what: `${p.judge} is a posted judge and keeps no ledger`,
      next: 'Please write the id or name of a liaison judge.',
    }),
    'entry-unknown': (p) => ({
      what: `There is no entry “${p.id}”`,
      next: p.nearest === undefined ? 'list shows the ids.' : `Did you mean ${p.nearest}?`,
    }),
    'entry-ambiguous': (p) => ({
      what: `“${p.id}” means more than one entry`,
      next: `Please write the whole id: ${list(p.ids)}`,
    }),
    'entry-removed': (p) => ({ what: `${p.id} was removed`, next: 'To use it, restore it first.' }),
    'entry-changed-meanwhile': (p) => ({
      what: `${p.id} was changed just now and was not overwritten`,
      next: 'Please look at its new content with show, then change it again.',
    }),
    'ledger-changed-meanwhile': () => ({
      what: 'The ledger was changed just now, so nothing was saved',
      next: 'Please run it again, and confirm what it says now.',
    }),
    'nothing-to-undo': () => ({
      what: 'There is no step to undo',
      next: 'ledger history shows what was done; what was written into the file by hand has no history: please use edit or remove.',
    }),
    'nothing-to-redo': () => ({
      what: 'There is no step to redo',
      next: 'Whatever is done after an undo ends what can be redone; ledger history shows what was done.',
    }),
    'step-changed-since': (p) => ({
      what: `Entries of step ${String(p.step)} were changed outside of the program since: ${some(p.entries)}`,
      next: 'So that nothing gets lost, the step cannot be undone or redone; please use edit, or remove and restore.',
    }),
    'step-erased': (p) => ({
      what: `Step ${String(p.step)} erased something by law`,
      next: 'What was erased does not come back, so neither this step nor those before it can be undone; please change the rest with edit.',
    }),
    'step-merged': (p) => ({
      what: `Step ${String(p.step)} merged the ledger of another PC, and cannot be undone by itself`,
      next: `To go back to before the merge: ledger backup restore ${String(p.step - 1)}; what was entered since must be entered again.`,
    }),
    'step-submitted': (p) => ({
      what: `Step ${String(p.step)} is about entries that were handed in with ${p.quarter}: ${some(p.entries)}`,
      next: 'Steps from before handing in cannot be undone or redone; please use edit or remove, with --reason.',
    }),
    'entry-not-removed': (p) => ({ what: `${p.id} was not removed, so there is nothing to restore` }),
    'entry-id-invalid': (p) => ({
      what: `“${p.id}” cannot be an id`,
      expected: 'An id has 3 to 64 small letters, digits and hyphens, such as visit-240703-7kq2',
    }),
    'entry-id-taken': (p) => ({
      what: `The id ${p.id} belongs to another entry with other content`,
      next: 'Please take another id, or change that entry with edit.',
    }),
    'reason-needed': () => ({
      what: 'A reason is needed',
      next: 'Please add --reason, for example --reason "entered twice".',
    }),
    'field-unknown': (p) => ({
      what: `There is no field “${p.field}” in this ledger`,
      next: `The fields are: ${list(p.fields)}.`,
    }),
    'field-empty': (p) => ({
      what: `“${p.label}” has and had no value in this entry`,
      next: 'There is nothing to erase.',
    }),
    'redact-required': (p) => ({
      what: `An entry can’t be without “${p.label}”`,
      next: 'Please remove the entry first (ledger <kind> remove); then it can be erased.',
    }),
    'nothing-to-change': () => ({
      what: 'It is not said what to change',
      next: 'For example --note "with the head of the centre"; to clear a field, write --note "".',
    }),
    'workspace-missing': (p) => ({
      what: `No workspace was found (a folder with roster.json); looked in: ${list(p.searched)}`,
      next: 'To begin, run ledger init; to try it out first, run ledger init --sample.',
    }),
    'workspace-exists': (p) => ({
      what: `There are files in ${p.path} already; nothing was overwritten`,
      next: 'Please choose another folder, for example --home my-ledger.',
    }),
    'init-choice': () => ({
      what: 'It is not said which kind of workspace to make',
      expected: 'One of three: --sample; --roster FILE --judge ID; --roster FILE --office',
      next: 'To try it out first: ledger init --sample',
    }),
    'number-invalid': (p) =>
      p.range
        ? {
            what: `“${p.found}” does not fit here`,
            expected: `It should be a whole number from ${String(p.range.least)} to ${String(p.range.most)}`,
          }
        : { what: `“${p.found}” is not a whole number above 0`, expected: 'For example 20' },
    'sort-invalid': (p) => ({
      what: `Entries cannot be sorted by “${p.found}”`,
      expected: `The choices are: ${list(p.fields)}`,
    }),
    'export-several': (p) => ({
      what: `A csv file holds one ledger, and there are ${String(p.count)} to export`,
      next: 'Please name a folder with -o, for a file each, or one ledger with --kind.',
    }),
    'template-unknown': (p) => ({
      what: `There is no template “${p.name}”`,
      expected: `The choices are: ${list(p.known)}`,
    }),
    'backup-unknown': (p) => ({
      what: `There is no backup of version “${p.found}”`,
      next:
        p.known.length === 0
          ? 'There are no backups yet.'
          : `There are ${list(p.known.slice(0, 10).map(String))}${p.known.length > 10 ? ' and more' : ''}; see ledger backup list.`,
    }),
    'backup-ambiguous': (p) => ({
      what: `There are ${String(p.names.length)} backups of version “${p.found}”`,
      next: `Please say which: ${list(p.names)} (see ledger backup list).`,
    }),
    'encoding-doubtful': (p) => ({
      what: `The file does not look like ${p.encoding}${p.looksLike === 'unknown' ? ', but damaged' : `, but like ${p.looksLike}`}; it was not rewritten`,
      next:
        p.looksLike === 'unknown'
          ? 'Please bring back a backup (ledger backup list) or a copy.'
          : `Please try again with --from-encoding ${p.looksLike}.`,
    }),
    declined: () => ({ what: 'Cancelled, nothing was saved' }),
    'interrupted-after-saving': () => ({ what: 'Saved; it was interrupted after that, and ends here' }),
    bug: (p) => ({
      what: `The program made a mistake (${p.message})`,
      next: 'Please look first whether your work was saved (ledger check, list); then run it with --debug and send what it shows to whoever looks after it.',
    }),

    'workbook-unreadable': (p) => ({
      what: unreadable[p.reason][0],
      next: unreadable[p.reason][1] ?? 'Please open it in Excel or WPS and save it as a new .xlsx.',
    }),
    'workbook-too-large': (p) => ({
      what: `Unpacked, the workbook has ${String(Math.ceil(p.bytes / 1_000_000))} MB, more than the limit of ${String(Math.floor(p.limit / 1_000_000))} MB`,
      next: 'Please take out sheets, pictures and empty rows that are not needed, and save it again.',
    }),
    'workbook-too-full': () => ({
      what: 'The file has more content than can be read at once',
      next: 'Please take out sheets and rows that do not belong here, or make several files of it.',
    }),
    'document-unreadable': (p) => ({
      what: {
        'no-document': 'This is no Word document (.docx), or a damaged one, or one with a password',
        'too-large': 'The document is too large for the template of a bulletin',
      }[p.reason],
      next: 'Open it in Word or WPS, take away the password and what is not needed, and save it as .docx.',
    }),
    'csv-nul': () => ({
      what: 'There is a zero byte on this line, as if the file had not been saved well',
      next: 'Please open it in Excel or WPS, look it over and save it as .xlsx.',
    }),
    'csv-quotes': () => ({
      what: 'From this line on the quotes do not match, so the columns cannot be told apart',
      next: 'Please open it in Excel or WPS, look it over and save it as .xlsx.',
    }),
    'mark-unknown': (p) => ({
      what: `There is no mark {${p.mark}}`,
      next:
        p.nearest === undefined ? 'ledger template fields lists the names.' : `Did you mean {${p.nearest}}?`,
    }),
    'mark-without-list': (p) => ({
      what: `{${p.mark}} does not say which ledger is meant`,
      expected: 'It should be written {visit.date}',
    }),
    'row-of-two-lists': (p) => ({
      what: `One row has marks of two lists: ${list(p.lists)}`,
      next: 'Please make two rows of it.',
    }),
    'list-twice': (p) => ({
      what: `The list “${p.list}” stands twice on this sheet (first at ${p.firstCell})`,
      next: 'Please delete one of the rows.',
    }),
    'masked-doubtful': (p) => ({
      what: `Of ${counted(p.texts, 'text')} for review ${String(p.doubtful)} may still name somebody; they stand first in the list`,
      next: 'Please look at them. What was missed is to be reworded in the ledger, or the name put into a field of persons; then make the edition again.',
    }),
    'masked-ledger-unread': (p) => ({
      what: `The names in the ledgers that cannot be read (${list(p.files)}) are not known, and other ledgers may mention these people, so no masked edition was made`,
      expected: 'For a masked edition every ledger in ledgers/ can be read',
      next: 'Please mend the ledgers as said above (backups/ has earlier versions), and run this again; if it is urgent, make only the full version, without --masked.',
    }),
    'masked-part-tells': (p) => ({
      what: `The masked file still tells a name or a number, or has something nobody can look into (${p.part}), so it was not made`,
      expected: 'A template names no persons and no numbers, and embeds no other files',
      next: 'Please take personal data out of the template’s sheet names, style names, cells, headers and footers, pictures, comments and embedded files, and run this again; if in doubt use the built-in template.',
    }),
    'list-without-mark': (p) => ({
      what: `The template has no mark for “${p.list}”, so it was left out`,
      next: 'If it is wanted, please add its marks; ledger template fields lists them.',
    }),
    'merge-cuts-detail-row': (p) => ({
      what: `The merged cells ${p.merge} reach from the detail row into the rows below, so the row cannot be repeated`,
      next: 'Please split them, or keep them within the one row.',
    }),
    'part-unmovable': (p) => ({
      what: `Here is ${UNMOVABLE[p.part]}, which would not stay right when rows are added; nothing was filled in`,
      next: 'Please move it away from the detail row or to another sheet, or delete it, and try again.',
    }),
    'too-many-rows': (p) => ({
      what: `There are ${String(p.rows)} rows, more than the ${String(p.limit)} a sheet can hold; nothing was filled in`,
      next: 'Please fill several workbooks, one a quarter or a judge.',
    }),
    'row-too-high': (p) => ({
      what: `The text of this cell is too long: in the smallest size it still needs ${String(p.points)} points of height, more than Excel’s limit of ${String(p.limit)} for a row; in print about ${String(p.hidden)} characters can’t be seen`,
      next: 'Nothing is lost, the cell itself holds it all; to print all of it, please widen this column in the template, or shorten the text.',
    }),
    'text-set-smaller': (p) => ({
      what: `The text of this cell is long, and was set in ${String(p.points)} points so that all of it is printed`,
      next: 'If that is too small, please widen this column in the template, or shorten the text.',
    }),
    'font-missing': (p) => ({
      what: `Not every office computer has the font “${p.font}”; one without it shows “${p.shown}” instead, and lines may break otherwise`,
      next: `Please install it where this is printed${p.similar === undefined ? '' : `, or use “${p.similar}” in the template, which comes closest`}; where it is installed, nothing needs to be done.`,
    }),
    'mark-under-merge': (p) => ({
      what: `{${p.mark}} stands inside of the merged cells ${p.merge} and not in their top left corner, so nobody would see it`,
      next: 'Please undo the merge, or move the mark to its top left cell.',
    }),
    'mark-out-of-reach': (p) => ({
      what: `{${p.mark}} stands in a ${p.place === 'header' ? 'header or footer' : 'text box'}, and only marks in cells are filled`,
      next: 'Please move it to a cell, or write the words themselves.',
    }),
    'day-too-wide': () => ({
      what: 'This column is too narrow for a day such as 2024-07-03, which would be shown and printed as ####',
      next: 'Please widen the column in the template, or make its font smaller.',
    }),
    'print-area-misses': (p) => ({
      what: `The print area ${p.area} leaves this cell out, so it is not printed`,
      next: 'Please set the print area again, or clear it, in the page layout.',
    }),
    'print-titles-missing': (p) => ({
      what: 'No print titles are set, so a long list has no heads from its second page on',
      next: `Please set the rows of the heads, down to row ${String(p.row)}, as print titles in the page layout.`,
    }),
    'print-titles-repeat-rows': (p) => ({
      what: `The print titles ${p.rows} have the list’s own row among them, so what is filled in would be repeated on every page`,
      next: 'Please choose only the rows of the heads as print titles in the page layout.',
    }),
  },
  expects,
  found,
  severity: { error: 'error', warning: 'warning' },
  where: {
    line: (line, column) => `line ${String(line)}${column === undefined ? '' : ` column ${String(column)}`}`,
    entry: (id) => id,
    field: (name) => name,
    sheetCell: (sheet, cell) => `sheet “${sheet}”${cell === undefined ? '' : ` ${cell}`}`,
    judge: (id) => id,
  },
  list: { join: list, more: (count) => `… and ${String(count)} more that are not listed` },
  sentence: {
    join: (parts) => parts.map((part) => (/[.?!]$/u.test(part) ? part : `${part}.`)).join(' '),
    colon: ': ',
  },
  day,
  quarter: (quarter) => quarter,
  ask: {
    judge: 'Which liaison judge?',
    optional: 'may be left empty, just press Enter',
    townItself: '(only the town itself, no village or community)',
    review: 'All of the above',
    save: 'Save',
    change: 'Change something',
    changeWhich: 'Which one?',
    drop: 'Drop it, save nothing',
    done: 'Done',
    reason: 'Reason',
    reasonRequired: 'Please give a reason',
    yes: 'Yes',
    no: 'No',
    confirmed: (question) => `${question} (y or n)`,
    yesOrNo: 'Please type y or n',
    goOn: 'Save it all the same?',
    changeFirst: 'Change something first',
    removeWhich: (headline) => `Remove “${headline}”?`,
    editorOpen: (sign) =>
      `Another program seems to have the ledger open (${sign} lies beside it). Write all the same?`,
    withHint: (label, hint) => `${label} (${hint})`,
    required: (label) => `“${label}” must be filled in`,
    notListed: (text) => `the roster has no “${text}”; please correct it`,
    asTyped: (text) => `${text} (not on the roster, entered as typed)`,
    leaveEmpty: '(leave empty)',
    keys: { navigate: 'choose', select: 'take', some: 'space to mark  arrows to move  enter to go on' },
  },
  saved: {
    waiting: 'Another program is holding the file; waiting …',
    added: (date, headline, reference) =>
      `Saved: ${headline}, ${date}${reference === undefined ? '' : ` (id ${reference})`}.`,
    edited: (headline, fields) => `Changed: ${headline} (${list(fields)}).`,
    removed: (headline, restore) => `Removed: ${headline}. To restore it: ${restore}`,
    restored: (headline) => `Restored: ${headline}.`,
    reported: (headline, date) => `Noted: ${headline}, contact leader told on ${date}.`,
    unchanged: 'Nothing changed, so nothing was saved.',
    already: 'This entry is there already; it was not added again.',
    dry: (text) => `Rehearsal, nothing written. A real run says: ${text}`,
    quota: (row, quarter, current) => {
      const when = current ? 'this quarter' : `in ${quarter}`;
      const tail = row.missing > 0 ? `${String(row.missing)} still to go` : 'the quota is met';
      return `${counted(row.done, 'visit')} ${when}, ${tail}.`;
    },
    limit: (what, due, today) => `Next: ${what}, by ${day(due, today)}.`,
    nextReport: (command) => `Next: tell the contact leader, then note the day (${command}).`,
  },
  entries: {
    count: (shown, total) =>
      shown === total
        ? counted(total, 'entry', 'entries')
        : `${String(shown)} of ${counted(total, 'entry', 'entries')}`,
    none: 'No entry fits.',
    id: 'id',
    judge: 'liaison judge',
    history: 'History',
    removed: 'removed',
    op: {
      add: 'added',
      edit: 'changed',
      remove: 'removed',
      restore: 'restored',
      undo: 'undone',
      redo: 'redone',
      merge: 'merged',
      redact: 'erased',
    },
    historyLine: (rev, at, op, why) =>
      `version ${String(rev)}  ${at}  ${op}${why === undefined ? '' : `: ${why}`}`,
    change: (label, from, to) => `${label}: ${from} → ${to}`,
    nothing: '(empty)',
  },
  steps: {
    heads: { step: 'step', at: 'time', what: 'what', entries: 'entries', about: 'about' },
    back: (direction, step) => `${direction === 'undo' ? 'undone' : 'redone'} step ${String(step)}`,
    isUndone: ' (undone)',
    first: (headline, count) => `${headline} and ${String(count - 1)} more`,
    preview: (direction, step, at, op) =>
      `${direction === 'undo' ? 'Undo' : 'Redo'} step ${String(step)} (${at}, ${op}):`,
    takenOut: (reason) => `removed (${reason})`,
    putBack: 'put back, counts again',
    ask: (direction, entries) =>
      `${direction === 'undo' ? 'Undo' : 'Redo'} this step (${counted(entries, 'entry', 'entries')})?`,
    done: (direction, step, op, about, reverse) =>
      `${direction === 'undo' ? 'Undone' : 'Redone'} step ${String(step)}: ${op} ${about}. To ${direction === 'undo' ? 'redo' : 'undo'} it: ${reverse}`,
    none: 'No history yet.',
    next: (step, command) => `To undo step ${String(step)}: ${command}`,
  },
  merge: {
    plan: ({ added, newer, older, same }) =>
      `Of the other ledger: ${String(added)} new, ${String(newer)} newer, ${String(older)} older than here, ${String(same)} the same.`,
    resolved: (conflicts, prefer) =>
      `${String(conflicts)} changed on both sides: ${prefer === 'mine' ? 'those here' : 'those of the other ledger'} stand, the others stay in the history.`,
    goOn: 'Merge them?',
    erased: (commands) =>
      `The other ledger erased ${counted(commands.length, 'value')} by law that backups here still hold. Run, with --reason:\n${commands.map((command) => `  ${command}`).join('\n')}`,
    done: (changed) => `Merged: ${String(changed)} entries added or changed, saved as one step.`,
    nothing: 'The other ledger has nothing that is not here.',
  },
  submit: {
    heading: (quarter, attempt, asOf) =>
      `Handing in the ledgers and reports of ${quarter} (attempt ${String(attempt)}, as of ${day(asOf)})`,
    quota: (town, verdict) => `  visits to ${town}: ${verdict}`,
    unreported: (entries) =>
      `  not noted as told to the contact leader: ${counted(entries, 'entry', 'entries')}`,
    problems: (text) => `  problems and suggestions: ${text}`,
    findings: (count) => `  ${counted(count, 'finding')}, listed below.`,
    ask: (attempt) => `Make attempt ${String(attempt)}?`,
    done: (attempt, entries, code) =>
      `Made attempt ${String(attempt)}: ${counted(entries, 'entry', 'entries')}, seal code ${code}.`,
    same: (attempt, code) =>
      `Attempt ${String(attempt)} told the same; nothing new was made. Its seal code is ${code}.`,
    supplement: (quarter, attempt, entries, code) =>
      `First ${quarter} anew: attempt ${String(attempt)}, ${counted(entries, 'entry', 'entries')}, seal code ${code}; please hand it in, too.`,
    files: (file, copy) =>
      `File: ${file} (where no .json gets through, ${copy.split('/').at(-1) ?? ''} in the same folder)`,
    cover: (files) =>
      `Cover sheet: ${files.join(', ')}. Please print and sign it, and hand it in with the file.`,
    due: (on, left) =>
      left < 0
        ? `It was due on ${day(on)}, ${counted(-left, 'day')} ago: please hand the file to the filing division soon.`
        : `Please hand the file to the filing division by ${day(on)}, ${left === 0 ? 'which is today' : `in ${counted(left, 'day')}`}.`,
  },
  receive: {
    line: (file, about, verdict) =>
      about === undefined ? `${file}: ${verdict}` : `${about}: ${verdict} (${file})`,
    about: (judge, quarter, attempt, code) =>
      `${judge} ${quarter} attempt ${String(attempt)}, seal code ${code}`,
    verdicts: VERDICTS,
    summary: (counts) =>
      `${counted(
        counts.reduce((sum, [, count]) => sum + count, 0),
        'file',
      )}: ${counts.map(([verdict, count]) => `${verdict} ${String(count)}`).join(', ')}.`,
    record: 'the filing division’s record; its days are noted',
    nothing: 'No file was found.',
    receipts: (folder, files) => `${counted(files, 'receipt')} in ${folder}.`,
    choose: (judge, codes) =>
      `${judge} handed in several that contradict each other. Find out which stands, then run ${codes.map((code) => `ledger receive --accept ${code}`).join(' or ')}`,
    askAccept: (judge, quarter, attempt, others) =>
      `Let this attempt ${String(attempt)} of ${judge} for ${quarter} stand, and set ${counted(others, 'other')} aside?`,
    askReturn: (judge, quarter, attempt) =>
      `Return attempt ${String(attempt)} of ${judge} for ${quarter}, so that it is not counted?`,
    accepted: (judge, quarter, attempt) =>
      `Noted: of ${judge}’s for ${quarter} this attempt ${String(attempt)} stands.`,
    returned: (judge, quarter, attempt) => `Returned: attempt ${String(attempt)} of ${judge} for ${quarter}.`,
    notice: (file) => `Notice to give back: ${file}`,
    next: (quarter) => `Next: ledger status --quarter ${quarter}`,
  },
  status: {
    title: (quarter, due) => `Submissions for ${quarter} (due by ${day(due)})`,
    heads: {
      judge: 'judge',
      towns: 'towns',
      state: 'state',
      attempt: 'attempt',
      received: 'received',
      late: 'late',
      entries: 'entries',
      code: 'seal code',
    },
    states: {
      missing: 'missing',
      draft: 'missing (ledger here)',
      submitted: 'submitted',
      returned: 'returned',
      conflict: 'to be decided',
    },
    by: { filing: ' (filing division)', office: ' (by the office’s day)' },
    joined: ', ',
    none: 'By the roster no judge owes this quarter.',
    attempt: String,
    late: (days) => counted(days, 'day'),
    counts: ({ owing, submitted, returned, conflict, missing }) => {
      const some = (word: string, names: readonly string[]): string =>
        names.length === 0 ? '' : `, ${word} ${String(names.length)} (${names.join(', ')})`;
      return `Owing ${String(owing)}, submitted ${String(submitted)}${some('returned', returned)}${some('to be decided', conflict)}${some('missing', missing)}.`;
    },
    judge: (name, towns) => (towns.length === 0 ? name : `${name} (${towns.join(', ')})`),
    callUp: ({ quarter, asOf, due, names }) =>
      `Still missing for ${quarter} on ${day(asOf)}: ${names.join(', ')}. ${
        asOf > due
          ? `They were due by ${day(due)}: please hand them to the filing division soon.`
          : `Please hand them to the filing division by ${day(due)}.`
      }`,
  },
  appraise: {
    heads: {
      judge: 'judge',
      quarter: 'quarter',
      visits: 'visits',
      state: 'handed in',
      late: 'late',
      reports: 'leader told of visits',
      overdue: 'overdue',
      entries: 'entries',
    },
    unreported: 'not reported',
    reports: ({ inTime, late, open }) =>
      `${String(inTime)} in time, ${String(late)} late, ${String(open)} not yet`,
    facts:
      'Facts for reference in appraisals (implementation rules 三(四)), no score; visits are the judge’s own, of those asked for.',
  },
  redact: {
    field: 'the field to erase',
    ask: (label, headline) =>
      `Erase “${label}” of “${headline}” here, in its history and in all backups? This can’t be undone.`,
    done: (label, headline, backups) =>
      `Erased: “${label}” of “${headline}”, and in ${String(backups)} backups.`,
    also: 'Workbooks, submissions and copies that were given away are not reached.',
    elsewhere: (places) =>
      `What was erased also stands elsewhere, and was not changed there: ${few(places)}. Run redact for each that is to be erased too.`,
    still: (files) => `These may still hold it, and were not changed: ${files.join(', ')}`,
  },
  search: { heads: { kind: 'ledger', day: 'date', headline: 'entry', found: 'found in' } },
  quota: {
    title: (quarter, from, to) => `Visits in ${quarter} (${fullDay(from)} to ${fullDay(to)})`,
    heads: {
      town: 'town',
      judges: 'liaison judges',
      done: 'visits',
      required: 'required',
      missing: 'short',
      talks: 'talks',
      verdict: 'result',
    },
    verdict: (row, asOf) => {
      if (row.met) return `reached ${String(row.required)}`;
      if (row.daysLeft === 0) return `did not reach ${String(row.required)}`;
      return `${String(row.missing)} short as of ${day(asOf)}`;
    },
    unreported: 'not reported',
    summary: (met, all, daysLeft) =>
      `${String(met)} of ${String(all)} met the quota${daysLeft > 0 ? `, ${counted(daysLeft, 'day')} left in the quarter` : ''}.`,
    none: 'The roster has no town to list.',
  },
  agenda: {
    title: (name, today) =>
      `Agenda of ${name ?? 'all liaison judges'} (today is ${weekdayName(today)}, ${day(today)})`,
    day: (date, today) =>
      `${weekdayName(date).slice(0, 3)} ${partsOf(date).year === partsOf(today).year ? day(date) : fullDay(date)}`,
    left: (days) =>
      days < 0 ? `${counted(-days, 'day')} late` : days === 0 ? 'today' : `${counted(days, 'day')} left`,
    groups: {
      overdue: (count) => `Overdue: ${String(count)}`,
      today: (count) => `Due today: ${String(count)}`,
      within: (days, count) => `Due within ${counted(days, 'day')}: ${String(count)}`,
      warned: (count) => `Early warnings: ${String(count)}`,
    },
    entry: (what, reference) => `${what} (${reference})`,
    judges: (count) => `${String(count)} judges`,
    note: (note) => `note: ${note}`,
    missing: (row) =>
      `${counted(row.missing, 'visit')} still to go${row.town === null ? '' : `: ${row.town}`}`,
    handIn: (quarter) => `hand in the ledgers and reports of ${quarter}`,
    supplement: (quarter, entries) =>
      `hand in ${quarter} anew: ${counted(entries, 'entry', 'entries')} came or changed since (submit)`,
    basis: {
      quota: 'implementation rules 二(二)2: at least 3 a quarter',
      submission: 'implementation rules 三(二)',
    },
    fromBasis: (basis) => `basis: ${basis}`,
    unusual: ({ day: date, sort, workedUpTo }, act) => {
      const name = weekdayName(date);
      const what = `${day(date)} is a ${sort === 'make-up' ? `working ${name}` : sort === 'holiday' ? `holiday (${name})` : name}`;
      if (sort === 'make-up' || act === undefined) return what;
      return `${what}: please ${act === 'handIn' ? 'hand it in' : 'do it'} by ${day(workedUpTo)}`;
    },
    moved: ({ on, movedFrom }) =>
      movedFrom === undefined
        ? ''
        : `moved to ${day(on)} by the roster’s rules: ${day(movedFrom.day)} is a ${movedFrom.sort === 'holiday' ? 'holiday' : weekdayName(movedFrom.day)}`,
    shared: 'another liaison judge of the town has a ledger that is not here; there may be more visits',
    notes: (notes) => notes.join('; '),
    none: (days) =>
      `Nothing is overdue, and nothing is due ${days === 0 ? 'today' : `within ${counted(days, 'day')}`}.`,
    count: (count, overdue) =>
      `${counted(count, 'item')}${overdue === 0 ? '' : `, ${String(overdue)} overdue`}.`,
    next: (command) => `When one is done, note it; the first by: ${command}`,
    one: 'For one liaison judge only, add --judge.',
    made: (path, count) => `Calendar file: ${path} (${counted(count, 'event')}, for any calendar program).`,
    notMade: 'There is nothing to do, so no calendar file was made.',
    limits: 'Time limits',
    done: 'done',
    open: (left) => `open, ${left}`,
  },
  roster: {
    heads: {
      town: 'town',
      leaders: 'contact leader',
      posted: 'posted judge',
      liaisons: 'liaison judge',
      villages: 'villages',
      circuitPoint: 'circuit point since',
    },
    served: (name, from, to) => {
      if (from !== undefined && to !== undefined) return `${name} (${day(from)} to ${day(to)})`;
      if (from !== undefined) return `${name} (from ${day(from)})`;
      return to === undefined ? name : `${name} (to ${day(to)})`;
    },
    title: (court, quarter) => `Roster of ${court} (${quarter})`,
    summary: (towns, liaisons, points) =>
      `${counted(towns, 'town')}, ${counted(liaisons, 'liaison judge')}, circuit-trial points in ${String(points)}/${String(towns)}.`,
  },
  import: {
    read: (file) => `Read ${file}: `,
    result: (added, skipped, refused) =>
      `Imported ${counted(added, 'entry', 'entries')}${skipped > 0 ? `; ${String(skipped)} are in the ledger already and were skipped` : ''}${refused > 0 ? `; ${counted(refused, 'row')} with errors left out` : ''}.`,
    year: (days, year, from) =>
      `${counted(days, 'day')} without a year taken to be of ${String(year)} (${{ option: '--year', title: 'the title of the sheet', sheet: 'the name of the sheet', file: 'the name of the file' }[from]}).`,
    leftOut: ({ rows, columns, sheets }) =>
      `Left out besides: ${list([
        ...(rows > 0 ? [`${counted(rows, 'row')} of totals, signatures and notes`] : []),
        ...(columns > 0 ? [counted(columns, 'unknown column')] : []),
        ...(sheets > 0 ? [counted(sheets, 'sheet that is no ledger', 'sheets that are no ledgers')] : []),
      ])}.`,
    marked: (paths) => `The mistakes are marked in red and listed: ${list(paths)}.`,
    list: {
      name: 'Mistakes',
      title: (file) => `Mistakes in ${file}`,
      heads: ['No.', 'Sheet', 'Cell', 'Content', 'What is wrong', 'What to do'],
    },
    next: (kind) => `Next: look at what was imported, such as with ledger ${kind} list.`,
    nextDry: 'Next: if all is right, run it again without --dry-run.',
    nothing: (errors) => `${counted(errors, 'error')}: nothing was written.`,
    again: (skip) =>
      `Please put them right and import again${skip ? '; --skip-errors imports the rows without errors' : ''}.`,
    whichField: (sheet, head, samples) =>
      `Which field is the column “${head}” of the sheet “${sheet}”${samples.length > 0 ? ` (such as ${list(samples.map((sample) => `“${sample}”`))})` : ''}?`,
    likely: (field) => `${field} (very likely)`,
    notNow: '(leave it out this time, ask again)',
    leaveOut: '(leave it out, and never ask again)',
    learnt: (file, heads) =>
      `Remembered in ${file}: ${list(heads.map(({ head, line, field }) => `“${head}” is ${field === undefined ? 'left out' : `“${field}”`} (line ${String(line)})`))}. To change it, edit that line, or delete the file to be asked again.`,
  },
  backup: {
    current: (name, state) =>
      state === 'missing'
        ? `The ledger of ${name} is gone.`
        : state === 'damaged'
          ? `The ledger of ${name} cannot be read.`
          : `The ledger of ${name} is at version ${String(state.seq)}, with ${counted(state.entries, 'entry', 'entries')}.`,
    heads: {
      seq: 'version',
      day: 'replaced on',
      changed: 'last change',
      entries: 'entries',
      bytes: 'bytes',
      state: 'state',
    },
    states: { sound: 'sound', damaged: 'damaged', lastOfDay: 'last of its day', submitted: 'submitted' },
    none: 'There are no backups yet: the first is made by the second save.',
    next: (reference, judge) => `To bring one back: ledger backup restore ${reference} --judge ${judge}`,
    nothingSound: (state) =>
      state === 'missing' ? 'There is no ledger now.' : 'The ledger that is there cannot be read.',
    differences: {
      added: (ids) => `${String(ids.length)} more: ${few(ids)}`,
      removed: (ids) => `${String(ids.length)} no longer there: ${few(ids)}`,
      changed: (ids) => `${String(ids.length)} as they were then: ${few(ids)}`,
    },
    ask: (seq) => `Bring version ${String(seq)} back?`,
    same: 'It does not differ from the ledger as it is; nothing was written.',
    lost: (seq) =>
      `Note: there is no backup of version ${String(seq)}, which was saved last; what was done by it is not here. Please look at the latest entries and enter again what is missing.`,
    restored: (from, to) => `Version ${String(from)} is back, as version ${String(to)}.`,
    kept: (path) => `The file that could not be read is kept as ${path}.`,
  },
  unlock: {
    none: 'Nothing is marked as in use.',
    found: (file) => `In use by the mark ${file}`,
    holder: ({ command, host, pid, startedAt, here, alive }) =>
      `  ledger ${command} on ${host} (${here ? 'this computer' : 'another computer'}), process ${String(pid)}${here ? (alive ? ' (running, or its number is another program’s by now)' : ' (not running)') : ''}, since ${startedAt}`,
    unreadable: (text) => `  The mark cannot be read: ${text === '' ? 'it is empty' : text}`,
    ask: 'Is it certain that nobody is saving? Remove the mark?',
    removed: (file) => `No longer in use: ${file} is removed.`,
  },
  repair: {
    none: 'All files are UTF-8; there is nothing to rewrite.',
    ledger: (file, entries, name) =>
      `${file}: the ledger of ${name}, with ${counted(entries, 'entry', 'entries')}`,
    roster: (file, towns, judges) =>
      `${file}: the roster, with ${counted(towns, 'town')} and ${counted(judges, 'judge')}`,
    other: (file) => `${file}: can be read`,
    ask: (encoding) => `Read as ${encoding} and rewrite as UTF-8?`,
    done: (file, kept) => `Rewritten as UTF-8: ${file}. The old file is kept as ${kept}.`,
  },
  doctor: {
    states: { good: 'ok', doubtful: 'note', bad: 'error', skipped: 'not tried' },
    subjects: {
      program: 'program',
      console: 'screen',
      folder: 'folder',
      saving: 'saving',
      disk: 'disk',
      clock: 'clock',
      roster: 'roster',
      templates: 'templates',
      locks: 'marks of use',
    },
    found: { console: (columns) => `${columns} columns wide`, disk: (free) => `${free} free` },
    more: (count, command) =>
      command === undefined ? `${String(count)} more.` : `${String(count)} more: see ${command}.`,
    commands: { roster: 'ledger roster check', templates: 'ledger template check', locks: 'ledger check' },
  },
  check: {
    counts: (errors, warnings) => `${counted(errors, 'error')}, ${counted(warnings, 'warning')}.`,
  },
  consolidate: {
    merged: ({ quarter, year }, { submissions, ledgers }) => {
      const read = [
        ...(submissions > 0 ? [counted(submissions, 'submission')] : []),
        ...(ledgers > 0 || submissions === 0 ? [counted(ledgers, 'ledger')] : []),
      ];
      return `${year === undefined ? quarter : String(year)}: ${read.join(' and ')} merged; `;
    },
    totalsEnd: '.',
    noRows: 'no rows',
    total: (name, rows) => `${name}: ${counted(rows, 'row')}`,
    unreported: (names) => `Not reported: ${list(names)}.`,
    unread: (files) => `Could not be read and were left out: ${list(files)}.`,
    shortTown: (town, done) => `${town} (${counted(done, 'visit')})`,
    short: (towns, asOf, over) =>
      `${over ? 'Short of the quota' : `Still short of the quota as of ${day(asOf)}`}: ${list(towns)}.`,
    allMet: 'All met the quota of visits.',
    findings: (count, year) =>
      `${counted(count, 'finding')}, listed on the sheet 数据核对清单 of ${year === undefined ? '季度' : '年度'}汇总表.xlsx.`,
    workbooks: (dryRun) => (dryRun ? 'Rehearsal, nothing written. A real run makes:' : 'Workbooks made:'),
  },
  masking: {
    sorts: {
      name: 'names',
      identity: 'identity numbers',
      phone: 'telephone numbers',
      'bank-card': 'bank-card numbers',
      plate: 'vehicle plates',
      certificate: 'certificate numbers',
      contact: 'units and contacts',
      number: 'other numbers',
      address: 'addresses below the village',
      place: 'villages and places',
    },
    counted: (sort, count) => `${sort} ${String(count)}`,
    heading: (edition, texts) =>
      `Before the ${EDITION[edition]} edition is written, please look through ${counted(texts, 'text')} as it will show them, for names, nicknames and addresses that were missed:`,
    item: ({ number, ledger, entry, judge, field, hidden, isDoubtful, isUnread }) =>
      [
        `${String(number)}. ${ledger} ${entry} (${judge}) ${field}`,
        ...(hidden.length > 0 ? [`hidden: ${list(hidden)}`] : []),
        ...(isDoubtful ? ['[may still name somebody]'] : []),
        ...(isUnread
          ? ['this field could not be read and is hidden; the names in it may stand in other texts']
          : []),
      ].join('; '),
    doubtful: (count) => `Please look first at ${counted(count, 'text')} marked [may still name somebody].`,
    further: (count) => `... the other ${counted(count, 'text')} are in the list for review.`,
    unchanged: (count) => `${counted(count, 'more text')} unchanged, see the list for review.`,
    hiddenAll: (counts) =>
      counts.length > 0 ? `Hidden in all: ${list(counts)}.` : 'Nothing had to be hidden.',
    ask: (edition) => `Have you looked through these texts? Then the ${EDITION[edition]} edition is written`,
    answers: {
      all: 'Yes, write it',
      list: 'Write only the list for review, for now',
      none: 'Write nothing',
    },
    made: (edition) =>
      `The ${EDITION[edition]} edition (${EDITION_NAMES[edition]}): somebody must look through it before it goes round.`,
    listAt: (path, texts, dryRun) =>
      `${dryRun ? 'Rehearsal, nothing written. A real run makes the list for review' : 'Please go by the list for review'} (${counted(texts, 'text')}; it holds personal data and must not go round):\n  ${path}`,
    listOnly: (path) =>
      `Only the list for review was written (it holds personal data and must not go round):\n  ${path}\nNext: look through it, then run this again and say yes, or add -y.`,
    fileNotice: 'Internal, keep safe. Holds personal data: destroy it after the review, never send it round',
    fileTitle: (term, edition, texts) => `${term}, ${edition}: ${counted(texts, 'text')} for review`,
    fileHint:
      'The program knows the names in fields of persons and in the roster, and the usual forms of numbers and addresses. Look at every second line; what was missed is to be reworded in the ledger.',
    before: (text) => `   as registered: ${text}`,
    after: (text) => `   as masked: ${text}`,
  },
  report: {
    heading: (quarter, asOf) => `${quarter} as of ${day(asOf)}:`,
    judge: (name) => `  ${name}: `,
    next: 'Next: print and sign them, then hand them to the contact leader and the filing division.',
  },
  export: {
    personal:
      'Note: this is everything as it was written, with personal data in it. Keep it safe and pass it to nobody.',
    written: (files) =>
      [
        'Exported:',
        ...files.map(
          ({ path, entries }) => `  ${path} (${entries === 1 ? '1 entry' : `${String(entries)} entries`})`,
        ),
      ].join('\n'),
  },
  form: {
    made: (path, sheets) =>
      `Blank forms made: ${path} (${sheets === 1 ? '1 sheet' : `${String(sheets)} sheets`}). Fill them in with Excel or WPS; what bears a * is required.`,
  },
  bulletin: {
    drafted: (quarter, runsOn, dryRun) => {
      const until = runsOn === undefined ? '' : ` as of ${day(runsOn)}, the quarter being not over`;
      return `${dryRun ? 'Rehearsal, nothing written. A real run drafts' : 'Drafted'} the bulletin of ${quarter}${until}:`;
    },
    next: 'Next: write 四、典型做法 and 六、下步工作 in Word or WPS, fill in its number and date, and have it checked by a person before it goes out.',
  },
  template: {
    exported: (paths) =>
      `Exported: ${list(paths)}. Change them and keep them in the workspace’s templates folder; the next consolidation uses them.`,
    heads: { file: 'template', from: 'from', purpose: 'purpose' },
    from: { 'built-in': 'built in', workspace: 'your own' },
    purpose: {
      ledgers: 'the ledgers of a quarter',
      summary: 'the tables of a quarter: by town, by type of dispute, visits and more',
      'year-ledgers': 'the ledgers of a year',
      'judge-ledgers': 'the ledgers of one judge, to sign and hand in',
      'judge-report': 'the tables of one judge, to sign and hand in',
      cover: 'the cover sheet to sign and hand in with the submission',
      receipt: 'the receipt to sign and give back to the judge',
      appraisal: 'facts for appraisals',
      'year-summary': 'the tables of a year: by town, by type of dispute, visits and more',
      bulletin: 'the bulletin of a quarter, a Word document',
    },
    singles: (file) => `${file}: single values`,
    list: (name, others) =>
      `List “${name}” (for a detail row), which may also be written ${others.join(', ')}`,
    fieldHeads: { mark: 'mark', other: 'may also be written' },
  },
  init: {
    what: 'Which kind of workspace?',
    choices: {
      judge: 'for a liaison judge (to keep one’s own ledger)',
      office: 'for the research office (to consolidate everybody’s)',
      sample: 'a filled sample to try',
    },
    rosterFile: 'Where the roster file is (roster.json, from the research office)',
    place: 'In which folder?',
    made: (path) => `Workspace made: ${path}`,
    next: (what, home) => {
      const where = home === undefined ? '' : ` --home ${home}`;
      return {
        judge: `Next: ledger visit add${where}`,
        office: `Next: take everybody’s submission with ledger receive (or put the ledgers into the ledgers folder), then run ledger consolidate --quarter last${where}`,
        sample: `Next: ledger consolidate --quarter 2024Q3${where}`,
      }[what];
    },
  },
  help: {
    usage: 'Usage',
    options: 'Options',
    globals: 'Global options (before or after the command)',
    examples: 'Examples',
    groups: {
      record: 'Record',
      remind: 'Remind and look up',
      report: 'Reports',
      office: 'Consolidate',
      upkeep: 'Upkeep',
    },
    verbs: 'such as ledger visit add, ledger visit list, ledger visit show ID',
    topics: 'Topics of the manual (ledger help TOPIC):',
    intro: [
      'Ledgers of the judges in the grassroots governance centres',
      '',
      '  ledger visit add                   record a visit',
      '  ledger consolidate --quarter last  consolidate a quarter',
    ].join('\n'),
    more: 'Usage of a command: ledger COMMAND --help; the manual: ledger help',
  },
};

/** What cannot be moved when rows are added, by the package's own words. */
const UNMOVABLE: Readonly<Record<UnmovablePart, string>> = {
  arrayFormula: 'an array formula across the detail row',
  chart: 'a chart that takes the detail row, across its columns, for one series',
  control: 'an ActiveX control',
  dataTable: 'a data table (what-if) across the detail row',
  pivotTable: 'a pivot table',
  queryTable: 'a range that a query fills',
  reference3D: 'a reference through sheets to which different numbers of rows are added',
  table: 'the head or the total of an Excel table',
  tableHeads: 'a mark among the heads of an Excel table',
};
