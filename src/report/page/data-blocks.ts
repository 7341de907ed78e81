import { gzipSync } from 'node:zlib';
import type { DecidedCheck } from '../../model/deciding/decided-run.ts';
import { worstFirst } from '../check-words.ts';
import type { ReportInput } from '../exporter.ts';
import { checkDetail } from './check-detail.ts';
import { checkIndex } from './check-index.ts';
import { evidenceInliner } from './inlined-evidence.ts';

/** So many checks, or so many characters, are inflated to open one. */
const blockChecksMax = 500;
const blockCharsMax = 512 * 1024;

/** The byte of a gzip header that names the operating system; 255 is "unknown", so that every system writes the same. */
const gzipSystemByte = 9;

/**
 * The page's data as script elements that no browser runs: the index, then the details. The index is written last into
 * memory but first into the page, because where the blocks begin is known only when they are made.
 */
export function* dataBlocks({ run, evidence }: ReportInput): Iterable<string> {
  const checks = worstFirst(run.checks);
  const starts: number[] = [];
  const blocks: string[] = [];
  for (const block of detailBlocks(checks, evidence)) {
    starts.push(block.start);
    blocks.push(packed(`details-${blocks.length}`, `[${block.details.join(',')}]`));
  }
  yield packed('index', JSON.stringify(checkIndex(run.verdict.runId, checks, starts)));
  yield* blocks;
}

interface DetailBlock {
  readonly start: number;
  readonly details: readonly string[];
}

function* detailBlocks(
  checks: readonly DecidedCheck[],
  evidence: ReportInput['evidence'],
): Iterable<DetailBlock> {
  const inline = evidenceInliner(evidence);
  let start = 0;
  let chars = 0;
  let details: string[] = [];
  for (const [position, decided] of checks.entries()) {
    const detail = JSON.stringify(checkDetail(decided, inline));
    const isFull = details.length === blockChecksMax || chars + detail.length > blockCharsMax;
    if (isFull && details.length > 0) {
      yield { start, details };
      start = position;
      chars = 0;
      details = [];
    }
    details.push(detail);
    chars += detail.length;
  }
  if (details.length > 0) yield { start, details };
}

function packed(id: string, json: string): string {
  const bytes = gzipSync(json, { level: 6 });
  bytes.writeUInt8(255, gzipSystemByte);
  return `<script type="application/gzip" id="${id}">${bytes.toString('base64')}</script>\n`;
}
