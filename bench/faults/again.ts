import type { JournalRecord } from '../../src/model/observing/record.ts';
import { checksWithoutEnd } from '../kills/run-record.ts';
import type { Expectation, Seen } from './row.ts';
import { recordsIn } from './watched.ts';

type Complain = NonNullable<Expectation['also']>;

/**
 * The run is taken up again and ends as an undisturbed one would; nothing that had a result is run again, but for the phases
 * named, whose steps build on one another, and a step whose end nobody saw.
 */
export const resumesToGo =
  (...anew: readonly string[]): Complain =>
  async (seen) => {
    const { scene, runDir } = seen;
    if (runDir === null) return ['no run to take up again'];
    const before = finishedIn(recordsIn(runDir));
    const again = await scene.start(['run', '--resume', runDir.split('/').at(-1) ?? '']).ended;
    const after = recordsIn(runDir);
    return [
      ...complaintsOfResume({ before, after, anew }),
      ...(again.exitCode === 0
        ? []
        : [
            `--resume ended with ${again.exitCode}: ${again.stdout.slice(0, 1500)} ${again.stderr.slice(-500)}`,
          ]),
    ];
  };

interface Resumed {
  /** Ids of the checks that had a result when the run was taken up again. */
  readonly before: readonly string[];
  /** All that its journal holds in the end. */
  readonly after: readonly JournalRecord[];
  readonly anew: readonly string[];
}

/** Where nothing had a result, or nothing was taken up again, nothing is shown. */
export function complaintsOfResume({ before, after, anew }: Resumed): readonly string[] {
  const resumedAt = after.findLastIndex(({ kind }) => kind === 'run-resumed');
  if (before.length === 0) return ['nothing had a result before it was taken up again'];
  if (resumedAt < 0) return ['the journal does not say that the run was taken up again'];
  const withoutEnd = checksWithoutEnd(after.slice(0, resumedAt));
  const twice = finishedIn(after.slice(resumedAt)).filter(
    (id) => before.includes(id) && !withoutEnd.has(id) && !anew.some((phase) => id.startsWith(`${phase}-`)),
  );
  return twice.length === 0 ? [] : [`these had a result and were run again: ${twice.join(', ')}`];
}

function finishedIn(records: readonly JournalRecord[]): readonly string[] {
  return records.flatMap((record) =>
    record.kind === 'check-finished' && record.status !== 'broken' ? [record.checkId] : [],
  );
}

/** Results of earlier phases are still there. */
export const keeps =
  (...phases: readonly string[]): Complain =>
  ({ verdict }: Seen) =>
    phases.flatMap((name) => {
      const phase = verdict?.phases.find((one) => one.name === name);
      return phase !== undefined && phase.passed > 0 ? [] : [`phase ${name} lost its results`];
    });

export const both =
  (...complaints: readonly Complain[]): Complain =>
  async (seen) => {
    const all: string[] = [];
    for (const complain of complaints) all.push(...(await complain(seen)));
    return all;
  };
