import { flatFee, type TestWorld } from '../../test-world.ts';
import { balanceOf } from './credit-account.ts';
import type { Witness } from './witness.ts';

const today = '2026-01-01';
const germany = 'DE89370400440532013000';
const norway = 'NO9386011117947';

/** What a bank is told and tells, in several currencies and of several debtors. */
export const debitWitnesses: Readonly<Record<string, Witness>> = {
  // KWD 0.255 of 10.500 came, or 0.250.
  'statement-read-to-two-digits': {
    today,
    right: '10.245',
    wrong: '10.250',
    look: async (world) => {
      const customerId = await owing(world, { currency: 'KWD', amount: '10.500' });
      await booked(world, 'B1,2026-01-01,0.255,KWD,INV-000001,N');
      return (await world.invoices(customerId))[0]?.due.amount;
    },
  },
  'money-of-other-currency-turned-away': {
    today,
    right: 1,
    wrong: 0,
    look: async (world) => {
      await owing(world, {});
      await booked(world, 'B1,2026-01-01,10.00,USD,INV-000001,N');
      return (await world.ok<{ cash: unknown[] }>('GET', '/v1/bank/unapplied')).cash.length;
    },
  },
  // EUR 150.00 for two invoices of EUR 100.00.
  'found-money-pays-one-invoice': {
    today,
    right: '0.00',
    wrong: '50.00',
    look: async (world) => {
      const customerId = await owing(world, {});
      await world.advance('2026-02-01');
      await booked(world, 'B1,2026-02-01,150.00,EUR,thank you,N');
      await world.ok('POST', '/v1/bank/applications', { reference: 'B1', customerId });
      return balanceOf(world, customerId);
    },
  },
  'every-debit-from-first-account': {
    today,
    right: [germany, norway],
    wrong: [germany, germany],
    look: async (world) => {
      await mandate(world, await owing(world, {}), { iban: germany, reference: 'M1' });
      await mandate(world, await owing(world, { key: 'c2' }), { iban: norway, reference: 'M2' });
      return found(world, 'IBAN');
    },
  },
  'first-mandate-stays': {
    today,
    right: [norway],
    wrong: [germany],
    look: async (world) => {
      const customerId = await owing(world, {});
      await mandate(world, customerId, { iban: germany, reference: 'M1' });
      await mandate(world, customerId, { iban: norway, reference: 'M2' });
      return found(world, 'IBAN');
    },
  },
  'dollars-collected-as-euros': {
    today,
    right: ['100.00'],
    wrong: ['100.00', '100.00'],
    look: async (world) => {
      await mandate(world, await owing(world, {}), { iban: germany, reference: 'M1' });
      const customerId = await owing(world, { key: 'c2', currency: 'USD' });
      await mandate(world, customerId, { iban: norway, reference: 'M2' });
      return found(world, 'InstdAmt');
    },
  },
  // AT-000001 is not INV-000001.
  'money-of-one-series-pays-another': {
    today,
    right: ['100.00', '90.00'],
    wrong: ['90.00', '100.00'],
    look: async (world) => {
      const first = await owing(world, {});
      const entity = { key: 'at', name: 'Wien GmbH', numberPrefix: 'AT-', currency: 'EUR' };
      await world.ok('POST', '/v1/legal-entities', entity);
      const second = await world.customer({ key: 'c2' });
      await world.ok('POST', `/v1/customers/${second}/legal-entity`, { key: 'at' });
      await world.subscribe(second, 'plan of c1', { key: 's-c2' });
      await booked(world, 'B1,2026-01-01,10.00,EUR,AT-000001,N');
      const invoices = [...(await world.invoices(first)), ...(await world.invoices(second))];
      return invoices.map(({ due }) => due.amount);
    },
  },
  'collection-of-fifty': {
    today,
    right: 51,
    wrong: 50,
    look: async (world) => {
      const customerId = await owing(world, {});
      for (let more = 1; more <= 50; more += 1)
        await world.subscribe(customerId, 'plan of c1', { key: `more-${more}` });
      await mandate(world, customerId, { iban: germany, reference: 'M1' });
      return (await found(world, 'InstdAmt')).length;
    },
  },
  // EUR 0.10 each.
  'statement-of-hundred-lines': {
    today,
    right: '89.90',
    wrong: '90.00',
    look: async (world) => {
      const customerId = await owing(world, {});
      const lines = Array.from({ length: 101 }, (_, index) => `B${index},2026-01-01,0.10,EUR,INV-000001,N`);
      await booked(world, lines.join('\n'));
      return (await world.invoices(customerId))[0]?.due.amount;
    },
  },
  // JPY 400 written like so many euros.
  'statement-of-any-digits-read': {
    today,
    right: '1000',
    wrong: '600',
    look: async (world) => {
      const customerId = await owing(world, { currency: 'JPY', amount: '1000' });
      await booked(world, 'B1,2026-01-01,400.00,JPY,INV-000001,N');
      return (await world.invoices(customerId))[0]?.due.amount;
    },
  },
  'found-money-changes-its-currency': {
    today,
    right: '100.00',
    wrong: '90.00',
    look: async (world) => {
      const customerId = await owing(world, {});
      await booked(world, 'B1,2026-01-01,10.00,USD,thank you,N');
      await world.call('POST', '/v1/bank/applications', { reference: 'B1', customerId });
      return (await world.invoices(customerId))[0]?.due.amount;
    },
  },
  'account-with-letters-refused': {
    today,
    right: 201,
    wrong: 422,
    look: async (world) => {
      const customerId = await owing(world, {});
      const body = { customerId, iban: 'GB29NWBK60161331926819', reference: 'M1', signedOn: today };
      return (await world.call('POST', '/v1/bank/mandates', body)).status;
    },
  },
};

/** A customer who owes a hundred of his currency. */
async function owing(
  world: TestWorld,
  {
    key = 'c1',
    currency = 'EUR',
    amount = '100.00',
  }: { readonly key?: string; readonly currency?: string; readonly amount?: string },
): Promise<string> {
  const plan = `plan of ${key}`;
  await world.publish(plan, [flatFee(amount)], { currency });
  const customerId = await world.customer({ key, currency });
  await world.subscribe(customerId, plan, { key: `s-${key}` });
  return customerId;
}

async function booked(world: TestWorld, line: string): Promise<void> {
  const content = ['reference,booked,amount,currency,text,name', line].join('\n');
  await world.ok('POST', '/v1/bank/statements', { content });
}

async function mandate(
  world: TestWorld,
  customerId: string,
  of: { readonly iban: string; readonly reference: string },
): Promise<void> {
  await world.ok('POST', '/v1/bank/mandates', { ...of, customerId, signedOn: today });
}

/** What stands in these elements of the file. */
async function found(world: TestWorld, element: string): Promise<readonly string[]> {
  type File = { content: string };
  const { content } = await world.ok<File>('POST', '/v1/bank/collections', { dueUpTo: '2026-02-01' });
  return [...content.matchAll(new RegExp(`<${element}[^>]*>([^<]*)<`, 'g'))].map(([, text = '']) => text);
}
