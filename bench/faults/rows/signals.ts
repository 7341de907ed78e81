import type { JournalRecord } from '../../../src/model/observing/record.ts';
import { both, resumesToGo } from '../again.ts';
import type { Row } from '../row.ts';
import { hosted } from '../setup.ts';
import { begins, checkOf, watchRun } from '../watched.ts';

interface Signalled {
  readonly id: string;
  readonly signals: readonly NodeJS.Signals[];
  readonly where: string;
  readonly when: (record: JournalRecord) => boolean;
}

const cases: readonly Signalled[] = [
  { id: '13a', signals: ['SIGINT'], where: 'unit', when: checkOf('check-finished', 'unit') },
  { id: '13b', signals: ['SIGTERM'], where: 'integration', when: checkOf('check-finished', 'integration') },
  { id: '13c', signals: ['SIGHUP'], where: 'the load', when: begins('performance/load') },
  { id: '13d', signals: ['SIGINT', 'SIGINT'], where: 'uat', when: checkOf('check-finished', 'uat') },
];

/** 13: somebody asks the run to end. */
export const signals: readonly Row[] = cases.map((one): Row => {
  let sealedAfterMs = Number.NaN;
  return {
    id: one.id,
    group: 'A',
    title: `${one.signals.join(' and again ')} in ${one.where}: sealed within 5 s, and taken up again`,
    setup: hosted(),
    fault: async (scene) => {
      const run = await watchRun(scene);
      await run.sees(one.where, one.when);
      const began = performance.now();
      for (const signal of one.signals) {
        run.started.child.kill(signal);
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
      const ended = await run.ended;
      sealedAfterMs = performance.now() - began;
      return ended;
    },
    expect: {
      exitCodes: [2],
      reasons: [/interrupted/],
      also: both(
        () => (sealedAfterMs < 5_000 ? [] : [`it took ${Math.round(sealedAfterMs)} ms to be sealed`]),
        ({ records }) =>
          records.at(-1)?.kind === 'run-finished' ? [] : ['the journal does not end with run-finished'],
        ({ ended }) => (/--resume/.test(ended.stdout + ended.stderr) ? [] : ['it does not say how to go on']),
        resumesToGo('performance', 'migration'),
      ),
    },
  };
});
