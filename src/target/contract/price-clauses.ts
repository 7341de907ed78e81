import type { PlanVersion } from '../../model/billing/catalog.ts';
import type { PriceModel, Tier } from '../../model/billing/price.ts';
import type { UsageCharge } from '../../model/billing/usage-charge.ts';
import { instant } from '../../model/date.ts';
import { parseMoney } from '../../model/money.ts';
import type { Capability } from '../capability.ts';
import type { TargetSession } from '../session.ts';
import { type ContractClause, requireMoney, requireRefusal, requireThat } from './clause.ts';
import { firstDay, flatPlan, monthLater, startingPoint, usagePlan } from './starting-point.ts';

const eur = (amount: string) => parseMoney(amount, 'EUR');

interface PriceExample {
  readonly capability: Capability;
  readonly price: PriceModel;
  readonly quantity: string;
  readonly amount: string;
  readonly reckoning: string;
}

const tiers: readonly Tier[] = [
  { upTo: '10', unit: '1.00', flat: '0' },
  { upTo: null, unit: '0.50', flat: '0' },
];
const steps: readonly Tier[] = [
  { upTo: '10', unit: '0', flat: '5.00' },
  { upTo: null, unit: '0', flat: '8.00' },
];

const blocks: readonly Tier[] = [{ upTo: null, unit: '4.00', flat: '0', block: '5' }];

const withFees: readonly Tier[] = [
  { upTo: '10', unit: '1.00', flat: '5.00' },
  { upTo: null, unit: '0.50', flat: '2.00' },
];

/** Each price model with one quantity whose price anybody works out in the head. */
const examples: readonly PriceExample[] = [
  example('price.graduated', { kind: 'graduated', tiers }, ['12', '11.00', '10 x 1.00 + 2 x 0.50']),
  example('price.volume', { kind: 'volume', tiers }, ['12', '6.00', '12 x 0.50']),
  example('price.stairstep', { kind: 'stairstep', tiers: steps }, ['12', '8.00', 'the step above 10']),
  example('price.package', { kind: 'package', packageSize: '10', packagePrice: '4.00', freeUnits: '0' }, [
    '12',
    '8.00',
    '2 packages of 4.00',
  ]),
  example(
    'price.percentage',
    { kind: 'percentage', ratePercent: '2', fixedPerEvent: '0', freeEvents: null, freeVolume: null },
    ['150', '3.00', '2 % of 150'],
  ),
  example('price.blocks', { kind: 'graduated', tiers: blocks }, ['12', '12.00', '3 blocks of 5 at 4.00']),
  example(
    'price.full-packages',
    { kind: 'package', packageSize: '10', packagePrice: '4.00', freeUnits: '0', partPackage: 'free' },
    ['19', '4.00', '1 full package of 4.00'],
  ),
  example('price.tier-fees', { kind: 'graduated', tiers: withFees }, [
    '12',
    '18.00',
    '5.00 + 10 x 1.00 + 2.00 + 2 x 0.50',
  ]),
  example('price.dynamic', { kind: 'dynamic', multiplier: '0.25' }, ['12', '3.00', '12 x 0.25']),
];

function example(
  capability: Capability,
  price: PriceModel,
  [quantity, amount, reckoning]: readonly [string, string, string],
): PriceExample {
  return { capability, price, quantity, amount, reckoning };
}

/** A way to price within a model takes the model, too. */
function modelOf(price: PriceModel, capability: Capability): readonly Capability[] {
  const model: Capability = `price.${price.kind}`;
  return model === capability ? [] : [model];
}

function previewed({ capability, price, quantity, amount, reckoning }: PriceExample): ContractClause {
  return {
    promise: `says what ${quantity} units cost at a ${price.kind} price: ${reckoning}`,
    needs: ['preview.rating', ...modelOf(price, capability), capability],
    verify: async (world) => {
      const session = await world.open(`preview-${capability}`, firstDay);
      const answer = await session.preview({
        kind: 'rating',
        currency: 'EUR',
        price,
        quantity,
        alreadyBilled: '0',
        runningTotals: price.kind === 'percentage' ? [quantity] : [],
        minimum: null,
        maximum: null,
      });
      requireThat(
        answer.kind === 'rating' && answer.amount === amount,
        `${quantity} units: found ${JSON.stringify(answer)}, expected amount ${amount}, ${reckoning}.`,
      );
    },
  };
}

function billed({ capability, price, quantity, amount, reckoning }: PriceExample): ContractClause {
  return {
    promise: `bills ${quantity} units used at a ${price.kind} price: ${reckoning}`,
    needs: ['clock', 'usage', ...modelOf(price, capability), capability],
    verify: async (world) => {
      const plan = planOf({ price });
      const { session, customer } = await startingPoint(world, `billed-${capability}`, plan);
      await use(session, customer.id, { quantity });
      await session.advanceTo(monthLater);
      const last = (await session.invoices(customer.id)).at(-1);
      requireMoney(reckoning, last?.total ?? eur('0.00'), eur(amount));
    },
  };
}

/** A plan that charges nothing but usage of the meter "calls". */
export function planOf(charge: Partial<UsageCharge> & Pick<UsageCharge, 'price'>): PlanVersion {
  return { ...usagePlan, charges: [{ kind: 'usage', code: 'calls', meter: 'calls', ...charge }] };
}

/** One event on 15 January. */
export async function use(
  session: TargetSession,
  customerId: string,
  event: { readonly quantity: string; readonly id?: string; readonly properties?: Record<string, string> },
): Promise<void> {
  const sent = { id: 'contract', meter: 'calls', at: instant('2026-01-15T12:00:00Z'), customerId, ...event };
  const [result] = await session.sendUsage([sent]);
  requireThat(result?.outcome === 'accepted', `usage: found ${result?.outcome}, expected accepted.`);
}

/** How a quantity becomes an amount, by preview and on a bill: either shows that the target has the price model. */
export const priceClauses: readonly ContractClause[] = [
  ...examples.map(billed),
  ...examples.map(previewed),
  {
    promise: 'charges every fee of a plan that has several',
    needs: ['price.flat', 'price.several-fees'],
    verify: async (world) => {
      const support = { kind: 'flat', amount: '12.00' } as const;
      const more = { kind: 'recurring', code: 'support', timing: 'advance', price: support } as const;
      const plan = { ...flatPlan, charges: [...flatPlan.charges, more] };
      const { session, customer } = await startingPoint(world, 'several-fees', plan);
      const [invoice] = await session.invoices(customer.id);
      requireMoney('30.00 and 12.00', invoice?.total ?? eur('0.00'), eur('42.00'));
    },
  },
  {
    promise: 'charges a fee once beside the one that comes back',
    needs: ['clock', 'price.flat', 'price.one-off'],
    verify: async (world) => {
      const setup = { kind: 'one-off', code: 'setup', price: { kind: 'flat', amount: '50.00' } } as const;
      const plan = { ...flatPlan, charges: [...flatPlan.charges, setup] };
      const { session, customer } = await startingPoint(world, 'one-off', plan);
      await session.advanceTo(monthLater);
      const totals = (await session.invoices(customer.id)).map(({ total }) => total);
      requireMoney('the first month, with 50.00 for setup', totals[0] ?? eur('0.00'), eur('80.00'));
      requireMoney('the second month', totals[1] ?? eur('0.00'), eur('30.00'));
    },
  },
  {
    promise: 'charges a customer who pays in another currency the price of that currency',
    needs: ['price.flat', 'price.currencies'],
    verify: async (world) => {
      const session = await world.open('currencies', firstDay);
      const prices = [{ charge: 'fee', price: { kind: 'flat', amount: '33.00' } }] as const;
      await session.publish({ ...flatPlan, otherCurrencies: [{ currency: 'USD', prices }] });
      const customer = await session.createCustomer({
        key: 'dollar',
        name: 'Dollar',
        country: 'US',
        currency: 'USD',
        timeZone: 'America/New_York',
      });
      const order = { key: 'dollar', customerId: customer.id, plan: flatPlan.plan, quantity: '1' };
      await session.subscribe({ ...order, start: firstDay, billing: 'anniversary' });
      const [invoice] = await session.invoices(customer.id);
      requireMoney('the fee', invoice?.total ?? eur('0.00'), parseMoney('33.00', 'USD'));
    },
  },
  {
    promise: 'sells no plan to a customer in whose currency it has no price',
    needs: ['price.flat', 'price.currencies'],
    verify: async (world) => {
      const session = await world.open('no-price', firstDay);
      await session.publish(flatPlan);
      const home = { name: 'Dollar', country: 'US', timeZone: 'America/New_York' };
      const customer = await session.createCustomer({ ...home, key: 'no-price', currency: 'USD' });
      const order = { key: 'no-price', customerId: customer.id, plan: flatPlan.plan, quantity: '1' };
      await requireRefusal('a plan in euros for a customer who pays in dollars', () =>
        session.subscribe({ ...order, start: firstDay, billing: 'anniversary' }),
      );
    },
  },
  {
    promise: 'bills usage up to what a period costs at least',
    needs: ['clock', 'usage', 'price.per-unit', 'price.minimum'],
    verify: async (world) => {
      const plan = planOf({ price: { kind: 'per-unit', unit: '2.00' }, minimum: '20.00' });
      const { session, customer } = await startingPoint(world, 'minimum', plan);
      await use(session, customer.id, { quantity: '5' });
      await session.advanceTo(monthLater);
      const last = (await session.invoices(customer.id)).at(-1);
      requireMoney('5 x 2.00, and at least 20.00', last?.total ?? eur('0.00'), eur('20.00'));
    },
  },
  {
    promise: 'bills no unit that is included',
    needs: ['clock', 'usage', 'price.per-unit', 'price.allowance'],
    verify: async (world) => {
      const plan = planOf({ price: { kind: 'per-unit', unit: '2.00' }, included: '3' });
      const { session, customer } = await startingPoint(world, 'allowance', plan);
      await use(session, customer.id, { quantity: '5' });
      await session.advanceTo(monthLater);
      const last = (await session.invoices(customer.id)).at(-1);
      requireMoney('5 less 3 included, at 2.00', last?.total ?? eur('0.00'), eur('4.00'));
    },
  },
  {
    promise: 'charges no more than the most that a quantity may cost',
    needs: ['preview.rating', 'price.per-unit', 'price.maximum'],
    verify: async (world) => {
      const session = await world.open('maximum', firstDay);
      const question = { kind: 'rating', currency: 'EUR', quantity: '3', alreadyBilled: '0' } as const;
      const price = { kind: 'per-unit', unit: '2.00' } as const;
      const limits = { runningTotals: [], minimum: null, maximum: '5.00' };
      const answer = await session.preview({ ...question, ...limits, price });
      requireThat(
        answer.kind === 'rating' && answer.amount === '5.00' && answer.capDiscount === '1.00',
        `3 x 2.00, at most 5.00: found ${JSON.stringify(answer)}, expected 5.00 with 1.00 taken off.`,
      );
    },
  },
];
