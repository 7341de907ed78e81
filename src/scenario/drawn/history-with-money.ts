import { base, en, Faker } from '@faker-js/faker';
import { addDays, daysBetween } from '../../model/date.ts';
import type { TargetSession } from '../../target/session.ts';
import { expectBilling } from '../billing-agreement.ts';
import type { World } from '../world.ts';
import type { AccountLife } from './account-act.ts';
import { nothingBooked } from './account-days.ts';
import { actsOf, expectSoundAfter } from './account-life.ts';
import { fill, walletForAll } from './acts-of-credits.ts';
import { announcedBills } from './announced-bills.ts';
import { type CustomerHistory, firstDay } from './customer-history.ts';
import { generatedHistories } from './generated-history.ts';
import { kindsFor } from './kinds-of-acts.ts';
import { type BesidesAct, type PlayedCustomer, playHistories } from './play-history.ts';

const acts = 24;
const actsPerLook = 5;

/**
 * Customers whose contracts are drawn in all that can be sold, and whose money moves meanwhile: after each act the account
 * has to be sound. Where bills are kept as they are, the oracle's have
 * to come, each as it was announced.
 */
export async function expectHistoriesWithMoney(
  world: World,
  salt: string,
  of: { readonly bills: 'kept' | 'changed' },
): Promise<void> {
  const histories = generatedHistories({ seed: world.seed, salt, count: world.casesOf(2) });
  const session = await world.target(firstDay(histories));
  const lives = await playWithMoney(world, { session, histories, salt, ...of });
  if (of.bills === 'changed') return;
  for (const history of histories) {
    const { customerId = '' } = lives.get(history.name)?.contract ?? {};
    expectBilling(world, history, await session.invoices(customerId));
  }
}

interface MoneyPlay {
  readonly session: TargetSession;
  readonly histories: readonly CustomerHistory[];
  readonly salt: string;
  readonly bills: 'kept' | 'changed';
  /** After each act; whether the account is sound, unless told otherwise. */
  readonly look?: (life: AccountLife, after: string) => Promise<void>;
}

/** Answers who lived, by name. */
export async function playWithMoney(
  world: World,
  play: MoneyPlay,
): Promise<ReadonlyMap<string, AccountLife>> {
  const { session, histories } = play;
  const lives = new Map<string, AccountLife>();
  const besides = histories.flatMap((history) => {
    const acts = moneyActs(world, { ...play, history, lives });
    if (play.bills === 'changed') return acts;
    const { mornings, evenings } = announcedBills(world, history, lives);
    return [...mornings, ...acts, ...evenings];
  });
  const played = await playHistories(session, histories, { key: world.checkId, steps: 'jump', besides });
  for (const [name, { subscriptionIds }] of played)
    lives.get(name)?.started.push(...subscriptionIds.values());
  for (const life of lives.values()) await expectSoundAfter(life, 'all');
  return lives;
}

/** On any days from his order on. */
function moneyActs(
  world: World,
  play: MoneyPlay & { readonly history: CustomerHistory; readonly lives: Map<string, AccountLife> },
): readonly BesidesAct[] {
  const { session, history, salt, bills, lives, look = lookNowAndThen } = play;
  const { name, billing } = history;
  const faker = new Faker({ locale: [en, base] });
  faker.seed([world.seed, ...new TextEncoder().encode(`money of ${name}, ${salt}`)]);
  const kinds = kindsFor({ world }).filter(
    ({ besideContract }) => besideContract === 'keeps-bills' || (bills === 'changed' && besideContract),
  );
  const from = firstDay([history]);
  const max = daysBetween(from, billing.until) - 1;
  return Array.from({ length: actsOf(world, acts) }, () => ({
    on: addDays(from, faker.number.int({ min: 0, max })),
    act: async (_, played) => {
      const life = lives.get(name) ?? (await begin({ world, faker, session }, history, played.get(name)));
      lives.set(name, life);
      life.number += 1;
      const kind = faker.helpers.arrayElement(kinds);
      const isDone = await kind.act(life);
      await look(life, `${kind.name} (act ${life.number}, ${isDone ? 'done' : 'refused'})`);
    },
  }));
}

/** Looking costs more than acting, and what is wrong mostly stays: with the least effort it is looked at less often. */
async function lookNowAndThen(life: AccountLife, after: string): Promise<void> {
  const actsAtATime = life.world.configuration.effort === 1 ? actsPerLook : 1;
  if (life.number % actsAtATime === 0) await expectSoundAfter(life, after);
}

/** As soon as there is somebody, he has a wallet with something in it. */
async function begin(
  of: { readonly world: World; readonly faker: Faker; readonly session: TargetSession },
  history: CustomerHistory,
  played: PlayedCustomer | undefined,
): Promise<AccountLife> {
  const { world, session } = of;
  const { name, country, billing } = history;
  const { customerId = '', subscriptionIds = new Map() } = played ?? {};
  const [subscriptionId = ''] = subscriptionIds.values();
  const key = `${world.checkId}-${name}-money`;
  const wallet = { name: walletForAll, priority: 1, charges: null, expires: null, rate: '1' };
  const { id: walletId } = await session.openWallet({ key: `${key}-wallet`, customerId, ...wallet });
  const subscription = await session.subscription(subscriptionId);
  const [ordered, none] = [firstDay([history]), ''];
  const life: AccountLife = {
    ...{ world, faker: of.faker, key, name, country, currency: billing.currency, number: 0 },
    contract: { session, customerId, subscription },
    plans: { small: none, large: none, extra: none },
    ...{ firstDay: ordered, booked: nothingBooked(ordered) },
    ...{ started: [], addOns: [], bills: 'come', cash: 0n, lost: new Map() },
  };
  await fill(life, { key: `${key}-first`, walletId, credits: '30' });
  return life;
}
