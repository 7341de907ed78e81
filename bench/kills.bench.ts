import { removeProjects, twoAtATime } from '../src/cli/end-to-end/test-run.fixture.ts';
import { type Killed, playKill } from './kills/play-kill.ts';
import type { Reach } from './kills/project.ts';
import { seeded } from './kills/seeded.ts';
import { undisturbedRun } from './kills/undisturbed.ts';

/**
 * Kills a whole run (harness, leashes, sessions, workers, k6, and the sandbox that it started) at random moments, takes it up
 * again, and compares with a run that nobody disturbed. Whether anything was done twice is asked of the sandbox and of the
 * scenarios themselves, not of tollgate.
 *
 *   npm run bench -- kills [N] [--by-url] [--twice] [--seed N]
 */
const numbers = process.argv.slice(2).filter((word) => /^\d+$/.test(word));
const seedAt = process.argv.indexOf('--seed');
const seed = seedAt < 0 ? Date.now() % 100_000 : Number(process.argv[seedAt + 1]);
const count = Number(
  (seedAt < 0 ? numbers : numbers.filter((word) => word !== process.argv[seedAt + 1]))[0] ?? 50,
);
const reach: Reach = process.argv.includes('--by-url') ? 'by-url' : 'hosted';
const times = process.argv.includes('--twice') ? 2 : 1;

process.exitCode = await bench();

async function bench(): Promise<number> {
  const random = seeded(seed);
  // Two at once, because the kills will be two at once.
  const [undisturbed, other] = await Promise.all([undisturbedRun(reach), undisturbedRun(reach)]);
  const { durationMs, plannedAfterMs, verdict, phases } = undisturbed;
  line(
    `undisturbed (${reach}): ${verdict}, plan after ${seconds(plannedAfterMs)}, ${seconds(durationMs)} in all; ${phases}; seed ${seed}`,
  );
  if (verdict !== 'GO' || other.verdict !== 'GO') {
    line('The undisturbed run is not GO, so that the kills would prove nothing.');
    return 1;
  }
  const from = plannedAfterMs * 0.6;
  const moments = Array.from({ length: count }, () => from + random() * (durationMs - from));
  const inTurn = twoAtATime();
  const killed = await Promise.all(
    moments.map((atMs, index) =>
      inTurn(async () => {
        const one = await killInTime(atMs, (inTimeMs) =>
          playKill({ reach, moment: { kind: 'after', ms: inTimeMs }, times, random, undisturbed }).catch(
            notPlayed,
          ),
        );
        tell(index + 1, atMs, one);
        return one;
      }),
    ),
  );
  return closing(killed);
}

/** A run that ended before its kill proves nothing: another one is killed a little earlier. */
async function killInTime(atMs: number, play: (atMs: number) => Promise<Killed>): Promise<Killed> {
  const one = await play(atMs);
  const isToRepeat = one.kind === 'too-late' && one.complaints.length === 0;
  return isToRepeat ? killInTime(atMs * 0.85, play) : one;
}

async function closing(killed: readonly Killed[]): Promise<number> {
  const of = (kind: Killed['kind']) => killed.filter((one) => one.kind === kind);
  const wrong = killed.filter(({ complaints }) => complaints.length > 0);
  const right = of('resumed').filter(({ complaints }) => complaints.length === 0).length;
  line(
    `${killed.length} killed, ${right} resumed to the undisturbed verdict, ${wrong.length} wrong; ${of('not-yet').length} had no plan yet and were begun anew`,
  );
  if (wrong.length === 0) await removeProjects();
  return wrong.length === 0 ? 0 : 1;
}

function notPlayed(error: unknown): Killed {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { kind: 'resumed', place: '', processes: 0, complaints: [text], project: '', printed: '' };
}

function tell(
  number: number,
  atMs: number,
  { kind, place, processes, complaints, project, printed }: Killed,
): void {
  const word = complaints.length === 0 ? 'right' : 'WRONG';
  line(
    `${word} ${String(number).padStart(3)}  ${seconds(atMs).padStart(7)}  ${kind.padEnd(8)} ${place.padEnd(26)} ${processes} processes`,
  );
  for (const complaint of complaints) line(`      - ${complaint}`);
  if (complaints.length === 0) return;
  line(`      project: ${project}`);
  for (const one of printed.trim().split('\n').slice(-60)) line(`      | ${one}`);
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

function line(text: string): void {
  process.stdout.write(`${text}\n`);
}
