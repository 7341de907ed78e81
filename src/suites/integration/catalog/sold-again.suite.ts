import { describe } from 'vitest';
import { type LocalDate, localDate } from '../../../model/date.ts';
import { parseMoney, sumMoney } from '../../../model/money.ts';
import { refusalOf } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';
import { orderFor } from '../../../scenario/situations/withdrawn-plan.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['clock', 'price.flat', 'price.versions', 'price.sold-until'] as const;
const tags = ['@edge', '@risk-high'];
const club = (amount: string, from: string) =>
  monthlyPlan('club', [fee(amount)], { effectiveFrom: localDate(from) });

/** What becomes of Club on a day: its price for who orders it then, and none while it is off the list. */
const orders: readonly (readonly [day: string, price: string | null])[] = [
  ['2026-03-09', '35.00'],
  ['2026-03-10', null],
  ['2026-05-04', null],
  ['2026-05-05', '40.00'],
  ['2026-06-19', '40.00'],
  ['2026-06-20', null],
  ['2026-07-09', null],
  ['2026-07-10', '50.00'],
];

/** Acme has Basic since 1 February; Club comes and goes, and each is told some days before. */
async function comingAndGoing(world: World): Promise<OpenContract> {
  const start = localDate('2026-02-01');
  const session = await world.target(start);
  await session.publish(club('35.00', '2020-01-01'));
  const plan = monthlyPlan('basic', [fee('30.00')]);
  return openContract(world, { customer: 'Acme', plan, start, session });
}

const news: readonly {
  readonly toldOn: string;
  readonly tell: (contract: OpenContract) => Promise<unknown>;
}[] = [
  { toldOn: '2026-03-01', tell: ({ session }) => session.withdrawPlan('club', localDate('2026-03-10')) },
  { toldOn: '2026-04-20', tell: ({ session }) => session.publish(club('40.00', '2026-05-05')) },
  { toldOn: '2026-06-01', tell: ({ session }) => session.withdrawPlan('club', localDate('2026-06-20')) },
  { toldOn: '2026-07-01', tell: ({ session }) => session.publish(club('50.00', '2026-07-10')) },
];

async function expectOrder(
  world: World,
  contract: OpenContract,
  { day, price }: { readonly day: LocalDate; readonly price: string | null },
): Promise<void> {
  const { session, customerId } = contract;
  const before = new Set((await session.invoices(customerId)).map(({ id }) => id));
  const answer = await refusalOf(orderFor(world, contract, { plan: 'club', start: day }));
  if (price === null) {
    world.expectRefused(answer, `An order of ${day} was taken for a plan that was off the list.`);
    return;
  }
  world.expectEqual(`an order of ${day}`, 'accepted', answer);
  const made = (await session.invoices(customerId)).filter(({ id }) => !before.has(id));
  world.expectMoney({
    measure: `first bill of the order of ${day}`,
    expected: parseMoney(price, 'EUR'),
    actual: sumMoney(
      made.map(({ total }) => total),
      'EUR',
    ),
    nature: 'charge',
    customer: 'Acme',
    explanation: `Club costs EUR ${price} on that day.`,
  });
}

describe('A plan that is taken off the list and put on it again, twice,', () => {
  check(
    'is ordered at the price of its day while it is there, and never between',
    { topic: 'catalog', needs, tags },
    async (world) => {
      const contract = await comingAndGoing(world);
      const coming = [...news];
      for (const [day, price] of orders) {
        for (let next = coming[0]; next !== undefined && next.toldOn <= day; next = coming[0]) {
          await contract.session.advanceTo(localDate(next.toldOn));
          await next.tell(contract);
          coming.shift();
        }
        await contract.session.advanceTo(localDate(day));
        await expectOrder(world, contract, { day: localDate(day), price });
      }
    },
  );

  check(
    'is on the price list of those days, however much later one looks',
    { topic: 'catalog', needs: [...needs, 'price.list'], tags },
    async (world) => {
      const contract = await comingAndGoing(world);
      const { session } = contract;
      for (const { toldOn, tell } of news) {
        await session.advanceTo(localDate(toldOn));
        await tell(contract);
      }
      for (const [day, price] of orders) {
        const listed = (await session.listedFees(localDate(day))).find(({ plan }) => plan === 'club');
        const expected = price === null ? undefined : parseMoney(price, 'EUR');
        world.expectEqual(`fee of Club on the list of ${day}`, expected, listed?.fee);
      }
    },
  );
});
