import { rm } from 'node:fs/promises';
import { type ToldRun, toldRun } from './journal/told-run.ts';
import { writeTrivialSuites } from './journal/trivial-suites.ts';
import { type UntoldRun, untoldRun } from './journal/untold-run.ts';

/**
 * Which share of its time a run spends in channel and journal: the same trivial checks with and without them, in turns, the
 * fastest of each. Beside it, what the run's own process was busy with.
 *
 *   npm run bench -- journal [checks] [rounds]
 */
const [checks = 10_000, rounds = 3] = process.argv.slice(2).map(Number);
const shareMax = 0.1;

process.exitCode = await bench();

async function bench(): Promise<number> {
  const suites = await writeTrivialSuites(checks);
  const told: ToldRun[] = [];
  const untold: UntoldRun[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    untold.push(await untoldRun(suites));
    told.push(await toldRun(suites, round));
    const [without, all] = [untold.at(-1), told.at(-1)];
    if (without === undefined || all === undefined) continue;
    line(
      `round ${round}: without ${seconds(without.wallMs)} (${without.passed} passed), with ${seconds(all.wallMs)} (${all.passed} passed, ${all.records} records), own process busy ${seconds(all.busyMs)} = ${percent(all.busyMs / all.wallMs)}`,
    );
  }
  await rm(suites.dir, { recursive: true, force: true });
  const without = Math.min(...untold.map(({ wallMs }) => wallMs));
  const fastest = told.reduce((best, one) => (one.wallMs < best.wallMs ? one : best));
  const share = Math.max(0, 1 - without / fastest.wallMs);
  const isWhole = [...told, ...untold].every(({ passed }) => passed >= checks);
  line(
    `${checks} checks: ${seconds(fastest.wallMs)} with channel and journal, ${seconds(without)} without: ${percent(share)} of the run's time, ${percent(shareMax)} allowed${isWhole ? '' : '; NOT ALL CHECKS PASSED'}`,
  );
  return isWhole && share <= shareMax ? 0 : 1;
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
