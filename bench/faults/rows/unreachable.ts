import type { JournalRecord } from '../../../src/model/observing/record.ts';
import { hangUp } from '../proxy/acts.ts';
import { everything } from '../proxy/matches.ts';
import type { Expectation, Row, Seen } from '../row.ts';
import type { Scene } from '../scene.ts';
import { byProxy, inNamespace } from '../setup.ts';

/** An outage is nobody's wrong bill: no check may be called the product's failure. */
const outage: Expectation = {
  exitCodes: [2],
  verdict: 'INCOMPLETE',
  also: (seen) => [...blamedProduct(seen), ...withoutProbe(seen)],
};

function blamedProduct({ verdict }: Seen): string[] {
  const failed = verdict?.phases.filter(({ failed }) => failed > 0) ?? [];
  return failed.map(
    ({ name, failed: count }) => `${name}: ${count} checks are called failures of the product`,
  );
}

function withoutProbe({ records }: Seen): string[] {
  const isSilent = (record: JournalRecord) => record.kind === 'probe' && record.result === 'silent';
  return records.some(isSilent) ? [] : ['no probe says that the target was silent'];
}

/** The same fault while the integration phase is at work. */
const midway = (fault: (scene: Scene) => Promise<void> | void): Row['fault'] => {
  return async (scene) => {
    const run = scene.startRun();
    await run.line(/^integration: begins/m);
    await fault(scene);
    return run.ended;
  };
};

const atOnce = (fault: (scene: Scene) => Promise<void> | void): Row['fault'] => {
  return async (scene) => {
    await fault(scene);
    return scene.run();
  };
};

/** 27: the target cannot be reached. */
export const unreachable: readonly Row[] = [
  {
    id: '27a',
    group: 'B',
    title: 'connections are refused from the beginning',
    setup: byProxy(),
    fault: atOnce(({ proxy }) => proxy.refuse()),
    expect: { ...outage, says: [/ECONNREFUSED/] },
  },
  {
    id: '27b',
    group: 'B',
    title: 'every connection is taken and ended without a word',
    setup: byProxy(),
    fault: atOnce(({ proxy }) => void proxy.when(everything, hangUp)),
    expect: outage,
  },
  {
    id: '27c',
    group: 'B',
    title: 'connections are refused from the integration phase on',
    setup: byProxy(),
    fault: midway(({ proxy }) => proxy.refuse()),
    expect: { ...outage, says: [/ECONNREFUSED/] },
  },
  {
    id: '27d',
    group: 'B',
    title: 'nobody knows the host from the beginning',
    setup: inNamespace(),
    fault: atOnce(({ namespace }) => namespace.forgetName()),
    expect: { ...outage, says: [/ENOTFOUND|EAI_AGAIN/] },
  },
  {
    id: '27e',
    group: 'B',
    title: 'nobody knows the host from the integration phase on',
    setup: inNamespace(),
    fault: midway(({ namespace }) => namespace.forgetName()),
    expect: outage,
  },
  {
    id: '27f',
    group: 'B',
    title: 'no route leads to the host from the beginning',
    setup: inNamespace(),
    fault: atOnce(({ namespace }) => namespace.makeUnroutable()),
    expect: { ...outage, says: [/EHOSTUNREACH|ENETUNREACH/] },
  },
  {
    id: '27g',
    group: 'B',
    title: 'no route leads to the host from the integration phase on',
    setup: inNamespace(),
    fault: midway(({ namespace }) => namespace.makeUnroutable()),
    expect: outage,
  },
  {
    id: '27h',
    group: 'B',
    title: 'what is sent is lost on the way from the beginning',
    setup: inNamespace(),
    fault: atOnce(({ namespace }) => namespace.makeSilent()),
    expect: { ...outage, hangsAfterSeconds: 180 },
  },
  {
    id: '27i',
    group: 'B',
    title: 'the target is away for a moment in the integration phase, and answers again',
    setup: byProxy(),
    fault: midway(async ({ proxy }) => {
      await proxy.refuse();
      setTimeout(() => void proxy.takeAgain(), 1500);
    }),
    expect: { exitCodes: [1, 2] },
  },
];
