import type { JournalRecord } from '../../../src/model/observing/record.ts';
import { fromTheBeginning, midway, outage, outageMidway } from '../outage.ts';
import { hangUp } from '../proxy/acts.ts';
import { everything } from '../proxy/matches.ts';
import type { Row } from '../row.ts';
import { byProxy, inNamespace } from '../setup.ts';
import { watchRun } from '../watched.ts';

function isUnwell(record: JournalRecord): boolean {
  return record.kind === 'check-finished' && record.status !== 'passed';
}

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
];
