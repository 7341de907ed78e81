import type { JournalRecord } from '../../../src/model/observing/record.ts';
import { fromTheBeginning, midway, outage, outageMidway } from '../outage.ts';
import { hangUp } from '../proxy/acts.ts';
import { everything } from '../proxy/matches.ts';
import type { Row } from '../row.ts';
import { byProxy, hosted, inNamespace } from '../setup.ts';
import { watchRun } from '../watched.ts';

function isUnwell(record: JournalRecord): boolean {
  return record.kind === 'check-finished' && record.status !== 'passed';
}

/** Takes its time in the sandbox only: whoever lists the defects is not to wait for ever. */
const deaf = `
if (process.argv.includes('--port')) await new Promise((later) => setTimeout(later, 3_600_000));
export const neverListens = {
  name: 'never-listens',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'under-billed',
  severity: 'major',
  title: 'It is loaded for an hour',
  rules: { prorationShare: () => ({ days: 1, ofDays: 1 }) },
};
`;

/** 27: the target cannot be reached. */
export const unreachable: readonly Row[] = [
  {
    id: '27a',
    group: 'B',
    title: 'connections are refused from the beginning',
    setup: byProxy(),
    fault: fromTheBeginning(({ proxy }) => proxy.refuse()),
    expect: { ...outage, says: [/ECONNREFUSED/] },
  },
  {
    id: '27b',
    group: 'B',
    title: 'every connection is taken and ended without a word',
    setup: byProxy(),
    fault: fromTheBeginning(({ proxy }) => proxy.when(everything, hangUp)),
    expect: outage,
  },
  {
    id: '27c',
    group: 'B',
    title: 'connections are refused from the integration phase on',
    setup: byProxy(),
    fault: midway(({ proxy }) => proxy.refuse()),
    expect: { ...outageMidway, says: [/ECONNREFUSED/] },
  },
  {
    id: '27d',
    group: 'B',
    title: 'nobody knows the host from the beginning',
    setup: inNamespace(),
    fault: fromTheBeginning(({ namespace }) => namespace.forgetName()),
    expect: { ...outage, says: [/ENOTFOUND|EAI_AGAIN/] },
  },
  {
    id: '27e',
    group: 'B',
    title: 'nobody knows the host from the integration phase on',
    setup: inNamespace(),
    fault: midway(({ namespace }) => namespace.forgetName()),
    expect: outageMidway,
  },
  {
    id: '27f',
    group: 'B',
    title: 'no route leads to the host from the beginning',
    setup: inNamespace(),
    fault: fromTheBeginning(({ namespace }) => namespace.makeUnroutable()),
    expect: { ...outage, says: [/EHOSTUNREACH|ENETUNREACH/] },
  },
  {
    id: '27g',
    group: 'B',
    title: 'no route leads to the host from the integration phase on',
    setup: inNamespace(),
    fault: midway(({ namespace }) => namespace.makeUnroutable()),
    expect: outageMidway,
  },
  {
    id: '27h',
    group: 'B',
    title: 'what is sent is lost on the way from the beginning',
    setup: inNamespace(),
    fault: fromTheBeginning(({ namespace }) => namespace.makeSilent()),
    expect: outage,
  },
  {
    id: '27i',
    group: 'B',
    title: 'the target is away for a moment in the integration phase, and answers again',
    setup: byProxy(),
    fault: async (scene) => {
      const run = await watchRun(scene);
      await run.started.line(/^integration: begins/m);
      await scene.proxy.refuse();
      // A moment is as long as it takes somebody to notice, on a busy machine too.
      await run.sees('the outage in a check', isUnwell);
      await scene.proxy.takeAgain();
      return run.ended;
    },
    expect: { exitCodes: [1, 2] },
  },
  {
    id: '27j',
    group: 'B',
    title: 'the sandbox that the run starts is there, and never listens',
    setup: hosted(),
    fault: async (scene) => {
      await scene.write('defects/deaf.mjs', deaf);
      return scene.start(['run', '--defects', 'defects', '--defect', 'never-listens']).ended;
    },
    expect: {
      exitCodes: [2],
      verdict: 'INCOMPLETE',
      reasons: [/The built-in sandbox could not be started: it did not listen within 60000 ms/],
      also: ({ records }) =>
        records.some(({ kind }) => kind === 'check-finished') ? ['a check has a result of nobody'] : [],
    },
  },
];
