import { rm } from 'node:fs/promises';
import { processorMs } from './journal/processor-time.ts';
import { toldRun } from './journal/told-run.ts';
import { writeTrivialSuites } from './journal/trivial-suites.ts';
import { untoldRun } from './journal/untold-run.ts';

/**
 * Which share of its time a step of trivial checks spends in channel and journal: listed, run and ended, with and without
 * them, in turns. By the processor, in which neighbours do not count, and by the clock, which also sees who waits for whom;
 * the median of the rounds is what counts.
 *
 *   npm run bench -- journal [checks] [rounds]
 */
const [checks = 10_000, rounds = 5] = process.argv.slice(2).map(Number);
const shareMax = 0.1;

interface Measured {
  readonly wallMs: number;
  readonly processorMs: number;
  readonly passed: number;
}

process.exitCode = await bench();

async function bench(): Promise<number> {
  const suites = await writeTrivialSuites(checks);
  const pairs: { readonly told: Measured; readonly untold: Measured }[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const untold = await measured(() => untoldRun(suites));
    const told = await measured(() => toldRun(suites, round));
    pairs.push({ told, untold });
    line(`round ${round}: without ${shown(untold)}; with ${shown(told)}`);
    line(`         own process busy ${seconds(told.busyMs)}, ${told.records} records`);
  }
  await rm(suites.dir, { recursive: true, force: true });
  const share = (of: 'wallMs' | 'processorMs') =>
    median(pairs.map(({ told, untold }) => 1 - untold[of] / told[of]));
  const [byProcessor, byClock] = [share('processorMs'), share('wallMs')];
  const isWhole = pairs.every(({ told, untold }) => told.passed >= checks && untold.passed >= checks);
  line(
    `${checks} checks: channel and journal take ${percent(byProcessor)} of the processor and ${percent(byClock)} of the time, ${percent(shareMax)} allowed${isWhole ? '' : '; NOT ALL CHECKS PASSED'}`,
  );
  return isWhole && Math.max(byProcessor, byClock) <= shareMax ? 0 : 1;
}

async function measured<Run extends { readonly wallMs: number }>(play: () => Promise<Run>) {
  const before = processorMs();
  const run = await play();
  return { ...run, processorMs: processorMs() - before };
}

function median(shares: readonly number[]): number {
  return shares.toSorted((one, other) => one - other)[Math.floor(shares.length / 2)] ?? 1;
}

function shown({ wallMs, processorMs: used, passed }: Measured): string {
  return `${seconds(wallMs)}, processor ${seconds(used)}, ${passed} passed`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function line(text: string): void {
  process.stdout.write(`${text}\n`);
}
