import type { Finding } from '../domain/problem.ts';
import { prepareFilling } from './filling.ts';
import { streamPackage } from '../package/package.ts';
import { gathered, type Sink } from '../package/sink.ts';
import type { TemplateData } from '../marks/template-data.ts';

/** What is known of a workbook made from a template. */
export interface Filled {
  /** SHA-256 in hex over the names and inflated parts, in order; the same whatever zlib compressed them. */
  readonly digest: string;
  /** Warnings: lists without a mark, rows whose text is higher than Excel allows. */
  readonly findings: readonly Finding[];
  /** First names of the lists that were filled, in the order of the data. */
  readonly filled: readonly string[];
}

/** A workbook made from a template, whole in memory. */
export interface FilledWorkbook extends Filled {
  readonly bytes: Uint8Array;
}

/** Fills a template as `streamTemplate` does, into memory. */
export async function fillTemplate(template: Uint8Array, data: TemplateData): Promise<FilledWorkbook> {
  const { sink, bytes } = gathered();
  const filled = await streamTemplate(template, data, sink);
  return { ...filled, bytes: bytes() };
}

/**
 * Fills a clerk's template by splicing rows into its own parts: what isn't touched stays byte for byte. Refuses (`invalid`) as
 * `prepareFilling` does, and nothing went into the sink then. Same template and data, same bytes.
 */
export async function streamTemplate(template: Uint8Array, data: TemplateData, sink: Sink): Promise<Filled> {
  const { parts, findings, filled } = await prepareFilling(template, data);
  return { digest: await streamPackage(parts, sink), findings, filled };
}
