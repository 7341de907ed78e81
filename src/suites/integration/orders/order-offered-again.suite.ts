import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { check } from '../../../scenario/check.ts';
import { importAll, imported, order, orderedPlan } from '../../../scenario/situations/order-chain.ts';
import { onStreetOn, orderNeeds } from '../../../scenario/situations/order-street.ts';

const start = localDate('2026-01-01');

describe('An order that could not be taken', () => {
  check(
    'is taken when it is offered again after its cause is mended, and once',
    { topic: 'order-to-cash', needs: orderNeeds, tags: ['@edge', '@risk-high'] },
    async (world) => {
      await onStreetOn(world, start, async ({ session, source }) => {
        const wanted = order(`${world.checkId}-early`, start);
        source.offer(wanted);
        const kinds = (results: Awaited<ReturnType<typeof importAll>>) => results.map(({ kind }) => kind);
        world.expectEqual('before there is its plan', ['rejected'], kinds(await importAll(session, 2)));
        await session.publish(orderedPlan);
        source.offer(wanted);
        const again = await importAll(session, 2);
        world.expectEqual('when there is its plan', ['imported'], kinds(again));
        source.offer(wanted);
        world.expectEqual('after that', ['known'], kinds(await importAll(session, 2)));
        for (const { customerId } of imported(again))
          world.expectEqual('its invoices', 1, (await session.invoices(customerId)).length);
      });
    },
  );
});
