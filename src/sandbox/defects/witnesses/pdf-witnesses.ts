import { flatFee, type TestWorld } from '../../test-world.ts';
import { billsUntil } from './subscription-story.ts';
import { redeem, type Witness } from './witness.ts';

const april = { today: '2026-04-01' } as const;

/** What is written on the first invoice's PDF, as far as it has one of the letters in question. */
async function written(world: TestWorld, customerId: string, wanted: RegExp): Promise<readonly string[]> {
  await billsUntil(world, customerId, '2026-04-02');
  const [invoice] = await world.invoices(customerId);
  const { text } = await world.call('GET', `/v1/invoices/${invoice?.id}/pdf`);
  return [...text.matchAll(/\((.*)\) Tj/g)].flatMap(([, row = '']) => (wanted.test(row) ? [row] : []));
}

async function sold(world: TestWorld, fees: readonly string[], name = 'Ada'): Promise<string> {
  const charges = fees.map((amount, index) => ({ ...flatFee(amount), code: `fee-${index}` }));
  await world.publish('basic', charges);
  const customerId = await world.customer({ name });
  await world.subscribe(customerId, 'basic', { start: '2026-04-01' });
  return customerId;
}

/** What a customer reads on the file that he keeps. */
export const pdfWitnesses: Readonly<Record<string, Witness>> = {
  'pdf-name-breaks-off': {
    ...april,
    right: ['Smith \\(Holding\\)'],
    wrong: ['Smith (Holding)'],
    look: async (world) => written(world, await sold(world, ['30.00'], 'Smith (Holding)'), /Smith/),
  },
  'pdf-days-of-the-day-before': {
    ...april,
    right: ['2026-04-01 to 2026-05-01'],
    wrong: ['2026-03-31 to 2026-04-30'],
    look: async (world) => written(world, await sold(world, ['30.00']), / to /),
  },
  'pdf-always-two-digits': {
    ...april,
    right: ['JPY 3,000', 'JPY 0', 'JPY 3,000', 'JPY 0', 'JPY 3,000'],
    wrong: ['JPY 30.00', 'JPY 0.00', 'JPY 30.00', 'JPY 0.00', 'JPY 30.00'],
    look: async (world) => {
      await world.publish('basic', [flatFee('3000')], { currency: 'JPY' });
      const customerId = await world.customer({ currency: 'JPY' });
      await world.subscribe(customerId, 'basic', { start: '2026-04-01' });
      return written(world, customerId, /JPY/);
    },
  },
  'pdf-loses-row-at-page-end': {
    ...april,
    // 40 rows a page, of which 8 are above the lines: the 33rd fee begins the second page, at 1.33.
    right: ['EUR 1.32', 'EUR 1.33', 'EUR 1.34'],
    wrong: ['EUR 1.32', 'EUR 1.34'],
    look: async (world) => {
      const fees = Array.from({ length: 40 }, (_, index) => `1.${String(index + 1).padStart(2, '0')}`);
      return written(world, await sold(world, fees), /EUR 1\.3[234]$/);
    },
  },
  'pdf-full-page-loses-last-row': {
    ...april,
    // 8 rows are above 28 fees, 1.01 to 1.28, and 4 below them: all 40 of a page.
    right: ['EUR 32.06', 'EUR 32.06'],
    wrong: ['EUR 32.06'],
    look: async (world) => {
      const fees = Array.from({ length: 28 }, (_, index) => `1.${String(index + 1).padStart(2, '0')}`);
      return written(world, await sold(world, fees), /EUR 32\.06$/);
    },
  },
  'pdf-total-before-discount': {
    ...april,
    // 30.00 less 10 per cent.
    right: ['EUR 30.00', 'EUR -3.00', 'EUR 27.00'],
    wrong: ['EUR 30.00', 'EUR -3.00', 'EUR 30.00'],
    look: async (world) => {
      await world.publish('basic', [flatFee('30.00')]);
      const customerId = await world.customer();
      await redeem(world, customerId);
      await world.subscribe(customerId, 'basic', { start: '2026-04-01' });
      return (await written(world, customerId, /EUR -?[1-9]/)).slice(1);
    },
  },
};
