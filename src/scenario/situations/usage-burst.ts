import { addDays, instant } from '../../model/date.ts';
import { canonicalDecimal } from '../../model/decimal.ts';
import type { TargetSession } from '../../target/session.ts';
import type { World } from '../world.ts';

/** Batches of one customer that are under way together. */
const batchesPerCustomer = 20;

/**
 * Sends many batches of the same customers at one instant, one unit of gigabytes in each, and expects that what the target
 * accepted is what it holds. What is accepted under load must not be overwritten by what comes with it.
 */
export async function expectBurstKept(
  world: World,
  session: TargetSession,
  customerIds: readonly string[],
): Promise<void> {
  const today = await session.today();
  const at = instant(`${today}T12:00:00Z`);
  const sends = customerIds.flatMap((customerId, customer) =>
    Array.from({ length: batchesPerCustomer }, async (_, batch) => {
      const id = `${world.checkId}-burst-${customer}-${batch}`;
      const [result] = await session.sendUsage([{ id, customerId, meter: 'gigabytes', quantity: '1', at }]);
      return { customerId, isAccepted: result?.outcome === 'accepted' };
    }),
  );
  const results = await Promise.all(sends);
  world.expectThat(results.length > 0, 'Nothing was sent, so nothing was proven.');
  for (const customerId of customerIds) {
    const accepted = results.filter((result) => result.customerId === customerId && result.isAccepted).length;
    world.expectEqual(`batches accepted of ${customerId}`, batchesPerCustomer, accepted);
    const period = { from: today, to: addDays(today, 7) };
    const held = await session.billedUsage(customerId, 'gigabytes', period);
    world.expectEqual(`units held of ${customerId}`, String(accepted), canonicalDecimal(held));
  }
}
