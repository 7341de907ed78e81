import { type MemoryWatch, watchMemory } from '../memory.ts';
import { gzipBomb } from '../proxy/bodies.ts';
import type { Act } from '../proxy/exchange.ts';
import { call } from '../proxy/matches.ts';
import { type Poured, pour } from '../proxy/raw-answers.ts';
import type { Row } from '../row.ts';
import type { Scene } from '../scene.ts';
import { byProxy } from '../setup.ts';

/** A healthy run needs about 250 MiB in its largest process. */
const memoryMaxMiB = 500;
/** Per call; what is on its way in buffers of the machine is in it. */
const pouredMaxBytes = 64 * 1024 * 1024;
const twoGigabytes = 2 * 1024 ** 3;

const memory = new WeakMap<Scene, MemoryWatch>();

/** 33: answers that would fill the memory. They are cut at a cap, and the product fails. */
export const endlessAnswers: readonly Row[] = [
  row('33a', 'a body of 2 GB', (poured) => pour(poured, twoGigabytes)),
  row('33b', 'a body without end', (poured) => pour(poured, null)),
  row('33c', 'one mebibyte that is one gibibyte when it is unpacked', () => gzipBomb),
];

function row(id: string, title: string, actOf: (poured: Poured) => Act): Row {
  const most = new WeakMap<Scene, Poured[]>();
  return {
    id,
    group: 'B',
    title: `the books are answered with ${title}`,
    setup: byProxy(),
    fault: async (scene) => {
      const watch = watchMemory(scene.project);
      scene.atEnd(() => watch.stop());
      memory.set(scene, watch);
      const calls: Poured[] = [];
      most.set(scene, calls);
      scene.proxy.when(call('GET', /^\/v1\/ledger/), (exchange) => {
        const poured = { bytes: 0 };
        calls.push(poured);
        return actOf(poured)(exchange);
      });
      return scene.run();
    },
    expect: {
      exitCodes: [1],
      verdict: 'NO-GO',
      neverSays: [/our own fault/],
      also: ({ scene }) => {
        const peak = memory.get(scene)?.peakMiB() ?? 0;
        const calls = most.get(scene) ?? [];
        const large = calls.filter(({ bytes }) => bytes > pouredMaxBytes);
        return [
          ...(calls.length === 0 ? ['nobody read the books'] : []),
          ...(peak > memoryMaxMiB ? [`a process grew to ${peak} MiB; at most ${memoryMaxMiB}`] : []),
          ...large.map(({ bytes }) => `${bytes} bytes of one answer were taken`),
        ];
      },
    },
  };
}
