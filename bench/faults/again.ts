import type { JournalRecord } from '../../src/model/observing/record.ts';
import type { Expectation, Seen } from './row.ts';
import { recordsIn } from './watched.ts';

type Complain = NonNullable<Expectation['also']>;

/**
 * The run is taken up again and ends as an undisturbed one would; nothing that had a result is run again, but for the phases
 * named, whose steps build on one another.
 */
export const resumesToGo =
  (...anew: readonly string[]): Complain =>
  async (seen) => {
    const { scene, runDir } = seen;
    if (runDir === null) return ['no run to take up again'];
    const before = finishedIn(recordsIn(runDir));
    const again = await scene.start(['run', '--resume', runDir.split('/').at(-1) ?? '']).ended;
    const after = recordsIn(runDir);
    const twice = finishedIn(after.slice(after.findLastIndex(({ kind }) => kind === 'run-resumed'))).filter(
      (id) => before.includes(id) && !anew.some((phase) => id.startsWith(`${phase}-`)),
    );
    return [
      ...(again.exitCode === 0
        ? []
        : [
            `--resume ended with ${again.exitCode}: ${again.stdout.slice(0, 1500)} ${again.stderr.slice(-500)}`,
          ]),
      ...(twice.length === 0 ? [] : [`these had a result and were run again: ${twice.join(', ')}`]),
    ];
  };

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
