import { flatFee, type TestWorld } from '../../test-world.ts';
import { charges, late, level, stateOf } from './late-debtor.ts';
import { keyed, moved, news, type Payer, paying } from './payer.ts';
import type { Witness } from './witness.ts';

/** Of the level that begins on the 11th, counted on the 13th. */
function onceInThreeDays(what: 'reminders' | 'charges'): Witness {
  return {
    today,
    right: 1,
    wrong: 3,
    look: async (world) => {
      const pays = await late(world);
      await world.advance('2026-01-13');
      return (await stateOf(pays))[what].length;
    },
  };
}

async function levelOf(pays: Payer): Promise<readonly unknown[]> {
  const { level, isSuspended } = await stateOf(pays);
  return [level, isSuspended];
}

async function afterSuspension(world: TestWorld, settle: (pays: Payer) => Promise<unknown>) {
  const pays = await late(world);
  await world.advance('2026-01-25');
  await settle(pays);
  return levelOf(pays);
}

const today = '2026-01-01';
const whole = { amount: '1000.00' };

/** Asking for money that is late. */
export const dunningWitnesses: Readonly<Record<string, Witness>> = {
  'credit-does-not-end-dunning': {
    today,
    right: [null, false],
    wrong: ['stop', true],
    look: (world) =>
      afterSuspension(world, (pays) => {
        const body = { part: { kind: 'whole' }, reason: 'goodwill' };
        return keyed(pays, 'n1', { url: `/v1/invoices/${pays.invoiceId}/credit-notes`, body });
      }),
  },
  'write-off-does-not-end-dunning': {
    today,
    right: [null, false],
    wrong: ['stop', true],
    look: (world) =>
      afterSuspension(world, (pays) =>
        keyed(pays, 'w1', { url: `/v1/invoices/${pays.invoiceId}/write-off`, body: {} }),
      ),
  },
  'service-not-given-back': {
    today,
    right: [null, false],
    wrong: [null, true],
    look: (world) => afterSuspension(world, (pays) => paying(pays, 'p1', whole)),
  },
  'part-payment-ends-dunning': {
    today,
    right: ['stop', true],
    wrong: [null, false],
    look: (world) => afterSuspension(world, (pays) => paying(pays, 'p1', { amount: '1.00' })),
  },
  'late-charges-lost-with-principal': {
    today,
    right: ['0.00', '5.00'],
    wrong: ['0.00', '0.00'],
    look: async (world) => {
      const pays = await late(world);
      await world.advance('2026-01-15');
      await paying(pays, 'p1', whole);
      return (await world.invoices(pays.customerId)).map((invoice) => invoice.due.amount);
    },
  },
  'declined-card-asked-at-each-event': {
    today,
    right: 1,
    wrong: 7,
    look: (world) => charges(world, 'declines-soft', ['2026-01-02', '2026-01-02', '2026-01-02']),
  },
  'hard-decline-tried-again': {
    today,
    right: 1,
    wrong: 2,
    look: (world) => charges(world, 'declines-hard', ['2026-01-05']),
  },
  'attempts-never-end': {
    today,
    right: 2,
    wrong: 5,
    look: (world) => charges(world, 'declines-soft', ['2026-01-04', '2026-01-04']),
  },
  'attempts-counted-from-last': {
    today,
    right: 3,
    wrong: 2,
    look: async (world) => {
      const pays = await late(world, 'year', { retryDays: [3, 5] });
      await world.ok('PUT', `/v1/customers/${pays.customerId}/payment-method`, {
        behaviour: 'declines-soft',
        collection: 'automatic',
      });
      await world.advance('2026-01-06');
      return (await moved(pays)).length;
    },
  },
  'reminded-on-each-day': onceInThreeDays('reminders'),
  'late-fee-on-each-day': onceInThreeDays('charges'),
  'paid-invoices-dunned': {
    today,
    right: [null, false],
    wrong: ['stop', true],
    look: async (world) => {
      const pays = await late(world);
      await paying(pays, 'p1', whole);
      await world.advance('2026-01-25');
      return levelOf(pays);
    },
  },
  'late-on-the-last-day': {
    today,
    right: [null, false],
    wrong: ['reminder', false],
    look: async (world) => {
      const pays = await late(world);
      await world.advance('2026-01-10');
      return levelOf(pays);
    },
  },
  'newest-debt-decides': {
    today,
    right: ['stop', true],
    wrong: [null, false],
    look: async (world) => {
      const pays = await late(world, 'week');
      await world.advance('2026-01-25');
      return levelOf(pays);
    },
  },
  'dunning-threshold-ignored': {
    today,
    right: [null, false],
    wrong: ['reminder', false],
    look: async (world) => {
      const pays = await late(world, 'year', { threshold: '1000.01' });
      await world.advance('2026-01-15');
      return levelOf(pays);
    },
  },
  'term-counted-from-service': {
    today,
    right: '2026-02-15',
    wrong: '2026-01-15',
    look: async (world) => {
      await world.publish('gold', [flatFee('10.00', 'arrears')]);
      const customerId = await world.customer();
      await world.subscribe(customerId, 'gold');
      await world.advance('2026-02-01');
      const url = `/v1/invoices?customerId=${customerId}`;
      return (await world.ok<{ invoices: { dueDate: string }[] }>('GET', url)).invoices[0]?.dueDate;
    },
  },
  // Due on 15 January; 6 days until the 21st at 7.2 %: 1.1835 in a year of 365 days, 1.2000 in one of 360.
  'interest-of-360-days': {
    today,
    right: '1.18',
    wrong: '1.20',
    look: async (world) => {
      const pays = await late(world);
      await world.advance('2026-01-21');
      return (await stateOf(pays)).charges.at(-1)?.interest.amount;
    },
  },
  // EUR 0.20 a day since 15 January, for 180 days.
  'interest-ends-with-a-quarter': {
    today,
    right: '36.00',
    wrong: '18.00',
    look: async (world) => {
      const levels = [{ ...level, name: 'court', afterDays: 180, interestPercent: '7.3' }];
      const pays = await late(world, 'year', { ageFrom: 'due-date', levels });
      await world.advance('2026-07-14');
      return (await stateOf(pays)).charges.at(-1)?.interest.amount;
    },
  },
  'surplus-of-late-payment-lost': {
    today,
    right: '1000.00',
    wrong: '0.00',
    look: async (world) => {
      const pays = await late(world);
      await world.ok('PUT', `/v1/customers/${pays.customerId}/payment-method`, {
        behaviour: 'stays-pending',
        collection: 'manual',
      });
      const { id: paymentId } = await paying(pays, 'p1', whole);
      const body = { part: { kind: 'whole' }, reason: 'goodwill' };
      await keyed(pays, 'n1', { url: `/v1/invoices/${pays.invoiceId}/credit-notes`, body });
      await news(pays, { id: 'n1', paymentId, outcome: 'succeeded' });
      const url = `/v1/customers/${pays.customerId}/balance`;
      return (await world.ok<{ amount: { amount: string } }>('GET', url)).amount.amount;
    },
  },
};
