import type { FileProblem } from './problems/file.ts';
import type { ImportProblem } from './problems/import.ts';
import type { IntegrityProblem } from './problems/integrity.ts';
import type { LedgerProblem } from './problems/ledger.ts';
import type { PlaceProblem } from './problems/place.ts';
import type { ReceivingProblem } from './problems/receiving.ts';
import type { TemplateProblem } from './problems/template.ts';
import type { UsageProblem } from './problems/usage.ts';
import type { WorkbookProblem } from './problems/workbook.ts';

/**
 * Everything that can be wrong, as data: a code and the facts, never a sentence. The words of each code stand in
 * `messages/zh.ts` and `messages/en.ts`, and a code without words does not compile.
 */
export type Problem =
  | FileProblem
  | ImportProblem
  | IntegrityProblem
  | LedgerProblem
  | PlaceProblem
  | ReceivingProblem
  | TemplateProblem
  | UsageProblem
  | WorkbookProblem;

/** The name of a problem, as `--json` shows it and FORMAT lists it. */
export type ProblemCode = Problem['code'];

/** Where something was found. Paths are relative to the workspace where they lie in it; lines and columns count from 1. */
export interface Where {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly judge?: string;
  readonly entry?: string;
  readonly field?: string;
  readonly sheet?: string;
  readonly cell?: string;
}

/** One thing found wrong (error) or doubtful (warning) in an input. */
export interface Finding {
  readonly severity: 'error' | 'warning';
  readonly problem: Problem;
  readonly where: Where;
  /** What the field is called on the screen; `where` has its key. */
  readonly label?: string;
  /** All cells that it is about, where they are several; `where` has the first. */
  readonly cells?: readonly string[];
  /** What was found, as it stands there; never of a personal field. */
  readonly value?: string;
}

/** A finding that stops the work it concerns. */
export function error(problem: Problem, where: Where = {}): Finding {
  return { severity: 'error', problem, where };
}

/** A finding that is asked about or listed, and stops nothing. */
export function warning(problem: Problem, where: Where = {}): Finding {
  return { severity: 'warning', problem, where };
}

/**
 * Why a command did not do what was asked; the exit codes of the contract hang on these:
 * `no` 1, `misuse` 2, `invalid` 3, `integrity` 4, `busy` 5, `storage` 6, `reserved` 7, `declined` 130.
 */
export type RefusalKind =
  'no' | 'misuse' | 'invalid' | 'integrity' | 'busy' | 'storage' | 'reserved' | 'declined';

/** Thrown where a command can't go on; carries every problem of the input at hand, so that one run names them all. */
export class Refusal extends Error {
  readonly kind: RefusalKind;
  readonly findings: readonly Finding[];

  constructor(kind: RefusalKind, findings: readonly Finding[], options?: { cause?: unknown }) {
    super(`${kind}: ${findings.map((finding) => finding.problem.code).join(', ')}`, options);
    this.name = 'Refusal';
    this.kind = kind;
    this.findings = findings;
  }
}

/** The refusal of a single problem. */
export function refusal(
  kind: RefusalKind,
  problem: Problem,
  where: Where = {},
  options?: { cause?: unknown },
): Refusal {
  return new Refusal(kind, [error(problem, where)], options);
}
