import { error, warning, type Finding } from '../problem.ts';
import type { BackupFacts, VersionFacts } from './facts.ts';

/** One named question asked of the versions of a judge's ledger. */
interface VersionCheck {
  readonly name: string;
  run(facts: VersionFacts): readonly Finding[];
}

/** The questions: whether what is there now is the last of what was saved, and the backups are what they were. */
const VERSION_CHECKS: readonly VersionCheck[] = [
  { name: 'edited', run: checkEdited },
  { name: 'backups', run: checkBackups },
  { name: 'head', run: checkHead },
  { name: 'links between versions', run: checkUnlinked },
  { name: 'forks', run: checkForks },
];

/** All findings on the versions of one judge's ledger. */
export function checkVersions(facts: VersionFacts): readonly Finding[] {
  return VERSION_CHECKS.flatMap((check) => check.run(facts)).map((finding) => ({
    ...finding,
    where: { judge: facts.judge, ...finding.where },
  }));
}

/** Ledgers may be changed by hand; that somebody did is worth knowing where nobody should have. */
function checkEdited({ current, head }: VersionFacts): readonly Finding[] {
  if (!current || !head?.saved || head.saved.seq !== current.ledger.seq) return [];
  if (head.saved.digest === current.digest) return [];
  return [warning({ code: 'ledger-edited', seq: head.saved.seq }, { file: current.file })];
}

function checkBackups({ judge, backups }: VersionFacts): readonly Finding[] {
  return backups.flatMap(({ file, damage }) =>
    damage === undefined ? [] : [error({ code: 'backup-unsound', judge, reason: damage }, { file })],
  );
}

/** The note is written anew by every save, and only ever warns. */
function checkHead({ head }: VersionFacts): readonly Finding[] {
  return head && !head.saved ? [warning({ code: 'head-damaged' }, { file: head.file })] : [];
}

/** A version as a link of the chain: what it follows, and how it is known. */
interface Link {
  readonly file: string;
  readonly seq: number;
  readonly digest: string;
  readonly prev: string | undefined;
}

/** What a version says it follows must be the one before it, where that one was kept. */
function checkUnlinked(facts: VersionFacts): readonly Finding[] {
  return linksOf(facts).flatMap(({ file, seq, prev }) => {
    const before = facts.backups.filter((backup) => backup.seq === seq - 1);
    const isKnown =
      prev === undefined ||
      before.length === 0 ||
      before.some(({ digest, damage }) => digest === prev || damage !== undefined) ||
      facts.setApart.includes(prev);
    return isKnown ? [] : [warning({ code: 'version-unlinked', seq: seq - 1 }, { file })];
  });
}

/** Two versions that follow one and the same: somebody saved over somebody's work, having read an older copy. */
function checkForks(facts: VersionFacts): readonly Finding[] {
  const links = linksOf(facts).filter((link) => !isEditedOver(link, facts));
  const followed = new Set(links.map(({ prev }) => prev));
  return [...followed].flatMap((prev) => {
    const twins = links.filter((link) => prev !== undefined && link.prev === prev);
    if (new Set(twins.map(({ digest }) => digest)).size < 2) return [];
    const [{ file, seq } = { file: '', seq: 0 }] = twins;
    return [error({ code: 'versions-forked', seq, files: twins.map((twin) => twin.file) }, { file })];
  });
}

/** The version last saved, kept when the next write failed; what was then changed by hand is no other branch. */
function isEditedOver({ digest, seq }: Link, { current, head }: VersionFacts): boolean {
  return current?.ledger.seq === seq && head?.saved?.digest === digest && current.digest !== digest;
}

function linksOf({ current, backups }: VersionFacts): readonly Link[] {
  const { ledger, file = '', digest = '' } = current ?? {};
  const kept = backups.filter(({ damage }) => damage === undefined).map(linkOf);
  return ledger ? [{ file, seq: ledger.seq, digest, prev: ledger.prev }, ...kept] : kept;
}

function linkOf({ file, seq, digest, prev }: BackupFacts): Link {
  return { file, seq, digest, prev };
}
