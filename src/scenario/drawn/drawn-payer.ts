import type { LocalDate } from '../../model/date.ts';
import { moneyOf } from '../../model/money.ts';
import type { TargetSession } from '../../target/session.ts';
import type { World } from '../world.ts';
import { firstDay } from './customer-history.ts';
import { moneyFaker, payingHistory } from './drawn-money.ts';
import { MoneyLife, type MoneyPlace } from './money-life.ts';
import { playHistories } from './play-history.ts';

/** A customer drawn from the seed whose money moves in all ways. */
export interface DrawnPayer {
  readonly session: TargetSession;
  readonly customerId: string;
  readonly name: string;
  readonly done: MoneyLife['done'];
  /** Up to a bill, then up to three things that are done with the money. */
  month(day: LocalDate): Promise<void>;
  /** He stands as the oracle says after all that was done. */
  expectStanding(day: LocalDate): Promise<void>;
}

const actsMax = 3;

export async function openDrawnPayer(world: World): Promise<DrawnPayer> {
  const faker = moneyFaker(world.seed);
  const history = payingHistory(faker);
  const { name } = history;
  const start = firstDay([history]);
  const session = await world.target(start);
  // Played as far as the order: what follows is drawn day by day.
  const ordered = { ...history, billing: { ...history.billing, until: start } };
  const played = await playHistories(session, [ordered], { key: world.checkId, steps: 'jump' });
  const { customerId } = played.get(name) ?? { customerId: '' };
  const life = new MoneyLife(world, history);
  const terms = { rate: '1', priority: 1, expires: null, charges: null } as const;
  const key = `${world.checkId}-wallet`;
  const wallet = await session.openWallet({ key, customerId, name: 'Prepaid', ...terms });
  const place: MoneyPlace = { session, customerId, walletId: wallet.id };
  return {
    session,
    customerId,
    name,
    done: life.done,
    month: async (day) => {
      if (day > start) await session.advanceTo(day);
      life.billed(await session.invoices(customerId));
      const acts = faker.number.int({ min: 0, max: actsMax });
      for (let count = 0; count < acts; count += 1) await life.act(faker, place);
    },
    expectStanding: (day) =>
      expectStanding(world, { place, name, day, life, currency: history.billing.currency }),
  };
}

interface DayOfMoney {
  readonly place: MoneyPlace;
  readonly name: string;
  readonly day: LocalDate;
  readonly life: MoneyLife;
  readonly currency: string;
}

async function expectStanding(world: World, { place, name, day, life, currency }: DayOfMoney): Promise<void> {
  const { session, customerId } = place;
  const explanation = `So far: ${life.done.join(', ') || 'nothing'} (seed ${world.seed}).`;
  const invoices = await session.invoices(customerId);
  const [wallet] = await session.wallets(customerId);
  const { amount } = await session.balance(customerId);
  const { dues, balance, prepaid } = life.standing;
  world.expectEqual(`${name}, number of invoices on ${day}`, dues.length, invoices.length);
  const figures = [
    ...dues.map((due, index) => ({
      measure: `left to pay of invoice ${index + 1} on ${day}`,
      expected: due,
      actual: invoices[index]?.due,
      nature: 'charge' as const,
    })),
    { measure: `balance on ${day}`, expected: balance, actual: amount, nature: 'credit' as const },
    {
      measure: `prepaid credit on ${day}`,
      expected: prepaid,
      actual: wallet?.balance,
      nature: 'credit' as const,
    },
  ];
  for (const { measure, expected, actual, nature } of figures)
    world.expectMoney({
      measure,
      expected: moneyOf(expected, currency),
      actual: actual ?? moneyOf(0n, currency),
      nature,
      customer: name,
      explanation,
    });
}
