import type { TestWorld } from '../../test-world.ts';
import { accountBalance, duesOf, fill, taxedInvoice, voidWith, walletBalances } from './credit-account.ts';
import { quoteOf, type Witness } from './witness.ts';

/** Prepaid credits. The first invoice is older than any wallet; the second one, of February, uses them. */
export const walletWitnesses: Readonly<Record<string, Witness>> = {
  'wallet-of-month-end-lives-on': {
    today: '2026-01-01',
    right: 422,
    wrong: 201,
    look: async (world) => {
      const { customerId } = await taxedInvoice(world, ['100.00'], '0');
      const id = await fill(world, customerId, { credits: '60', expires: '2026-01-31' });
      await world.advance('2026-01-31');
      return (await world.call('POST', `/v1/wallets/${id}/top-up`, { credits: '5' })).status;
    },
  },
  'void-refills-one-wallet': {
    today: '2026-01-01',
    right: ['60.00', '60.00'],
    // Of the EUR 40.00 that it paid of EUR 100.00, nothing is in the second one.
    wrong: ['60.00', '20.00'],
    look: async (world) => {
      const { customerId } = await taxedInvoice(world, ['100.00'], '0');
      await fill(world, customerId, { credits: '60', key: 'w1', name: 'one', priority: 1 });
      await fill(world, customerId, { credits: '60', key: 'w2', name: 'two', priority: 2 });
      await world.advance('2026-02-01');
      await voidWith(world, (await world.invoices(customerId))[1]?.id ?? '', 'v1');
      return walletBalances(world, customerId);
    },
  },
  'credit-by-unrounded-tax': {
    today: '2026-01-01',
    right: '0.00',
    wrong: '-0.04',
    look: (world) =>
      secondDue(world, { prices: Array(10).fill('0.01'), tax: '40', wallets: [{ credits: '10' }] }),
  },
  'one-cent-stays-open': {
    today: '2026-01-01',
    right: '0.00',
    wrong: '0.11',
    look: (world) =>
      secondDue(world, { prices: Array(11).fill('1.01'), tax: '7.5', wallets: [{ credits: '50' }] }),
  },
  'restricted-wallet-loses-to-fee-order': {
    today: '2026-01-01',
    right: '15.00',
    wrong: '20.00',
    look: (world) =>
      secondDue(world, {
        prices: ['20.00', '20.00'],
        wallets: [
          { key: 'w1', credits: '15' },
          { key: 'w2', credits: '10', priority: 2, charges: ['fee-1'] },
        ],
      }),
  },
  // 3.75 credits of EUR 10.00 each.
  'whole-credits-only': {
    today: '2026-01-01',
    right: '62.50',
    wrong: '70.00',
    look: (world) => secondDue(world, { wallets: [{ credits: '3.75', rate: '10' }] }),
  },
  // EUR 7.50 of 40 credits at half a euro take 15 of them along.
  'spent-credits-at-one-to-one': {
    today: '2026-01-01',
    right: ['25'],
    wrong: ['32.5'],
    look: async (world) => {
      const { customerId } = await taxedInvoice(world, ['7.50'], '0');
      await fill(world, customerId, { credits: '40', rate: '0.5' });
      await world.advance('2026-02-01');
      type Wallets = { wallets: { credits: string }[] };
      const { wallets } = await world.ok<Wallets>('GET', `/v1/wallets?customerId=${customerId}`);
      return wallets.map(({ credits }) => credits);
    },
  },
  'expired-wallet-spent': {
    today: '2026-01-01',
    right: '100.00',
    wrong: '50.00',
    look: (world) => secondDue(world, { wallets: [{ credits: '50', expires: '2026-01-15' }] }),
  },
  'credits-lapse-with-next-run': {
    today: '2026-01-01',
    right: ['2026-01-01', '2026-01-15'],
    wrong: ['2026-01-01', '2026-02-01'],
    look: async (world) => {
      const customerId = await world.customer();
      await fill(world, customerId, { credits: '50', expires: '2026-01-15' });
      await world.advance('2026-02-01');
      type Books = { entries: { account: string; date: string }[] };
      const { entries } = await world.ok<Books>('GET', `/v1/ledger?customerId=${customerId}`);
      return entries.filter(({ account }) => account === 'prepaid-credit').map(({ date }) => date);
    },
  },
  'newest-wallet-first': {
    today: '2026-01-01',
    right: ['0.00', '0.00', '20.00'],
    wrong: ['20.00', '0.00', '0.00'],
    look: (world) => leftAfter(world, [1, 1, 1]),
  },
  'last-to-end-used-first': {
    today: '2026-01-01',
    // EUR 100.00 of two with EUR 80.00 each.
    right: ['60.00', '0.00'],
    wrong: ['0.00', '60.00'],
    look: async (world) => {
      const wallets = [
        { key: 'a', credits: '80', expires: null },
        { key: 'b', credits: '80', expires: '2026-03-15' },
      ];
      return walletBalances(world, await afterFebruary(world, { wallets }));
    },
  },
  'ended-credit-keeps-last-day': {
    today: '2026-01-01',
    right: '100.00',
    wrong: '50.00',
    look: (world) => secondDue(world, { wallets: [{ credits: '50', expires: '2026-02-01' }] }),
  },
  'priority-ignored': {
    today: '2026-01-01',
    right: ['20.00', '0.00', '0.00'],
    wrong: ['0.00', '0.00', '20.00'],
    look: (world) => leftAfter(world, [3, 2, 1]),
  },
  'wallet-balance-cut': {
    today: '2026-01-01',
    right: ['2.02'],
    wrong: ['2.01'],
    look: async (world) => {
      const { customerId } = await taxedInvoice(world);
      const id = await fill(world, customerId, { credits: '1.005' });
      await world.ok('POST', `/v1/wallets/${id}/top-up`, { credits: '1.005' });
      return walletBalances(world, customerId);
    },
  },
  'wallet-pays-several-invoices': {
    today: '2026-01-01',
    right: ['100.00', '50.00', '100.00'],
    wrong: ['100.00', '50.00', '50.00'],
    look: async (world) => {
      const { customerId } = await taxedInvoice(world, ['100.00'], '0');
      await fill(world, customerId, { credits: '50' });
      for (const key of ['s2', 's3']) await world.subscribe(customerId, 'gold', { key });
      return duesOf(world, customerId);
    },
  },
  'wallet-pays-any-charge': {
    today: '2026-01-01',
    right: '100.00',
    wrong: '50.00',
    look: (world) => secondDue(world, { wallets: [{ credits: '50', charges: ['other'] }] }),
  },
  'void-keeps-prepaid-credit': {
    today: '2026-01-01',
    right: ['150.00'],
    wrong: ['50.00'],
    look: async (world) => {
      const customerId = await afterFebruary(world, { wallets: [{ credits: '150' }] });
      await voidWith(world, (await world.invoices(customerId))[1]?.id ?? '', 'v1');
      return walletBalances(world, customerId);
    },
  },
  'top-up-repeated-despite-key': {
    today: '2026-01-01',
    right: ['17.00'],
    wrong: ['24.00'],
    look: async (world) => {
      const { customerId } = await taxedInvoice(world);
      const url = `/v1/wallets/${await fill(world, customerId, { credits: '10' })}/top-up`;
      const request = { method: 'POST', url, body: { credits: '7' } } as const;
      for (let repeat = 0; repeat < 2; repeat += 1)
        await world.callWith({ 'idempotency-key': 't1' }, request);
      return walletBalances(world, customerId);
    },
  },
  'preview-without-prepaid-credit': {
    today: '2026-01-01',
    right: '50.00',
    wrong: '100.00',
    look: async (world) => {
      const { customerId } = await taxedInvoice(world, ['100.00'], '0');
      await fill(world, customerId, { credits: '50' });
      return (await quoteOf(world, customerId, '2026-02-01'))?.due.amount;
    },
  },
  'unpaid-part-of-credits-given': {
    today: '2026-01-01',
    right: ['1030', '1.03'],
    wrong: ['1034', '1.03'],
    look: async (world) => {
      const steps = [{ kind: 'buy', credits: '1034' }];
      const wallet = { kind: 'wallet', currency: 'EUR', rate: '0.001', credits: '0', steps };
      const answer = await world.ok<{ steps: { creditsLeft: string; balanceLeft: string }[] }>(
        'POST',
        '/v1/preview',
        wallet,
      );
      return answer.steps.flatMap(({ creditsLeft, balanceLeft }) => [creditsLeft, balanceLeft]);
    },
  },
  'movement-worth-cut': {
    today: '2026-01-01',
    right: ['1.01'],
    wrong: ['1.00'],
    look: async (world) => {
      const { customerId } = await taxedInvoice(world);
      await fill(world, customerId, { credits: '1.005' });
      return walletBalances(world, customerId);
    },
  },
  'expired-credit-still-owed': {
    today: '2026-01-01',
    right: '0.00',
    wrong: '50.00',
    look: async (world) => {
      const wallets = [{ credits: '50', expires: '2026-01-15' }];
      return accountBalance(world, await afterFebruary(world, { wallets }), 'prepaid-credit');
    },
  },
};

interface Prepaid {
  readonly prices?: readonly string[];
  readonly tax?: string;
  readonly wallets: readonly (Readonly<Record<string, unknown>> & { readonly credits: string })[];
}

async function afterFebruary(world: TestWorld, prepaid: Prepaid): Promise<string> {
  const { customerId } = await taxedInvoice(world, prepaid.prices ?? ['100.00'], prepaid.tax ?? '0');
  for (const wallet of prepaid.wallets) await fill(world, customerId, wallet);
  await world.advance('2026-02-01');
  return customerId;
}

async function secondDue(world: TestWorld, prepaid: Prepaid): Promise<string | undefined> {
  return (await duesOf(world, await afterFebruary(world, prepaid)))[1];
}

/** Three wallets of EUR 40.00 pay EUR 100.00. */
async function leftAfter(world: TestWorld, priorities: readonly number[]): Promise<readonly string[]> {
  const wallets = priorities.map((priority, index) => ({ key: `w${index}`, credits: '40', priority }));
  return walletBalances(world, await afterFebruary(world, { wallets }));
}
