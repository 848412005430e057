import { refusal } from '../../domain/problem.ts';
import { judgeName, type Roster } from '../../domain/roster.ts';
import { ledgerNames } from '../../store/ledgers.ts';
import { misencoded, rewrite, type Encoding, type Misencoded } from '../../store/reencoding.ts';
import { loadRoster } from '../../store/rosters.ts';
import { ledgerPath, type Workspace } from '../../store/workspace.ts';
import type { Command } from '../command.ts';
import type { Context } from '../context.ts';
import { confirm } from '../entry-saving.ts';
import { textOption, type Given } from '../given.ts';
import { judgeToRecover } from '../judges-to-recover.ts';
import { findingJson, findingLines } from '../render/findings.ts';
import { show } from '../render/show.ts';
import { savingOf } from '../saving.ts';

const ENCODINGS: readonly Encoding[] = ['gbk', 'gb18030', 'utf-16'];

/** `ledger repair --from-encoding ENC`: rewrites files that some editor saved as GBK or UTF-16, after showing how much they hold. */
export const repair: Command = {
  options: [
    {
      name: 'from-encoding',
      value: { zh: '编码', en: 'ENC' },
      help: { zh: '现在的编码：gbk、gb18030 或 utf-16', en: 'what it is in now: gbk, gb18030 or utf-16' },
    },
  ],
  examples: ['repair --from-encoding gbk --dry-run', 'repair --from-encoding utf-16 --judge li-min'],
  run: async (context, given) => {
    const { messages, environment } = context;
    const encoding = encodingIn(given);
    const workspace = await context.workspace();
    const found: Misencoded[] = [];
    for (const path of await pathsOf(context, workspace)) {
      const one = await misencoded(workspace, path, encoding, context.kinds);
      if (one) found.push(one);
    }
    if (found.length === 0) return { json: { files: [] }, text: messages.repair.none };
    const roster = await rosterOf(workspace, found);
    for (const one of found) assertPlausible(one, encoding, roster);
    const shown = found.map((one) => contentLine(context, one, roster));
    const isAsked = context.questions !== undefined && !context.yes;
    if (isAsked) environment.stderr.write(`${shown.join('\n')}\n`);
    await confirm(context, messages.repair.ask(encoding));
    if (context.dryRun)
      return {
        json: { files: found.map(({ file }) => ({ file })) },
        text: shown.map((line) => messages.saved.dry(line)).join('\n'),
      };
    const done = [];
    for (const one of found)
      done.push({
        file: one.file,
        ...(await rewrite(workspace, one, savingOf(context, 'repair'))),
      });
    const warnings = done.flatMap((one) => one.warnings);
    return {
      json: {
        files: done.map(({ file, kept }) => ({ file, kept })),
        warnings: warnings.map((finding) => findingJson(messages, finding)),
      },
      text: done.map(({ file, kept }) => messages.repair.done(show(file), show(kept))).join('\n'),
      notes: [...(isAsked ? [] : shown), ...findingLines(messages, warnings)],
      ...(done.every(({ confirmed }) => confirmed) ? {} : { exit: 7 }),
    };
  },
};

function encodingIn(given: Given): Encoding {
  const typed = textOption(given, 'from-encoding');
  const field = '--from-encoding';
  if (typed === undefined)
    throw refusal('misuse', {
      code: 'option-missing',
      option: field,
      label: 'gbk, gb18030, utf-16',
      example: 'gbk',
    });
  const wanted = typed.toLowerCase().replace(/^utf16$/u, 'utf-16');
  const encoding = ENCODINGS.find((one) => one === wanted);
  if (encoding) return encoding;
  const choices = ENCODINGS.map((id) => ({ id, label: id }));
  throw refusal('misuse', { code: 'choice-invalid', found: typed, choices }, { field });
}

/** The files to look at: the ledger of the judge that was named, else every file of the workspace's own. */
async function pathsOf(context: Context, workspace: Workspace): Promise<readonly string[]> {
  if (context.judge !== undefined)
    return [ledgerPath(workspace, (await judgeToRecover(context, workspace)).id)];
  const { roster, holidays, importHeads } = workspace;
  const ledgers = (await ledgerNames(workspace)).map((judge) => ledgerPath(workspace, judge));
  return [roster, holidays, importHeads, ...ledgers];
}

/** The roster, from the file that is being repaired where it is one of them; undefined where it can't be read at all. */
async function rosterOf(workspace: Workspace, found: readonly Misencoded[]): Promise<Roster | undefined> {
  for (const { content } of found) if (content.is === 'roster') return content.roster;
  return loadRoster(workspace).catch(() => undefined);
}

/** What was read in a wrong encoding has other characters for the judge's name than the roster. */
function assertPlausible(
  { content, file }: Misencoded,
  encoding: Encoding,
  roster: Roster | undefined,
): void {
  if (content.is !== 'ledger' || !roster) return;
  const { id, name } = content.ledger.judge;
  if (!roster.judges.some((judge) => judge.id === id) || judgeName(roster, id) === name) return;
  throw refusal('invalid', { code: 'encoding-doubtful', encoding, looksLike: 'unknown' }, { file });
}

/** How much a file holds; nothing of what it says. */
function contentLine(
  { messages }: Context,
  { file, content }: Misencoded,
  roster: Roster | undefined,
): string {
  if (content.is === 'roster')
    return messages.repair.roster(show(file), content.roster.towns.length, content.roster.judges.length);
  if (content.is === 'other') return messages.repair.other(show(file));
  const { judge, entries } = content.ledger;
  const name = roster ? judgeName(roster, judge.id) : judge.id;
  return messages.repair.ledger(show(file), entries.length, show(name));
}
