import { flatFee, perCall } from '../../test-world.ts';
import { quoteOf, usageIn, type Witness } from './witness.ts';

/** From the price book to the rated usage. */
export const serviceWitnesses: Readonly<Record<string, Witness>> = {
  'newer-price-ignored': {
    today: '2026-01-01',
    right: ['10.00', '12.00'],
    wrong: ['10.00', '10.00'],
    look: async (world) => {
      await world.publish('gold', [flatFee('10.00')]);
      await world.publish('gold', [flatFee('12.00')], { effectiveFrom: '2026-02-01' });
      const customerId = await world.customer();
      await world.subscribe(customerId, 'gold');
      await world.advance('2026-02-01');
      return (await world.invoices(customerId)).map((invoice) => invoice.total.amount);
    },
  },
  'anchor-day-drifts': {
    today: '2026-01-31',
    right: ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'],
    wrong: ['2026-01-31', '2026-02-28', '2026-03-28', '2026-04-28'],
    look: async (world) => {
      await world.publish('gold', [flatFee('10.00')]);
      const customerId = await world.customer();
      await world.subscribe(customerId, 'gold', { start: '2026-01-31' });
      await world.advance('2026-05-01');
      return (await world.invoices(customerId)).map((invoice) => invoice.issueDate);
    },
  },
  'boundaries-at-utc-midnight': {
    today: '2026-01-01',
    right: '1',
    wrong: '0',
    look: async (world) => {
      await world.publish('metered', [perCall('1.00')]);
      const customerId = await world.customer({ timeZone: 'America/Los_Angeles' });
      await world.send(customerId, [{ id: 'e1', quantity: '1', at: '2026-02-01T07:59:59Z' }]);
      return usageIn(world, customerId, { from: '2026-01-01', to: '2026-02-01' });
    },
  },
  'preview-a-day-short': {
    today: '2026-01-01',
    right: ['-17.00', '34.00', '-17.00', '34.00'],
    wrong: ['-16.00', '32.00', '-17.00', '34.00'],
    look: async (world) => {
      await world.publish('gold', [flatFee('31.00')]);
      await world.publish('platinum', [flatFee('62.00')]);
      const customerId = await world.customer();
      const id = await world.subscribe(customerId, 'gold');
      const timing = { kind: 'date', date: '2026-01-15' };
      await world.ok('POST', `/v1/subscriptions/${id}/change`, { plan: 'platinum', timing });
      const quote = await quoteOf(world, customerId, '2026-01-15');
      await world.advance('2026-01-15');
      const invoice = (await world.invoices(customerId)).at(-1);
      return [...(quote?.lines ?? []), ...(invoice?.lines ?? [])].map((line) => line.net.amount);
    },
  },
  'thirty-day-plan-as-month': {
    today: '2026-01-01',
    right: ['2026-01-01', '2026-01-31', '2026-03-02'],
    wrong: ['2026-01-01', '2026-02-01', '2026-03-01'],
    look: async (world) => {
      await world.publish('thirty', [flatFee('10.00')], { interval: { unit: 'day', count: 30 } });
      const customerId = await world.customer();
      await world.subscribe(customerId, 'thirty');
      await world.advance('2026-03-05');
      return (await world.invoices(customerId)).map((invoice) => invoice.issueDate);
    },
  },
  'retry-counted-in-both-months': {
    today: '2026-01-31',
    right: ['accepted', 'duplicate'],
    wrong: ['accepted', 'accepted'],
    look: async (world) => {
      await world.publish('metered', [perCall('1.00')]);
      const customerId = await world.customer();
      return [
        await world.send(customerId, [{ id: 'e1', quantity: '1', at: '2026-01-31T23:59:59Z' }]),
        await world.send(customerId, [{ id: 'e1', quantity: '1', at: '2026-02-01T00:00:01Z' }]),
      ];
    },
  },
  'boundary-day-in-no-bill': {
    today: '2026-01-01',
    right: ['0', '2'],
    wrong: ['0', '0'],
    look: async (world) => {
      await world.publish('metered', [perCall('1.00')]);
      const customerId = await world.customer();
      await world.send(customerId, [
        { id: 'e1', quantity: '1', at: '2026-02-01T00:00:00Z' },
        { id: 'e2', quantity: '1', at: '2026-02-01T23:59:00Z' },
      ]);
      return [
        await usageIn(world, customerId, { from: '2026-01-01', to: '2026-02-01' }),
        await usageIn(world, customerId, { from: '2026-02-01', to: '2026-03-01' }),
      ];
    },
  },
  'tier-bound-exclusive': {
    today: '2026-01-01',
    right: { amount: '10.00', perTier: ['10.00', '0.00'] },
    wrong: { amount: '9.50', perTier: ['9.00', '0.50'] },
    look: async (world) => {
      const { amount, perTier } = await world.ok<{ amount: string; perTier: string[] }>(
        'POST',
        '/v1/preview',
        {
          kind: 'rating',
          currency: 'EUR',
          price: {
            kind: 'graduated',
            tiers: [
              { upTo: '10', unit: '1', flat: '0' },
              { upTo: null, unit: '0.5', flat: '0' },
            ],
          },
          quantity: '10',
          alreadyBilled: '0',
          runningTotals: [],
          minimum: null,
          maximum: null,
        },
      );
      return { amount, perTier };
    },
  },
  'usage-line-on-last-day': {
    today: '2026-01-01',
    right: { from: '2026-01-01', to: '2026-02-01' },
    wrong: { from: '2026-01-31', to: '2026-02-01' },
    look: async (world) => {
      await world.publish('metered', [perCall('1.00')]);
      const customerId = await world.customer();
      await world.subscribe(customerId, 'metered');
      await world.send(customerId, [{ id: 'e1', quantity: '3', at: '2026-01-10T12:00:00Z' }]);
      await world.advance('2026-02-01');
      return (await world.invoices(customerId))[0]?.lines[0]?.period;
    },
  },
};
