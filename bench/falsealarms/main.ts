import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openCrew } from '../../src/prove/crew.ts';
import type { ExploredSeed } from '../../src/prove/messages.ts';
import { proveOverHttp } from '../../src/prove/over-http.ts';
import { inTurns } from '../../src/prove/prove.ts';
import { phases } from '../../src/run/phases/index.ts';
import type { Places } from '../../src/run/phases/phase.ts';
import { doubts, drawingChecks } from './doubts.ts';
import { neverDrawn, type SeedTally, tallySeeds } from './tally.ts';
import { checksOfTurn } from './turns.ts';

/**
 * `npm run falsealarms [-- SEEDS] [--http N]`: the sandbox as it should be, under many seeds. All checks that draw what they
 * play, in memory; N whole runs over HTTP; and, so that silence means something, the same histories with a calendar defect.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { http: { type: 'string', default: '5' } },
});
const seedCount = Number(positionals[0] ?? 1_000);
const httpCount = Number(values.http);
const workers = 2;
const seedsAtATime = 5;
/** Cases of a property, and customers of a group, with each seed: many seeds with one draw as much as few with many. */
const effort = 1;
/** Enough for the comparison: each of them draws more than twenty customers, and every other one meets the defect. */
const defectSeedsMax = 10;
const calendarDefect = 'month-end-sticks';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const places: Places = { projectDir: root, packageDir: root, codeDir: root, codeEnding: '.ts' };
const wrong: string[] = [];

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function refuse(text: string): void {
  wrong.push(text);
  say(`WRONG: ${text}`);
}

async function inMemory(): Promise<void> {
  const files = Object.fromEntries(
    phases
      .filter(({ name }) => name === 'unit' || name === 'integration')
      .map(({ name, steps }) => [name, steps.flatMap((step) => step.files(places, { profileFile: null }))]),
  );
  const setup = { projectDir: root, packageDir: root, files, defectsDir: null, chromium: null, effort };
  const crew = await openCrew({ workers, setup });
  try {
    for (const doubt of doubts(crew.loaded, { seeds: seedCount, runs: httpCount })) refuse(doubt);
    const checks = drawingChecks(crew.loaded);
    const titles = new Map(checks.map(({ id, titlePath }) => [id, titlePath.join(' › ')]));
    const explore = async (seeds: readonly number[], defect: string | null): Promise<SeedTally> => {
      const batches = [...inBatches(seeds).entries()];
      const explored = await inTurns(batches, workers, ([turn, batch]) =>
        crew.explore({ defect, seeds: batch, checks: checksOfTurn(checks, turn).map(({ id }) => id) }),
      );
      return tallySeeds(explored.flat() satisfies readonly ExploredSeed[], (id) => titles.get(id) ?? id);
    };
    const seeds = Array.from({ length: seedCount }, (_, index) => index + 1);
    const startedMs = performance.now();
    const sound = await explore(seeds, null);
    say(`${sound.seeds} seeds of ${checks.length} generated checks in memory, ${seconds(startedMs)} s`);
    say(`with each seed ${checksOfTurn(checks, 0).length} of them draw: those of one group take turns`);
    report(sound);
    const sick = await explore(seeds.slice(0, defectSeedsMax), calendarDefect);
    const hit = new Set(sick.findings.map((finding) => finding.split(':')[0])).size;
    say(
      `the first ${sick.seeds} of them with the calendar defect ${calendarDefect}: findings with ${hit} seeds`,
    );
    if (hit === 0) refuse('the same histories with a calendar defect gave no finding.');
  } finally {
    await crew.close();
  }
}

function report(tally: SeedTally): void {
  say(`${tally.findings.length} findings`);
  for (const finding of tally.findings.slice(0, 10)) say(`  ${finding}`);
  if (tally.findings.length > 0) refuse(`${tally.findings.length} findings on a sound sandbox.`);
  say(`${tally.digests} distinct history digests`);
  if (tally.digests !== tally.seeds) refuse(`${tally.seeds} seeds gave ${tally.digests} distinct histories.`);
  for (const [kind, counts] of Object.entries(tally.counts)) {
    const shown = Object.entries(counts).toSorted(([left], [right]) => (left < right ? -1 : 1));
    say(`${kind}: ${shown.map(([name, count]) => `${name} ${count}`).join(', ')}`);
  }
  const never = neverDrawn(tally);
  if (never.length > 0) refuse(`never drawn: ${never.join(', ')}.`);
}

function inBatches(seeds: readonly number[]): readonly (readonly number[])[] {
  return Array.from({ length: Math.ceil(seeds.length / seedsAtATime) }, (_, index) =>
    seeds.slice(index * seedsAtATime, (index + 1) * seedsAtATime),
  );
}

async function overHttp(): Promise<void> {
  for (let seed = 1; seed <= httpCount; seed += 1) {
    const startedMs = performance.now();
    const scope = { kind: 'everything' } as const;
    const ending = await proveOverHttp({ places, defectsDir: null, seed, defect: null, scope });
    say(`seed ${seed} of everything over HTTP: ${wordsOf(ending)}, ${seconds(startedMs)} s`);
    if (ending.kind !== 'missed') refuse(`seed ${seed} over HTTP: ${wordsOf(ending)}`);
  }
}

function wordsOf(ending: Awaited<ReturnType<typeof proveOverHttp>>): string {
  switch (ending.kind) {
    case 'missed':
      return '0 findings, GO';
    case 'caught':
      return `a finding: ${ending.by.title}: ${ending.by.detail}`;
    case 'unproven':
      return `not conclusive: ${ending.why}`;
  }
}

function seconds(sinceMs: number): string {
  return ((performance.now() - sinceMs) / 1000).toFixed(0);
}

await inMemory();
await overHttp();
say(wrong.length === 0 ? 'no false alarm' : `${wrong.length} wrong`);
process.exitCode = wrong.length === 0 ? 0 : 1;
