import { join, resolve } from 'node:path';
import { villagesOn, type Roster } from '../../domain/roster.ts';
import { officialForm } from '../../messages/official-form.ts';
import { ledgerNames } from '../../store/ledgers.ts';
import { loadRoster } from '../../store/rosters.ts';
import { isFolder, placeIn, type Workspace } from '../../store/workspace.ts';
import type { Command } from '../command.ts';
import type { Context } from '../context.ts';
import { textOption } from '../given.ts';
import { judgeNamed, ownerNamed, type Owner } from '../judges.ts';
import { kindsNamed } from '../kinds-named.ts';
import { FORCE_OPTION, writeFiles } from '../output-writing.ts';
import { findingLines } from '../render/findings.ts';
import { show } from '../render/show.ts';
import { versionOf } from '../version.ts';
import { isUnconfirmed } from '../workbook-making.ts';

/** Where the form is put unless it is said. */
const USUAL_FILE = '填报表.xlsx';

/** `ledger form [KIND…]`: a workbook of blank sheets to type into, with drop-downs and checks from the definitions and the roster. */
export const form: Command = {
  options: [
    {
      name: 'output',
      short: 'o',
      value: { zh: '文件', en: 'FILE' },
      help: { zh: `写入这个文件；不写为${USUAL_FILE}`, en: `write this file; ${USUAL_FILE} unless said` },
    },
    FORCE_OPTION,
  ],
  arguments: [{ name: { zh: '台账', en: 'KIND' }, many: true, optional: true }],
  examples: ['form --judge li-min', 'form 走访座谈 矛盾纠纷 -o 走访填报表.xlsx'],
  run: async (context, given) => {
    const { messages } = context;
    const kinds = kindsNamed(context, given.words);
    const workspace = await context.workspace();
    const roster = await loadRoster(workspace);
    const owner = await formOwner(context, workspace, roster);
    const { blankForms } = await import('../../workbook/blank/workbook.ts');
    const { bytes, digest } = await blankForms({
      kinds,
      court: roster.court.name,
      towns: offeredTowns(context, roster, owner),
      judges: owner ? [owner.name] : liaisonNames(roster),
      version: await versionOf(context.environment),
      words: officialForm,
    });
    const wish = resolve(context.environment.cwd, textOption(given, 'output') ?? USUAL_FILE);
    const path = (await isFolder(wish)) ? join(wish, USUAL_FILE) : wish;
    const warnings = await writeFiles(context, given, workspace, [{ path, bytes }]);
    const place = placeIn(workspace, path);
    const line = messages.form.made(show(place), kinds.length);
    return {
      json: { kinds: kinds.map(({ id }) => id), workbooks: [{ path: place, digest }] },
      text: context.dryRun ? messages.saved.dry(line) : line,
      notes: findingLines(messages, warnings),
      ...(isUnconfirmed(warnings) ? { exit: 7 } : {}),
    };
  },
};

/** Whose towns come first: the judge that was named, else the owner of the workspace's only ledger. */
async function formOwner(context: Context, workspace: Workspace, roster: Roster): Promise<Owner | undefined> {
  const named = await judgeNamed(context, workspace, roster);
  if (named) return named;
  const [only, ...others] = await ledgerNames(workspace);
  return only === undefined || others.length > 0 ? undefined : ownerNamed(only, roster, [only]);
}

/** All towns, those that the owner serves or served first, each with its villages of today. */
function offeredTowns({ today }: Context, roster: Roster, owner: Owner | undefined) {
  const own = roster.judges.find(({ id }) => id === owner?.id)?.assignments.map(({ town }) => town) ?? [];
  const isOwn = ({ name }: { readonly name: string }): boolean => own.includes(name);
  return [...roster.towns.filter(isOwn), ...roster.towns.filter((town) => !isOwn(town))].map((town) => ({
    name: town.name,
    villages: villagesOn(town, today),
  }));
}

function liaisonNames(roster: Roster): readonly string[] {
  return [...new Set(roster.judges.filter(({ role }) => role === 'liaison').map(({ name }) => name))];
}
