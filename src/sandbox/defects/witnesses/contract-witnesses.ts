import type { Charge } from '../../../model/billing/catalog.ts';
import { flatFee, type TestWorld } from '../../test-world.ts';
import { basicFromApril, billsUntil, subscriber, tell } from './subscription-story.ts';
import type { Witness } from './witness.ts';

const april = { today: '2026-04-01' } as const;
const setup: Charge = { kind: 'one-off', code: 'setup', price: { kind: 'flat', amount: '99.00' } };
const agreed = [{ charge: 'fee', price: { kind: 'flat', amount: '20.00' } }];
const monthlyRise = { periods: 1, atEnd: 'renew', upliftPercent: '10' };

/** How a subscription begins, and what was agreed about it. */
export const contractWitnesses: Readonly<Record<string, Witness>> = {
  'add-on-loses-month-end': {
    today: '2026-01-31',
    right: ['01-31 30.00', '02-28 30.00', '02-28 5.00', '03-31 35.00'],
    wrong: ['01-31 30.00', '02-28 30.00', '02-28 5.00', '03-28 5.00', '03-31 30.00'],
    look: async (world) => {
      const { customerId, id } = await basicFromApril(world, { start: '2026-01-31' });
      await world.publish('backup', [flatFee('5.00')]);
      await world.advance('2026-02-28');
      await world.subscribe(customerId, 'backup', { key: 's2', start: '2026-02-28', addOnTo: id });
      return billsUntil(world, customerId, '2026-04-15');
    },
  },
  'add-on-billed-on-own-day': {
    ...april,
    right: ['04-01 30.00', '04-16 2.50', '05-01 35.00'],
    wrong: ['04-01 30.00', '04-16 5.00', '05-01 30.00'],
    look: async (world) => {
      const { customerId, id } = await basicFromApril(world);
      await world.publish('backup', [flatFee('5.00')]);
      await world.advance('2026-04-16');
      await world.subscribe(customerId, 'backup', { key: 's2', start: '2026-04-16', addOnTo: id });
      return billsUntil(world, customerId, '2026-05-10');
    },
  },
  'add-on-outlives-base': {
    ...april,
    right: ['04-01 30.00', '04-01 5.00'],
    wrong: ['04-01 30.00', '04-01 5.00', '05-01 5.00'],
    look: async (world) => {
      const { customerId, id } = await basicFromApril(world);
      await world.publish('backup', [flatFee('5.00')]);
      await world.subscribe(customerId, 'backup', { key: 's2', start: '2026-04-01', addOnTo: id });
      await tell(world, id, { act: 'cancel' });
      return billsUntil(world, customerId, '2026-05-15');
    },
  },
  'trial-defers-what-it-does-not-free': {
    ...april,
    // Support costs 9.00 for the month; after the trial 16 of 30 days are left of it, and of the fee of 30.00.
    right: ['04-01 9.00', '04-15 16.00'],
    wrong: ['04-15 20.80'],
    look: async (world) => {
      const support = { ...flatFee('9.00'), code: 'support', inTrial: 'charged' } as Charge;
      await world.publish('supported', [flatFee('30.00'), support]);
      const order = { start: '2026-04-01', trialDays: 14 };
      const { customerId } = await subscriber(world, 'supported', order);
      return billsUntil(world, customerId, '2026-04-20');
    },
  },
  'add-on-waits-for-trial-of-base': {
    ...april,
    right: ['04-01 5.00', '04-16 15.00'],
    // One run bills both on the day on which the trial ends.
    wrong: ['04-16 17.50'],
    look: async (world) => {
      const { customerId, id } = await basicFromApril(world, { trialDays: 15 });
      await world.publish('backup', [flatFee('5.00')]);
      await world.subscribe(customerId, 'backup', { key: 's2', start: '2026-04-01', addOnTo: id });
      return billsUntil(world, customerId, '2026-04-20');
    },
  },
  'term-end-ignored': {
    ...april,
    right: ['04-01 30.00'],
    wrong: ['04-01 30.00', '05-01 30.00'],
    look: async (world) => {
      const { customerId } = await basicFromApril(world, { term: { ...monthlyRise, atEnd: 'end' } });
      return billsUntil(world, customerId, '2026-05-15');
    },
  },
  'trial-a-day-short': {
    ...april,
    right: ['04-15 16.00'],
    wrong: ['04-14 17.00'],
    look: async (world) => {
      const { customerId } = await basicFromApril(world, { trialDays: 14 });
      return billsUntil(world, customerId, '2026-04-20');
    },
  },
  'late-annual-start-billed-as-month': {
    ...april,
    right: ['04-01 365.00'],
    // 30 of 365 days.
    wrong: ['04-01 30.00'],
    look: async (world) => {
      const year = { interval: { unit: 'year', count: 1 } };
      await world.publish('annual', [flatFee('365.00')], year);
      await world.publish('annual', [flatFee('400.00')], { ...year, effectiveFrom: '2026-03-01' });
      const { customerId } = await subscriber(world, 'annual', { start: '2026-02-01' });
      return billsUntil(world, customerId, '2026-05-15');
    },
  },
  'late-order-billed-from-its-day': {
    today: '2026-04-16',
    right: ['04-16 30.00', '05-01 30.00'],
    wrong: ['04-16 30.00'],
    look: async (world) => {
      const { customerId } = await basicFromApril(world);
      return billsUntil(world, customerId, '2026-05-10');
    },
  },
  'periods-before-order-lost': {
    today: '2026-04-16',
    right: ['04-16 60.00'],
    wrong: ['04-16 30.00'],
    look: async (world) => {
      const { customerId } = await basicFromApril(world, { start: '2026-03-01' });
      return billsUntil(world, customerId, '2026-04-20');
    },
  },
  'setup-fee-each-period': {
    ...april,
    right: ['04-01 129.00', '05-01 30.00'],
    wrong: ['04-01 129.00', '05-01 129.00'],
    look: async (world) => {
      await world.publish('with-setup', [setup, flatFee('30.00')]);
      const { customerId } = await subscriber(world, 'with-setup', { start: '2026-04-01' });
      return billsUntil(world, customerId, '2026-05-15');
    },
  },
  'setup-fee-lost': {
    ...april,
    right: ['04-01 129.00'],
    wrong: ['04-01 30.00'],
    look: async (world) => {
      await world.publish('with-setup', [setup, flatFee('30.00')]);
      const { customerId } = await subscriber(world, 'with-setup', { start: '2026-04-01' });
      return billsUntil(world, customerId, '2026-04-15');
    },
  },
  'renewal-without-uplift': {
    ...april,
    right: ['04-01 30.00', '05-01 33.00'],
    wrong: ['04-01 30.00', '05-01 30.00'],
    look: async (world) => {
      const { customerId } = await basicFromApril(world, { term: monthlyRise });
      return billsUntil(world, customerId, '2026-05-15');
    },
  },
  'uplift-applied-twice': {
    ...april,
    right: ['04-01 30.00', '05-01 33.00'],
    wrong: ['04-01 30.00', '05-01 36.30'],
    look: async (world) => {
      const { customerId } = await basicFromApril(world, { term: monthlyRise });
      return billsUntil(world, customerId, '2026-05-15');
    },
  },
  'uplift-on-first-price-only': {
    ...april,
    right: ['04-01 30.00', '05-01 33.00', '06-01 36.30'],
    wrong: ['04-01 30.00', '05-01 33.00', '06-01 36.00'],
    look: async (world) => {
      const { customerId } = await basicFromApril(world, { term: monthlyRise });
      return billsUntil(world, customerId, '2026-06-15');
    },
  },
  'agreed-price-ends-with-term': {
    ...april,
    right: ['04-01 20.00', '05-01 22.00'],
    wrong: ['04-01 20.00', '05-01 33.00'],
    look: async (world) => {
      const { customerId } = await basicFromApril(world, { term: monthlyRise, negotiated: agreed });
      return billsUntil(world, customerId, '2026-05-15');
    },
  },
  'agreed-price-ignored': {
    ...april,
    right: ['04-01 20.00'],
    wrong: ['04-01 30.00'],
    look: async (world) => {
      const { customerId } = await basicFromApril(world, { negotiated: agreed });
      return billsUntil(world, customerId, '2026-04-15');
    },
  },
  'same-figure-in-each-currency': {
    ...april,
    right: ['04-01 54.00'],
    wrong: ['04-01 50.00'],
    look: async (world) => {
      const prices = [{ charge: 'fee', price: { kind: 'flat', amount: '54.00' } }];
      await world.publish('world', [flatFee('50.00')], { otherCurrencies: [{ currency: 'USD', prices }] });
      const customerId = await world.customer({ currency: 'USD' });
      await world.subscribe(customerId, 'world', { start: '2026-04-01' });
      return billsUntil(world, customerId, '2026-04-15');
    },
  },
  'charge-without-price-is-free': {
    ...april,
    right: ['refused'],
    // The setup of 99.00 is on neither bill.
    wrong: ['04-01 54.00', '05-01 54.00'],
    look: (world) => dollarsOf(world, [inEuro, [flatFee('50.00'), setup]], inDollars),
  },
  'new-version-drops-currency': {
    ...april,
    right: ['refused'],
    wrong: ['04-01 54.00', '05-01 0.00'],
    look: async (world) => {
      await world.publish('world', [flatFee('50.00')], inDollars);
      return dollarsOf(world, [{ ...inEuro, effectiveFrom: '2026-04-15' }, [flatFee('55.00')]], {});
    },
  },
  'sold-in-any-currency': {
    ...april,
    right: ['refused'],
    wrong: ['04-01 50.00', '05-01 50.00'],
    look: (world) => dollarsOf(world, [inEuro, [flatFee('50.00')]], {}),
  },
};

const inEuro = { effectiveFrom: '2020-01-01' };
const inDollars = {
  otherCurrencies: [
    { currency: 'USD', prices: [{ charge: 'fee', price: { kind: 'flat', amount: '54.00' } }] },
  ],
};

/** What someone who pays in dollars is billed until May, or "refused". */
async function dollarsOf(
  world: TestWorld,
  [version, charges]: readonly [object, readonly Charge[]],
  more: object,
): Promise<readonly string[]> {
  try {
    await world.publish('world', charges, { ...version, ...more });
    const customerId = await world.customer({ currency: 'USD' });
    await world.subscribe(customerId, 'world', { start: '2026-04-01' });
    return await billsUntil(world, customerId, '2026-05-15');
  } catch {
    return ['refused'];
  }
}
