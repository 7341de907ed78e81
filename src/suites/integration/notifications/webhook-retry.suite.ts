import { setTimeout as pause } from 'node:timers/promises';
import { describe } from 'vitest';
import type { TrackedDelivery } from '../../../model/billing/webhook.ts';
import { localDate } from '../../../model/date.ts';
import type { BillingSession } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { openContract } from '../../../scenario/situations/open-contract.ts';
import { openWebhookReceiver } from '../../../scenario/webhook-receiver.ts';

/** What became of everything that is to be told; still with what is pending when the time is over. */
async function endedLog(session: BillingSession): Promise<readonly TrackedDelivery[]> {
  for (let waited = 0; ; waited += 1) {
    const log = await session.webhookLog();
    if (waited === 100 || log.every(({ state }) => state !== 'pending')) return log;
    await pause(50);
  }
}

describe('A receiver that is down', () => {
  check(
    'is tried at growing distances and then given up; what was given up is listed, and told when it is asked for again, and what happens next is told like before',
    {
      topic: 'webhook',
      needs: ['clock', 'price.flat', 'webhook', 'webhook.drill', 'webhook.log'],
      tags: ['@risk-high'],
    },
    async (world) => {
      let isDown = true;
      const triedAtMs: number[] = [];
      const receiver = await openWebhookReceiver({
        isDown: () => {
          triedAtMs.push(performance.now());
          return isDown;
        },
      });
      try {
        const start = localDate('2026-01-01');
        const session = await world.target(start);
        await session.registerWebhook(receiver.url);
        const plan = monthlyPlan('basic', [fee('20.00')]);
        await openContract(world, { customer: 'Acme', plan, start, session });
        const log = await endedLog(session);
        world.expectEqual(
          'what became of the events',
          log.map(() => 'given-up'),
          log.map(({ state }) => state),
        );
        const [first] = log;
        const pausesMs = first?.pausesMs ?? [];
        const isGrowing = pausesMs.every((ms, index) => ms > (pausesMs[index - 1] ?? 0));
        world.expectThat(
          pausesMs.length > 1 && isGrowing,
          `Between attempts, found pauses of ${pausesMs.join(', ')} ms, expected several, each longer than the one before.`,
        );
        const attempts = log.reduce((sum, each) => sum + each.pausesMs.length + 1, 0);
        world.expectEqual('attempts that reached the receiver', attempts, triedAtMs.length);
        // A timer may end a moment early; a busy machine only makes pauses longer.
        const tooEarly = pausesMs.filter(
          (ms, index) => (triedAtMs[index + 1] ?? 0) - (triedAtMs[index] ?? 0) < ms - 20,
        );
        world.expectEqual('attempts before their time', [], tooEarly);

        isDown = false;
        await session.redeliver('as-happened');
        await receiver.arrived(attempts + log.length);
        const again = (await endedLog(session)).slice(log.length);
        const wanted = log.map(({ eventId }) => `${eventId} delivered`);
        world.expectEqual(
          'told when asked for again',
          wanted,
          again.map(({ eventId, state }) => `${eventId} ${state}`),
        );

        await session.advanceTo(localDate('2026-02-01'));
        const next = (await endedLog(session)).slice(2 * log.length);
        world.expectThat(next.length > 0, 'Nothing was to be told of the invoice after the outage.');
        world.expectEqual(
          'what became of the news after it',
          next.map(() => 'delivered'),
          next.map(({ state }) => state),
        );
      } finally {
        await receiver.close();
      }
    },
  );
});
