import { createHash } from 'node:crypto';
import { mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DecidedCheck, DecidedRun } from '../src/model/deciding/decided-run.ts';
import { phaseNames } from '../src/model/observing/phase.ts';
import type { EvidenceRef } from '../src/model/observing/record.ts';
import type { ReportInput } from '../src/report/exporter.ts';
import { check, decided, difference, gate } from '../src/report/fixture-parts.ts';
import { exporters } from '../src/report/index.ts';

/**
 * How long, how much memory and how large: every report of one run with many results, the page first because it alone is
 * promised a figure. Texts come from a seeded generator, so that they compress about as badly as real ones.
 *
 *   node bench/report.bench.ts [results] [--keep FOLDER]
 */
const results = Number(process.argv[2] ?? 50_000);
const keep = process.argv[3] === '--keep' ? process.argv[4] : undefined;
const words =
  'invoice credit change upgrade tax tier usage month refund ledger customer gateway day rate'.split(' ');
const texts = new Map<string, Uint8Array>();
const random = seeded(42);

const run = syntheticRun();
const input: ReportInput = { run, evidence: (sha256) => texts.get(sha256) ?? null };
const folder = keep ?? mkdtempSync(join(tmpdir(), 'tollgate-report-'));
line(`${results} results, ${texts.size} pieces of evidence, ${mib(process.memoryUsage.rss())} before`);
for (const exporter of exporters) measure(exporter);
line(`peak ${mib(process.resourceUsage().maxRSS * 1024)}`);
if (keep === undefined) rmSync(folder, { recursive: true });

function measure(exporter: (typeof exporters)[number]): void {
  const path = join(folder, exporter.file);
  const started = process.hrtime.bigint();
  const cpuBefore = process.cpuUsage();
  const file = openSync(path, 'w');
  for (const chunk of exporter.render(input)) {
    if (typeof chunk === 'string') writeSync(file, chunk);
    else writeSync(file, chunk);
  }
  const ms = (process.hrtime.bigint() - started) / 1_000_000n;
  const cpu = process.cpuUsage(cpuBefore);
  const cpuMs = Math.round((cpu.user + cpu.system) / 1000);
  line(
    `${exporter.file.padEnd(12)} ${String(ms).padStart(6)} ms (processor ${cpuMs} ms)  ${mib(statSync(path).size)}  RSS ${mib(process.memoryUsage.rss())}`,
  );
}

function syntheticRun(): DecidedRun {
  const checks = Array.from({ length: results }, (_, index) => syntheticCheck(index));
  return decided({ word: 'NO-GO', checks, gates: [gate('overcharge', 'missed'), gate('rating', 'met')] });
}

/** One in fifty is wrong, one in twenty has evidence: a bad day, not a catastrophe. */
function syntheticCheck(index: number): DecidedCheck {
  const phase = phaseNames[index % phaseNames.length] ?? 'unit';
  const isWrong = index % 50 === 7;
  const name = `${sentence(7)} ${index}`;
  return check({
    name,
    phase,
    status: isWrong ? 'failed' : 'passed',
    differences: isWrong
      ? [difference({ actual: `${10 + (index % 90)}.01`, explanation: sentence(12) })]
      : [],
    error: isWrong ? { type: 'ExpectationFailed', message: sentence(10), stack: sentence(60) } : null,
    evidence: index % 20 === 7 ? [store(sentence(150))] : [],
  });
}

function store(text: string): EvidenceRef {
  const bytes = Buffer.from(`${JSON.stringify({ request: text, status: 200, durationMs: 12 })}\n`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  texts.set(sha256, bytes);
  return { sha256, bytes: bytes.length, name: 'exchanges.ndjson', mediaType: 'application/x-ndjson' };
}

function sentence(length: number): string {
  return Array.from({ length }, () => {
    const number = random();
    return number % 3 === 0 ? number.toString(36) : words[number % words.length];
  }).join(' ');
}

/** A linear congruential generator; good enough to keep gzip from seeing a pattern. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
}

function mib(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1).padStart(6)} MiB`;
}

function line(text: string): void {
  process.stdout.write(`${text}\n`);
}
