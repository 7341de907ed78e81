import { flatFee, type TestWorld } from '../../test-world.ts';
import { balanceOf } from './credit-account.ts';
import { payOnce, type Witness } from './witness.ts';

const heading = 'reference,booked,amount,currency,text,name';
const today = '2026-01-01';
const iban = 'DE89370400440532013000';

/** An invoice INV-000001 of EUR 100.00, and what the bank says or is told. */
export const bankWitnesses: Readonly<Record<string, Witness>> = {
  'bank-line-pays-three-at-most': {
    today,
    right: ['0.00', '0.00', '0.00', '0.00'],
    wrong: ['0.00', '0.00', '0.00', '100.00'],
    look: async (world) => {
      const customerId = await owing(world);
      for (const key of ['s2', 's3', 's4']) await world.subscribe(customerId, 'gold', { key });
      const numbers = ['1', '2', '3', '4'].map((count) => `INV-00000${count}`);
      await booked(world, `B1,2026-01-01,400.00,EUR,${numbers.join(' ')},N`);
      return (await world.invoices(customerId)).map(({ due }) => due.amount);
    },
  },
  'money-for-settled-invoice-refused': {
    today,
    right: '25.00',
    wrong: '0.00',
    look: async (world) => {
      const customerId = await owing(world);
      await booked(world, 'B1,2026-01-01,100.00,EUR,INV-000001,N');
      await booked(world, 'B2,2026-01-01,25.00,EUR,INV-000001,N');
      return balanceOf(world, customerId);
    },
  },
  'statement-counts-each-time': {
    today,
    right: '60.00',
    wrong: '20.00',
    look: async (world) => {
      const customerId = await owing(world);
      for (const _ of [1, 2]) await booked(world, 'B1,2026-01-01,40.00,EUR,INV-000001,N');
      return dueOf(world, customerId);
    },
  },
  'booking-known-with-its-name': {
    today,
    right: '60.00',
    wrong: '20.00',
    look: async (world) => {
      const customerId = await owing(world);
      for (const name of ['N', 'N. N.']) await booked(world, `B1,2026-01-01,40.00,EUR,INV-000001,${name}`);
      return dueOf(world, customerId);
    },
  },
  'equal-transfers-count-once': {
    today,
    right: '50.00',
    wrong: '75.00',
    look: async (world) => {
      const customerId = await owing(world);
      await booked(world, 'B1,2026-01-01,25.00,EUR,INV-000001,N', 'B2,2026-01-01,25.00,EUR,INV-000001,N');
      return dueOf(world, customerId);
    },
  },
  'bad-line-stops-statement': {
    today,
    right: '90.00',
    wrong: '100.00',
    look: async (world) => {
      const customerId = await owing(world);
      await booked(world, 'B1,2026-01-01,x,EUR,INV-000001,N', 'B2,2026-01-01,10.00,EUR,INV-000001,N');
      return dueOf(world, customerId);
    },
  },
  'paid-by-equal-amount': {
    today,
    right: '100.00',
    wrong: '0.00',
    look: async (world) => {
      const customerId = await owing(world);
      await booked(world, 'B1,2026-01-01,100.00,EUR,thank you,N');
      return dueOf(world, customerId);
    },
  },
  'number-within-number': {
    today,
    right: '100.00',
    wrong: '90.00',
    look: async (world) => {
      const customerId = await owing(world);
      await booked(world, 'B1,2026-01-01,10.00,EUR,INV-0000017,N');
      return dueOf(world, customerId);
    },
  },
  'unknown-money-dropped': {
    today,
    right: 1,
    wrong: 0,
    look: async (world) => {
      await owing(world);
      await booked(world, 'B1,2026-01-01,10.00,EUR,thank you,N');
      return (await world.ok<{ cash: unknown[] }>('GET', '/v1/bank/unapplied')).cash.length;
    },
  },
  'control-sum-in-floats': {
    today,
    right: '<CtrlSum>100.00</CtrlSum>',
    wrong: '<CtrlSum>100</CtrlSum>',
    look: async (world) => /<CtrlSum>.*?<\/CtrlSum>/.exec(await fileOf(world, await owing(world)))?.[0],
  },
  'name-breaks-bank-file': {
    today,
    right: '<Nm>Ada &amp; Sons</Nm>',
    wrong: '<Nm>Ada & Sons</Nm>',
    look: async (world) => /<Nm>.*?<\/Nm>/.exec(await fileOf(world, await owing(world)))?.[0],
  },
  'collected-with-each-file': {
    today,
    right: false,
    wrong: true,
    look: async (world) => {
      await fileOf(world, await owing(world));
      return (await world.call('POST', '/v1/bank/collections', { dueUpTo: '2026-02-01' })).status === 201;
    },
  },
  'iban-not-verified': {
    today,
    right: 422,
    wrong: 201,
    look: async (world) => {
      const customerId = await owing(world);
      const mandate = { customerId, iban: 'DE89370400440532013001', reference: 'M1', signedOn: today };
      return (await world.call('POST', '/v1/bank/mandates', mandate)).status;
    },
  },
  'references-cut-short': {
    today,
    right: '80.00',
    wrong: '90.00',
    look: async (world) => {
      const customerId = await owing(world);
      const lines = ['1', '2'].map((end) => `NOTPROVIDED-20260101-${end},2026-01-01,10.00,EUR,INV-000001,N`);
      await booked(world, ...lines);
      return dueOf(world, customerId);
    },
  },
  'control-sum-with-commas': {
    today,
    right: '<CtrlSum>1234.50</CtrlSum>',
    wrong: '<CtrlSum>1,234.50</CtrlSum>',
    look: async (world) =>
      /<CtrlSum>.*?<\/CtrlSum>/.exec(await fileOf(world, await owing(world, { amount: '1234.50' })))?.[0],
  },
  'first-ampersand-only': {
    today,
    right: '<Nm>A &amp; B &amp; C</Nm>',
    wrong: '<Nm>A &amp; B & C</Nm>',
    look: async (world) =>
      /<Nm>.*?<\/Nm>/.exec(await fileOf(world, await owing(world, { name: 'A & B & C' })))?.[0],
  },
  'due-on-the-day-not-collected': {
    today,
    right: 201,
    wrong: 422,
    look: async (world) => {
      const customerId = await owing(world);
      const dueUpTo = (await world.invoices(customerId))[0]?.dueDate;
      await world.ok('POST', '/v1/bank/mandates', { customerId, iban, reference: 'M1', signedOn: today });
      return (await world.call('POST', '/v1/bank/collections', { dueUpTo })).status;
    },
  },
  'whole-invoice-collected': {
    today,
    right: '<InstdAmt Ccy="EUR">70.00</InstdAmt>',
    wrong: '<InstdAmt Ccy="EUR">100.00</InstdAmt>',
    look: async (world) => {
      const customerId = await owing(world);
      const id = (await world.invoices(customerId))[0]?.id ?? '';
      await payOnce(world, id, { amount: '30.00', currency: 'EUR' });
      return /<InstdAmt.*?<\/InstdAmt>/.exec(await fileOf(world, customerId))?.[0];
    },
  },
};

async function owing(
  world: TestWorld,
  { amount = '100.00', ...customer }: { readonly amount?: string; readonly name?: string } = {},
): Promise<string> {
  await world.publish('gold', [flatFee(amount)]);
  const customerId = await world.customer(customer);
  await world.subscribe(customerId, 'gold');
  return customerId;
}

async function booked(world: TestWorld, ...lines: readonly string[]): Promise<void> {
  await world.ok('POST', '/v1/bank/statements', { content: [heading, ...lines].join('\n') });
}

async function dueOf(world: TestWorld, customerId: string): Promise<string | undefined> {
  return (await world.invoices(customerId))[0]?.due.amount;
}

async function fileOf(world: TestWorld, customerId: string): Promise<string> {
  await world.ok('POST', '/v1/bank/mandates', { customerId, iban, reference: 'M1', signedOn: today });
  return (await world.ok<{ content: string }>('POST', '/v1/bank/collections', { dueUpTo: '2026-02-01' }))
    .content;
}
