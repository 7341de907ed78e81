import type { World } from '../world.ts';
import type { AccountLife } from './account-act.ts';
import { expectBookedSince } from './account-days.ts';
import { expectSoundAccount } from './account-soundness.ts';
import { transfer } from './acts-of-money.ts';
import { beginLife } from './begin-life.ts';
import { endOfBusiness, type KindOfAct, kindsFor } from './kinds-of-acts.ts';

const acts = 22;
/** With the least effort one of so many lives is looked at before its end. */
const livesPerLook = 4;
const last = 'a transfer at the end';
const month = 'a month';
const endsOfAll = 1 / 4;
const actsAfterEnd = 5;
const few = { min: 2, max: 4 };
const some = { min: 6, max: 24 };

/**
 * After each act, whether it was done or refused, the account has to be sound. Looking costs far more than acting: with less
 * effort it is looked at less often, but lives as long, for what is wrong often takes many acts to come to, and stays.
 */
export async function expectSoundLife(
  world: World,
  salt: string,
  of: { readonly currency: string; readonly habits?: 'few' },
): Promise<void> {
  const life = await beginLife(world, { salt, currency: of.currency });
  const actsAtATime = actsBetweenLooks(world);
  const look = async (after: string) => {
    if ((life.number + world.seed) % actsAtATime === 0) await expectSoundAfter(life, after);
  };
  await liveOn(life, look, {
    possible: of.habits === 'few' ? drawnKinds(life, few) : drawnKinds(life, some),
  });
  await expectSoundAfter(life, last);
}

/** Act after act, each followed by a look. */
export async function liveOn(
  life: AccountLife,
  look: (after: string) => Promise<void>,
  of: { readonly actsInAll?: number; readonly possible?: readonly KindOfAct[] } = {},
): Promise<void> {
  const { actsInAll = acts, possible = drawnKinds(life, some) } = of;
  const end = drawnEnd(life, actsInAll);
  const ofMoney = kindsFor(life).filter(({ isOfMoney }) => isOfMoney);
  for (let number = 1; number <= actsInAll; number += 1) {
    life.number = number;
    const kind = number === end ? endOfBusiness : drawnKind(life, number > end ? ofMoney : possible);
    const isDone = await kind.act(life);
    await look(`${kind.name} (act ${number}, ${isDone ? 'done' : 'refused'})`);
  }
  await endLife(life);
}

/** With some all business ends shortly before the last act; their money is moved as before. */
function drawnEnd({ world, faker }: AccountLife, actsInAll: number): number {
  const ends = world.can('customer.closing') && faker.datatype.boolean(endsOfAll);
  return ends ? actsInAll - actsAfterEnd : Number.POSITIVE_INFINITY;
}

/** Most of what is wrong shows on a later bill: every sixth act is a month that goes by. */
function drawnKind({ faker }: AccountLife, possible: readonly KindOfAct[]): KindOfAct {
  const kind = faker.helpers.arrayElement(possible);
  const goesBy = faker.datatype.boolean(1 / 6) ? possible.find(({ name }) => name === month) : undefined;
  return goesBy ?? kind;
}

/**
 * Where not all kinds are left, those meet in more ways than among all, each life others; time goes by in any case, and
 * something is paid.
 */
function drawnKinds(life: AccountLife, howMany: typeof few): readonly KindOfAct[] {
  const all = kindsFor(life);
  const always = all.filter(({ name }) => name === month || name === 'a payment');
  return [...always, ...life.faker.helpers.arrayElements(all, howMany)];
}

/** Each kind of act once, in an order that is drawn, for looks at the end; with the least effort half of them. */
export async function liveThroughAll(life: AccountLife): Promise<void> {
  const kinds = life.faker.helpers.shuffle([...kindsFor(life)]);
  for (const { act } of kinds.slice(0, actsOf(life.world, kinds.length))) {
    life.number += 1;
    await act(life);
  }
  await endLife(life);
}

/** This one cannot be refused: an account of which nothing was done would be sound as well. */
async function endLife(life: AccountLife): Promise<void> {
  life.number += 1;
  life.world.expectEqual(last, true, await transfer(life));
}

/** With the least effort a life that is lived only for something else is half as long. */
export function actsOf(world: World, usual: number): number {
  return world.configuration.effort === 1 ? Math.ceil(usual / 2) : usual;
}

/** The last act is looked at in any case; which of the others, differs with each seed. */
function actsBetweenLooks(world: World): number {
  const looks = world.configuration.effort ?? acts + 1;
  return Math.ceil((acts + 1) / looks) * (looks === 1 ? livesPerLook : 1);
}

/** Of all that was done since it was looked at last, and of what it has come to. */
export async function expectSoundAfter(life: AccountLife, after: string): Promise<void> {
  const { world, contract, currency, cash, lost } = life;
  const { session, customerId } = contract;
  life.booked = await expectBookedSince(world, contract, life.booked);
  const lostInAll = [...lost.values()].reduce((sum, minor) => sum + minor, 0n);
  await expectSoundAccount(world, { session, customerId, currency }, { cash, lost: lostInAll, after });
}
