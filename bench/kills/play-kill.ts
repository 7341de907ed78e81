import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Ended, type Started, tollgate, verdictIn } from '../../src/cli/end-to-end/test-run.fixture.ts';
import { killEverything, processesOf } from './kill-everything.ts';
import { type KillProject, openKillProject, type Reach } from './project.ts';
import {
  checksWithoutEnd,
  finishedChecks,
  placeOf,
  planOf,
  recordsOf,
  runIn,
  startedChecks,
} from './run-record.ts';
import { scenarioComplaints, scenarioCounts } from './scenario-counts.ts';
import { checksOfLaterParts, doneTwice, requestsIn, sentAgain, writtenTooOften } from './target-books.ts';
import { phasesOf, type Undisturbed } from './undisturbed.ts';

/** So long after the start of the command, or when it prints a line. */
export type Moment =
  | { readonly kind: 'after'; readonly ms: number }
  | { readonly kind: 'at'; readonly line: RegExp };

export interface Kill {
  readonly reach: Reach;
  readonly moment: Moment;
  /** How often: the resumed run is killed again before it is taken up for good. */
  readonly times: number;
  readonly random: () => number;
  readonly undisturbed: Undisturbed;
}

export interface Killed {
  /** not-yet: there was no plan, so that nothing could be taken up. too-late: the run had ended before. */
  readonly kind: 'resumed' | 'not-yet' | 'too-late';
  readonly place: string;
  readonly processes: number;
  /** Empty when all is as it has to be. */
  readonly complaints: readonly string[];
  readonly project: string;
  readonly printed: string;
}

/** One run, killed with all its processes, looked at, and taken up again until its end. */
export async function playKill(kill: Kill): Promise<Killed> {
  const project = await openKillProject(kill.reach);
  try {
    return await playIn(project, kill);
  } finally {
    await project.close();
  }
}

async function playIn(project: KillProject, kill: Kill): Promise<Killed> {
  const first = await killAt(project, kill.undisturbed.args, kill);
  const run = runIn(project.dir);
  const base = { processes: first.processes, project: project.dir, printed: '' };
  if (first.ended !== null)
    return { ...base, kind: 'too-late', place: 'after its end', complaints: ended(first.ended, kill) };
  const seen = run === null ? null : await look(project, run);
  if (run === null || seen === null) return { ...base, ...(await beginAnew(project, kill, run?.id ?? null)) };

  const between: string[] = [];
  for (let time = 1; time < kill.times; time += 1) {
    const again = await killAt(project, ['run', '--resume', run.id], kill);
    const now = await look(project, run);
    between.push(...(now?.complaints ?? []), ...(again.ended === null ? [] : ['(ended before its kill)']));
  }
  const last = await project.start(['run', '--resume', run.id]).ended;
  const complaints = [
    ...seen.complaints,
    ...between.filter((text) => !text.startsWith('(')),
    ...ended(last, kill),
    ...(await phaseComplaints(run.dir, kill.undisturbed)),
    ...againComplaints(project, { run, seen, undisturbed: kill.undisturbed }),
    ...processesOf(project.dir).map((pid) => `process ${pid} was left behind`),
  ];
  return {
    ...base,
    kind: 'resumed',
    place: seen.place,
    complaints,
    printed: `${last.stdout}\n${last.stderr}`,
  };
}

async function killAt(project: KillProject, args: readonly string[], kill: Kill) {
  const started = project.start(args);
  const isOver = await Promise.race([started.ended.then(() => true), comes(kill.moment, started)]);
  const processes = await killEverything(project.dir, kill.random);
  const end = await started.ended;
  return { processes, ended: isOver ? end : null };
}

async function comes(moment: Moment, { line }: Started): Promise<false> {
  if (moment.kind === 'after') await pause(moment.ms);
  else await line(moment.line);
  return false;
}

type RunPlace = NonNullable<ReturnType<typeof runIn>>;

interface Seen {
  readonly place: string;
  /** Finished before the kill, by the journal. */
  readonly finished: ReadonlySet<string>;
  /** Requests that the sandbox had answered by then. */
  readonly asked: number;
  readonly complaints: readonly string[];
}

/** The folder as the kill left it, judged in a copy. Null when there was no plan yet. */
async function look(project: KillProject, run: RunPlace): Promise<Seen | null> {
  // A sandbox that goes on still answers what came before the kill, and writes it down a little later.
  if (project.dataDir !== null) await pause(400);
  const asked = requestsIn(dataDirOf(project, run)).length;
  const copy = join(await mkdtemp(join(tmpdir(), 'kill-copy-')), run.id);
  await cp(run.dir, copy, { recursive: true });
  try {
    const { exitCode } = await tollgate(project.dir, ['judge', copy]);
    const records = recordsOf(run.dir);
    const isOver = records.at(-1)?.kind === 'run-finished';
    const isRight = isOver ? exitCode === 0 : exitCode === 2 || (records.length === 0 && exitCode === 64);
    const said = isRight ? [] : [`judged with exit code ${exitCode} before it was taken up again`];
    planOf(run.dir);
    return { place: placeOf(records), finished: finishedChecks(records), asked, complaints: said };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  } finally {
    await rm(join(copy, '..'), { recursive: true, force: true });
  }
}

/** Without a plan nothing can have been written: to take it up is refused, and a new run comes to its end. */
async function beginAnew(project: KillProject, kill: Kill, id: string | null) {
  const refused = id === null ? null : await project.start(['run', '--resume', id]).ended;
  const wrong =
    refused === null || refused.exitCode === 64
      ? []
      : [`--resume without a plan ended with ${refused.exitCode}`];
  const fresh = await project.start(kill.undisturbed.args).ended;
  return {
    kind: 'not-yet' as const,
    place: 'before the plan',
    complaints: [...wrong, ...ended(fresh, kill)],
    printed: `${refused?.stderr ?? ''}\n${fresh.stdout}\n${fresh.stderr}`,
  };
}

function ended({ exitCode, signal }: Ended, { undisturbed }: Kill): readonly string[] {
  return exitCode === undisturbed.exitCode
    ? []
    : [`ended with ${signal ?? `exit code ${exitCode}`} instead of ${undisturbed.exitCode}`];
}

async function phaseComplaints(runDir: string, undisturbed: Undisturbed): Promise<readonly string[]> {
  const verdict = await verdictIn(runDir).catch(() => null);
  if (verdict === null) return ['there is no verdict'];
  const phases = phasesOf(verdict);
  return [
    ...(verdict.verdict === undisturbed.verdict ? [] : [`the verdict is ${verdict.verdict}`]),
    ...(phases === undisturbed.phases ? [] : [`the phases are ${phases}`]),
  ];
}

/** Steps of these build on one another, so that they may begin anew. */
const begunAnew = /^(performance|migration)-/;

function againComplaints(
  project: KillProject,
  parts: { readonly run: RunPlace; readonly seen: Seen; readonly undisturbed: Undisturbed },
): readonly string[] {
  const { run, seen, undisturbed } = parts;
  const dataDir = dataDirOf(project, run);
  const requests = requestsIn(dataDir);
  const records = recordsOf(run.dir);
  const withoutEnd = checksWithoutEnd(records);
  const finished = new Set([...seen.finished].filter((id) => !begunAnew.test(id) && !withoutEnd.has(id)));
  const resumedAt = records.findIndex(({ kind }) => kind === 'run-resumed');
  const startedLater = resumedAt < 0 ? new Set<string>() : startedChecks(records.slice(resumedAt));
  const knownToTarget = checksOfLaterParts(requests);
  const titles = new Map(planOf(run.dir).checks.map(({ id, titlePath }) => [id, titlePath.at(-1) ?? '']));
  const names = new Set([...finished].map((id) => titles.get(id) ?? ''));
  return [
    ...[...finished].filter((id) => startedLater.has(id)).map((id) => `${id} was run again, by the journal`),
    ...[...finished]
      .filter((id) => knownToTarget.has(id))
      .map((id) => `${id} was run again, by the sandbox's log`),
    ...doneTwice(dataDir),
    ...sentAgain(requests.slice(0, seen.asked), requests.slice(seen.asked)),
    ...writtenTooOften(requests, undisturbed.writes),
    ...scenarioComplaints(scenarioCounts(project.countFile), undisturbed.scenarios, names),
  ];
}

function dataDirOf(project: KillProject, { dir }: RunPlace): string {
  return project.dataDir ?? join(dir, 'target');
}
