import { exportKinds } from '../../model/billing/export.ts';
import { addDays } from '../../model/date.ts';
import type { Capability } from '../../target/capability.ts';
import type { BillingSession } from '../billing-session.ts';
import { accountShown, expectSameAccount } from '../situations/account-shown.ts';
import type { OpenContract } from '../situations/open-contract.ts';
import type { World } from '../world.ts';
import type { AccountLife } from './account-act.ts';
import { actsOf, liveOn } from './account-life.ts';
import { askedTwice } from './asked-twice.ts';
import { beginLife, lifeStart } from './begin-life.ts';
import { firstDay } from './customer-history.ts';
import { generatedHistories } from './generated-history.ts';
import { playWithMoney } from './history-with-money.ts';
import { kindsFor } from './kinds-of-acts.ts';
import { tryInVain } from './tried-in-vain.ts';

/** Each life is lived twice, and what happens besides may cost more than the life itself. */
const actsOfTwin = 14;
const actsPerReading = 4;
const actsBeforeUpgrade = 5;

/** What happens besides in a life, and must not show in it. */
export interface Besides {
  readonly title: string;
  readonly needs: readonly Capability[];
  /** How the target is asked. */
  readonly through?: (session: BillingSession) => BillingSession;
  /** What is done after each act. */
  readonly after?: (life: AccountLife, other: AccountLife) => Promise<void>;
}

/** Nothing has to be known for them but the customer. */
export const besidesOfAnyone: readonly Besides[] = [
  { title: 'in which each wish is told twice', needs: [], through: askedTwice },
  { title: 'on which the clock goes day by day', needs: [], through: dayByDay },
  { title: 'that is read from all sides while it goes on', needs: [], after: readAll },
  {
    title: 'whose data are brought to a new version in the midst of it, and after each act from then on',
    needs: ['upgrade'],
    after: upgradeLate,
  },
];

export const besides: readonly Besides[] = [
  ...besidesOfAnyone,
  {
    title: 'in which after each act something is tried in vain',
    needs: ['subscription.change'],
    after: tryInVain,
  },
  { title: 'beside that of somebody else', needs: [], after: liveBeside },
];

/** Twice the same life, each in a world of its own; in the second one something happens besides. */
export async function expectSameLife(
  world: World,
  salt: string,
  { title, through, after }: Besides,
): Promise<void> {
  const plain = await lived(world, salt, {});
  const other = await lived(world, salt, { ...(through && { through }), ...(after && { after }) });
  expectSameAccount(world, `of a life ${title}`, [
    await accountShown(world, plain.contract),
    await accountShown(world, other.contract),
  ]);
  world.expectEqual('cash', plain.cash, other.cash);
}

/** The same of customers whose contracts are drawn in all that can be sold, and whose money moves meanwhile. */
export async function expectSameHistory(world: World, salt: string, of: Besides): Promise<void> {
  const histories = generatedHistories({ seed: world.seed, salt, count: 1 });
  const play = async ({ through = (session) => session, after }: Pick<Besides, 'through' | 'after'>) => {
    const session = through(await world.target(firstDay(histories)));
    const look = async (life: AccountLife) => after?.(life, life);
    const lives = await playWithMoney(world, { session, histories, salt, bills: 'changed', look });
    return Promise.all([...lives.values()].map(({ contract }) => accountShown(world, contract)));
  };
  const [plain, other] = [await play({}), await play(of)];
  world.expectEqual('customers who lived', plain.length, other.length);
  for (const [index, shown] of plain.entries())
    expectSameAccount(world, `of a customer ${of.title}`, [shown, other[index] ?? { invoices: [] }]);
}

async function lived(
  world: World,
  salt: string,
  { through = (session) => session, after }: Pick<Besides, 'through' | 'after'>,
): Promise<AccountLife> {
  const session = through(await world.target(lifeStart));
  const neighbour =
    after === liveBeside
      ? await beginLife(world, { salt: `beside ${salt}`, currency: 'JPY', session, label: 'beside-' })
      : null;
  const life = await beginLife(world, { salt, currency: 'EUR', session });
  await liveOn(life, async () => after?.(life, neighbour ?? life), { actsInAll: actsOf(world, actsOfTwin) });
  return life;
}

/** A target has little to bring along of an account that has just begun. */
async function upgradeLate({ contract, number }: AccountLife): Promise<void> {
  if (number >= actsBeforeUpgrade) await contract.session.upgradeData();
}

/** Whatever belongs to one of them only. */
async function liveBeside(_life: AccountLife, other: AccountLife): Promise<void> {
  const possible = kindsFor(other).filter(({ isForAll }) => isForAll === undefined);
  other.number += 1;
  await other.faker.helpers.arrayElement(possible).act(other);
}

async function readAll({ world, contract, number }: AccountLife): Promise<void> {
  if (number % actsPerReading !== 0) return;
  await accountShown(world, contract);
  await readElsewhere(world, contract);
  for (const { id } of await contract.session.invoices(contract.customerId, 1))
    await readInvoice(world, contract.session, id);
}

async function readElsewhere(world: World, { session, customerId }: OpenContract): Promise<void> {
  const later = addDays(await session.today(), 40);
  if (world.can('preview.invoice')) await session.previewInvoice(customerId, later);
  if (world.can('audit-trail')) await session.auditTrail();
  if (world.can('export')) for (const kind of exportKinds) await session.exported(kind);
}

async function readInvoice(world: World, session: BillingSession, id: string): Promise<void> {
  await session.invoice(id);
  if (world.can('invoice.pdf')) await session.invoicePdf(id);
  if (world.can('revenue-schedule')) await session.revenueSchedule(id);
}

function dayByDay(session: BillingSession): BillingSession {
  return new Proxy(session, {
    get(of, verb) {
      if (verb !== 'advanceTo') return Reflect.get(of, verb);
      const advanceTo: BillingSession['advanceTo'] = async (date) => {
        for (let day = addDays(await of.today(), 1); day <= date; day = addDays(day, 1))
          await of.advanceTo(day);
      };
      return advanceTo;
    },
  });
}
