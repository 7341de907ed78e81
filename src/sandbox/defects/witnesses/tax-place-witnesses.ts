import type { Charge } from '../../../model/billing/catalog.ts';
import { flatFee, type TestWorld } from '../../test-world.ts';
import { type AskedLine, atEngine } from './tax-engine-witnesses.ts';
import type { Witness } from './witness.ts';

const today = '2026-01-01';
const newYork = { country: 'US', region: 'NY' };

/** Rates that differ by state, by VAT id, by the seller's country and by the day. */
export const taxPlaceWitnesses: Readonly<Record<string, Witness>> = {
  'engine-not-told-of-region': {
    today,
    right: ['8.00'],
    wrong: ['5.00'],
    look: (world) =>
      asked(world, { who: [newYork], percent: ({ customer }) => (customer.region ? '8' : '5') }),
  },
  'engine-not-told-of-vat-id': {
    today,
    right: ['0.00'],
    wrong: ['20.00'],
    look: (world) =>
      asked(world, {
        who: [{ country: 'FR', vatId: 'FR40303265045' }],
        percent: ({ customer }) => (customer.vatId ? '0' : '20'),
      }),
  },
  'engine-told-seller-is-at-home': {
    today,
    right: ['0.00'],
    wrong: ['20.00'],
    look: async (world) => {
      await world.ok('POST', '/v1/seller', { country: 'DE', region: null });
      const percent = ({ seller }: AskedLine) => (seller.country === 'DE' ? '0' : '20');
      return asked(world, { who: [{ country: 'FR' }], percent });
    },
  },
  // What is billed on 1 February is for January.
  'engine-asked-for-today': {
    today,
    right: ['16.00'],
    wrong: ['19.00'],
    look: (world) =>
      asked(world, {
        who: [{}],
        timing: 'arrears',
        percent: ({ date }) => (date < '2026-02-01' ? '16' : '19'),
      }),
  },
  'tax-answer-of-another-state': {
    today,
    right: ['8.00', '7.00'],
    wrong: ['8.00', '8.00'],
    look: (world) =>
      asked(world, {
        who: [newYork, { ...newYork, region: 'CA' }],
        percent: ({ customer }) => (customer.region === 'NY' ? '8' : '7'),
      }),
  },
  // Books in California are taxed with 3 % until all books have no rate any more.
  'deleted-goods-take-states-along': {
    today,
    right: '3.00',
    wrong: '7.00',
    look: (world) => deleted(world, { category: 'books' }),
  },
  // The fee of a Californian, of whose country no rate is left.
  'deleted-country-takes-states-along': {
    today,
    right: '7.00',
    wrong: '0.00',
    look: (world) => deleted(world, {}, 'fee'),
  },
  // Where the state has no rate, that of the country counts.
  'state-rate-deletes-that-of-its-country': {
    today,
    right: '5.00',
    wrong: '7.00',
    look: (world) => deleted(world, { region: 'CA' }, 'fee'),
  },
};

/** The tax of each customer's invoice of EUR 100.00, as an engine says that decides so. */
async function asked(
  world: TestWorld,
  of: {
    readonly who: readonly object[];
    readonly percent: (line: AskedLine) => string;
    readonly timing?: 'advance' | 'arrears';
  },
): Promise<readonly string[]> {
  const answers = (lines: readonly AskedLine[]) =>
    lines.map((each) => ({ line: each.line, ratePercent: of.percent(each), treatment: 'taxed' }));
  return atEngine(world, answers, async () => {
    const { timing = 'advance' } = of;
    await world.publish('gold', [flatFee('100.00', timing)]);
    const taxes: string[] = [];
    for (const [index, home] of of.who.entries()) {
      const customerId = await world.customer({ key: `c${index}`, ...home });
      await world.subscribe(customerId, 'gold', { key: `s${index}` });
      if (timing === 'arrears') await world.advance('2026-02-01');
      await world.ok('POST', '/v1/bill-runs', { date: timing === 'arrears' ? '2026-02-01' : today });
      taxes.push(...(await world.invoices(customerId)).map(({ tax }) => tax.amount));
    }
    return taxes;
  });
}

/** The tax of a Californian on EUR 100.00 of books, or of a fee, once this rate was deleted. */
async function deleted(world: TestWorld, which: object, charge: 'books' | 'fee' = 'books') {
  const rate = { country: 'US', from: '2020-01-01' };
  for (const each of [
    { ratePercent: '5' },
    { region: 'CA', ratePercent: '7' },
    { category: 'books', ratePercent: '2' },
    { region: 'CA', category: 'books', ratePercent: '3' },
  ])
    await world.ok('POST', '/v1/tax-rates', { ...rate, ...each });
  await world.ok('POST', '/v1/tax-rates/deletions', { ...rate, ...which });
  const books = { ...flatFee('100.00'), taxCategory: 'books' } as Charge;
  await world.publish('gold', [charge === 'books' ? books : flatFee('100.00')]);
  const customerId = await world.customer({ country: 'US', region: 'CA' });
  await world.subscribe(customerId, 'gold');
  return (await world.invoices(customerId))[0]?.tax.amount;
}
