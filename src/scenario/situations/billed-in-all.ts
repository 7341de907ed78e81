import { localDate } from '../../model/date.ts';
import { parseMoney, sumMoney } from '../../model/money.ts';
import type { World } from '../world.ts';
import type { OpenContract } from './open-contract.ts';

/** Whatever became of single invoices: what stands on all that are in force, taken together. */
export async function expectBilledInAll(
  world: World,
  { session, customerId }: Pick<OpenContract, 'session' | 'customerId'>,
  { net, because }: { readonly net: string; readonly because: string },
): Promise<void> {
  const inForce = (await session.invoices(customerId)).filter(({ status }) => status === 'finalised');
  world.expectMoney({
    measure: 'billed in all',
    expected: parseMoney(net, 'EUR'),
    actual: sumMoney(
      inForce.map(({ total }) => total),
      'EUR',
    ),
    nature: 'charge',
    customer: 'Acme',
    explanation: because,
  });
}

/** A day, and what stands on all invoices once it has come. */
export type NetOnDay = readonly [day: string, net: string];

/** The same at the end of each of the days: what was due is billed by then, and nothing before. */
export async function expectNetByDay(
  world: World,
  contract: Pick<OpenContract, 'session' | 'customerId'>,
  { net, because }: { readonly net: readonly NetOnDay[]; readonly because: string },
): Promise<void> {
  for (const [day, amount] of net) {
    await contract.session.advanceTo(localDate(day));
    await expectBilledInAll(world, contract, { net: amount, because: `By ${day}. ${because}` });
  }
}
