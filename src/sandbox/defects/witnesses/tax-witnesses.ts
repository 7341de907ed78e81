import { fee, off, play, rate, taxWitness } from './tax-story.ts';
import type { Witness } from './witness.ts';

const hundred = [fee('100.00')];
const fromGermany = { country: 'DE', region: null };
const french = (more: object = {}) => ({ country: 'FR', ...more });
const inFrance = [rate('20', '2020-01-01', { country: 'FR' })];

/** Who is taxed, at what rate, on what. Discount, tax, total. */
export const taxWitnesses: Readonly<Record<string, Witness>> = {
  'special-rate-forgets-buyer': taxWitness(
    {
      charges: [{ ...fee('100.00'), taxCategory: 'books' } as never],
      customer: { taxStatus: 'exempt' },
      rates: [rate('7', '2020-01-01', { category: 'books' })],
    },
    { right: ['0.00 0.00 100.00'], wrong: ['0.00 7.00 107.00'] },
  ),
  // 21.00 of 31.00 come back with the 19 % that were paid on them: 3.99, and not 25 %: 5.25.
  'credit-at-todays-tax': taxWitness(
    {
      charges: [fee('31.00')],
      rates: [rate('19'), rate('25', '2026-01-05')],
      cancelOn: '2026-01-11',
    },
    { right: ['0.00 5.89 36.89', '0.00 -3.99 -24.99'], wrong: ['0.00 5.89 36.89', '0.00 -5.25 -26.25'] },
  ),
  'tax-by-day-of-invoice': taxWitness(
    {
      charges: [{ ...fee('100.00'), timing: 'arrears' } as never],
      rates: [rate('16'), rate('19', '2026-02-01')],
      until: '2026-02-01',
    },
    { right: ['0.00 16.00 116.00'], wrong: ['0.00 19.00 119.00'] },
  ),
  'tax-on-top-of-gross-price': taxWitness(
    { charges: [fee('119.00')], prices: 'gross', rates: [rate('19')] },
    { right: ['0.00 19.00 119.00'], wrong: ['0.00 19.00 138.00'] },
  ),
  // 22.61 is 19 % of 119.00; the total stays what was told.
  'gross-price-taxed-as-net': taxWitness(
    { charges: [fee('119.00')], prices: 'gross', rates: [rate('19')] },
    { right: ['0.00 19.00 119.00'], wrong: ['0.00 22.61 119.00'] },
  ),
  'reverse-charge-still-taxed': taxWitness(
    { charges: hundred, seller: fromGermany, customer: french({ vatId: 'FR40303265045' }), rates: inFrance },
    { right: ['0.00 0.00 100.00'], wrong: ['0.00 20.00 120.00'] },
  ),
  'reverse-charge-for-everybody-abroad': taxWitness(
    { charges: hundred, seller: fromGermany, customer: french(), rates: inFrance },
    { right: ['0.00 20.00 120.00'], wrong: ['0.00 0.00 100.00'] },
  ),
  'foreign-vat-id-accepted': taxWitness(
    { charges: hundred, seller: fromGermany, customer: french({ vatId: 'DE129273398' }), rates: inFrance },
    { right: ['0.00 20.00 120.00'], wrong: ['0.00 0.00 100.00'] },
  ),
  'reverse-charge-at-home': taxWitness(
    { charges: hundred, seller: fromGermany, customer: { vatId: 'DE129273398' }, rates: [rate('19')] },
    { right: ['0.00 19.00 119.00'], wrong: ['0.00 0.00 100.00'] },
  ),
  'exempt-customer-taxed': taxWitness(
    { charges: hundred, customer: { taxStatus: 'exempt' }, rates: [rate('19')] },
    { right: ['0.00 0.00 100.00'], wrong: ['0.00 19.00 119.00'] },
  ),
  'country-rate-before-state-rate': taxWitness(
    {
      charges: hundred,
      customer: { country: 'US', region: 'CA' },
      rates: [
        rate('5', '2020-01-01', { country: 'US' }),
        rate('7.25', '2020-01-01', { country: 'US', region: 'CA' }),
      ],
    },
    { right: ['0.00 7.25 107.25'], wrong: ['0.00 5.00 105.00'] },
  ),
  'tax-category-ignored': taxWitness(
    {
      charges: [{ ...fee('100.00'), taxCategory: 'books' }],
      rates: [rate('19'), rate('7', '2020-01-01', { category: 'books' })],
    },
    { right: ['0.00 7.00 107.00'], wrong: ['0.00 19.00 119.00'] },
  ),
  // 0.0247 on each of five lines: 0.02 five times, or 0.12 of 0.1235 once.
  'tax-rounded-once-for-the-invoice': taxWitness(
    { charges: ['a', 'b', 'c', 'd', 'e'].map((code) => fee('0.13', code)), rates: [rate('19')] },
    { right: ['0.00 0.10 0.75'], wrong: ['0.00 0.12 0.77'] },
  ),
  // 18.9981 is 19.00.
  'tax-cut-to-the-cent': taxWitness(
    { charges: [fee('99.99')], rates: [rate('19')] },
    { right: ['0.00 19.00 118.99'], wrong: ['0.00 18.99 118.98'] },
  ),
  // A float of seven digits says 1234568 for 1234567.89; 10 % are 123456.79 and not 123456.80.
  'tax-base-through-a-float': taxWitness(
    { charges: [fee('1234567.89')], rates: [rate('10')], coupons: [{ value: off('0') }] },
    { right: ['0.00 123456.79 1358024.68'], wrong: ['0.00 123456.80 1358024.69'] },
  ),
  'deleted-tax-erases-history': {
    today: '2026-01-01',
    right: [{ ratePercent: '19', tax: '19.00' }],
    wrong: [],
    look: async (world) => {
      const customerId = await play(world, { charges: hundred, rates: [rate('19')] });
      await world.ok('POST', '/v1/tax-rates/deletions', { country: 'DE', from: '2020-01-01' });
      const [invoice] = await world.invoices(customerId);
      const taxes = Reflect.get(invoice ?? {}, 'taxes') as { ratePercent: string; tax: { amount: string } }[];
      return taxes.map(({ ratePercent, tax }) => ({ ratePercent, tax: tax.amount }));
    },
  },
};
