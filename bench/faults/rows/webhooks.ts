import { setTimeout as pause } from 'node:timers/promises';
import { type MemoryWatch, watchMemory } from '../memory.ts';
import { type DeliveryFault, relayWebhooks } from '../proxy/webhook-relay.ts';
import type { Expectation, Row } from '../row.ts';
import type { Scene } from '../scene.ts';
import { byProxy } from '../setup.ts';

const patienceMs = 20_000;
const memoryMaxMiB = 500;
const memory = new WeakMap<Scene, MemoryWatch>();

const wrong: Expectation = { exitCodes: [1], verdict: 'NO-GO' };

/** 42: notifications that come twice, late, in another order, or by the thousand. */
export const webhooks: readonly Row[] = [
  row('42a', 'each notification comes twice', { faultOf: () => twice, expect: wrong }),
  row('42b', 'each notification comes only after 20 s', { faultOf: () => late(patienceMs), expect: wrong }),
  row('42c', 'each notification comes a second late', {
    faultOf: () => late(1000),
    expect: {
      exitCodes: [0],
      verdict: 'GO',
      harmless: 'a moment of patience is part of the check, and everything was told once',
    },
  }),
  row('42d', 'notifications come in another order', {
    faultOf: reordered,
    expect: {
      exitCodes: [0],
      verdict: 'GO',
      harmless: 'each was told once and signed; an order is not promised',
      also: ({ scene }) => ((swaps.get(scene) ?? 0) > 0 ? [] : ['no two came in another order']),
    },
  }),
  row('42e', 'each notification comes with 300 that are forged', {
    faultOf: () => flood(300, 1000),
    expect: wrong,
  }),
  row('42f', 'each notification comes with 60 of 4 MiB', {
    faultOf: () => flood(60, 4 * 1024 * 1024),
    expect: {
      exitCodes: [0, 1],
      harmless: 'what is larger than any event is refused before it is kept; the true ones were told once',
      also: ({ scene }) => {
        const peak = memory.get(scene)?.peakMiB() ?? 0;
        return peak > memoryMaxMiB ? [`a process grew to ${peak} MiB; at most ${memoryMaxMiB}`] : [];
      },
    },
  }),
  row('42g', 'no notification comes', { faultOf: () => async () => 204, expect: wrong }),
];

const twice: DeliveryFault = async ({ send }) => {
  await send();
  return send();
};

const late =
  (milliseconds: number): DeliveryFault =>
  async ({ send }) => {
    setTimeout(() => void send(), milliseconds).unref();
    return 204;
  };

const swaps = new WeakMap<Scene, number>();

/** Each is held back until another came, or a second is over. */
function reordered(scene: Scene): DeliveryFault {
  let held: (() => void) | null = null;
  return async ({ send }) => {
    if (held !== null) {
      await send();
      held();
      held = null;
      swaps.set(scene, (swaps.get(scene) ?? 0) + 1);
      return 204;
    }
    const turn = new Promise<void>((resolve) => {
      held = resolve;
    });
    void Promise.race([turn, pause(1000)]).then(() => {
      held = null;
      return send();
    });
    return 204;
  };
}

const flood =
  (count: number, bytes: number): DeliveryFault =>
  async ({ send }) => {
    for (let n = 0; n < count; n += 1) await send(`{"forged":${n},"fill":"${'x'.repeat(bytes)}"}`);
    return send();
  };

function row(
  id: string,
  title: string,
  { faultOf, expect }: { readonly faultOf: (scene: Scene) => DeliveryFault; readonly expect: Expectation },
): Row {
  return {
    id,
    group: 'B',
    title,
    setup: byProxy(),
    fault: async (scene) => {
      const watch = watchMemory(scene.project);
      scene.atEnd(() => watch.stop());
      memory.set(scene, watch);
      relayWebhooks(scene.proxy, faultOf(scene));
      return scene.run();
    },
    expect,
  };
}
