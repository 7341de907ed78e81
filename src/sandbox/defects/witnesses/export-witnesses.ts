import { flatFee, type TestWorld } from '../../test-world.ts';
import { creditNote } from './credit-account.ts';
import { paidInvoice, type Witness } from './witness.ts';

/** Files for other systems. */
export const exportWitnesses: Readonly<Record<string, Witness>> = {
  'export-shows-one-period': {
    today: '2026-01-01',
    right: ['2026-01-01 2026-02-01', '2026-02-01 2026-03-01'],
    wrong: ['2026-01-01 2026-02-01', '2026-01-01 2026-02-01'],
    look: async (world) => {
      await billedUntil(world, '2026-02-01');
      return cells(world, 'invoice-lines', ['from', 'to']);
    },
  },
  'export-without-credit-notes': {
    today: '2026-01-01',
    right: ['40.00 60.00'],
    wrong: ['0.00 100.00'],
    look: async (world) => {
      await world.publish('gold', [flatFee('100.00')]);
      const customerId = await world.customer();
      await world.subscribe(customerId, 'gold');
      const [invoice] = await world.invoices(customerId);
      await creditNote(world, invoice?.id ?? '', { key: 'n1', net: '40.00' });
      return cells(world, 'invoices', ['credited', 'due']);
    },
  },
  'export-keeps-nine-digits': {
    today: '2026-01-01',
    right: ['9999999.99 12345678.90'],
    wrong: ['9999999.99 2345678.90'],
    look: async (world) => {
      for (const amount of ['9999999.99', '12345678.90'])
        await world.publish(`at-${amount}`, [flatFee(amount)]);
      const customerId = await world.customer();
      await world.subscribe(customerId, 'at-9999999.99');
      await world.subscribe(customerId, 'at-12345678.90', { key: 's2' });
      return [(await cells(world, 'invoices', ['total'])).join(' ')];
    },
  },
  'export-days-in-utc': {
    today: '2026-01-01',
    right: ['2026-01-01 2026-02-01'],
    wrong: ['2025-12-31 2026-01-31'],
    look: async (world) => {
      await billedUntil(world, '2026-01-01', { timeZone: 'Europe/Berlin' });
      return cells(world, 'invoice-lines', ['from', 'to']);
    },
  },
  'export-moments-without-zone': {
    today: '2026-01-01',
    right: ['2025-12-31T23:00:00.000Z 2026-01-31T23:00:00.000Z'],
    wrong: ['2026-01-01T00:00:00.000Z 2026-02-01T00:00:00.000Z'],
    look: async (world) => {
      await billedUntil(world, '2026-01-01', { timeZone: 'Europe/Berlin' });
      return cells(world, 'invoice-lines', ['servedFrom', 'servedTo']);
    },
  },
  'export-without-periods': {
    today: '2026-01-01',
    right: ['recurring 2026-01-01', 'proration-credit 2026-01-16'],
    wrong: ['recurring 2026-01-01', 'proration-credit '],
    look: async (world) => {
      await cancelledInJanuary(world);
      return cells(world, 'invoice-lines', ['kind', 'from']);
    },
  },
  'books-file-of-invoices-only': {
    today: '2026-01-01',
    right: 6,
    wrong: 4,
    look: async (world) => {
      const { customerId } = await paidInvoice(world, 'EUR', '10.00');
      const lines = ['debit', 'credit'].map((side) => ({
        account: side === 'debit' ? 'receivables' : 'revenue',
        side,
        amount: { amount: '1.00', currency: 'EUR' },
      }));
      await world.ok('POST', '/v1/journals', { customerId, date: '2026-01-01', lines });
      return (await cells(world, 'ledger', ['account'])).length;
    },
  },
  'export-due-stale': {
    today: '2026-01-01',
    right: ['10.00 0.00'],
    wrong: ['10.00 10.00'],
    look: async (world) => {
      await paidInvoice(world, 'EUR', '10.00');
      return cells(world, 'invoices', ['paid', 'due']);
    },
  },
  'export-stops-at-hundred': {
    today: '2026-01-01',
    right: 101,
    wrong: 100,
    look: async (world) => {
      await world.publish('daily', [flatFee('1.00')], { interval: { unit: 'day', count: 1 } });
      await world.subscribe(await world.customer(), 'daily');
      await world.advance('2026-04-11');
      return (await cells(world, 'invoices', ['id'])).length;
    },
  },
  'export-leaves-out-credits': {
    today: '2026-01-01',
    right: ['31.00', '-16.00'],
    wrong: ['31.00'],
    look: async (world) => {
      await cancelledInJanuary(world);
      return cells(world, 'invoice-lines', ['net']);
    },
  },
  'export-two-digits-only': {
    today: '2026-01-01',
    right: ['KWD 4.567'],
    wrong: ['KWD 45.67'],
    look: async (world) => {
      await paidInvoice(world, 'KWD', '4.567');
      return cells(world, 'payments', ['currency', 'amount']);
    },
  },
  'export-groups-thousands': {
    today: '2026-01-01',
    right: ['1234.56'],
    wrong: ['1,234.56'],
    look: async (world) => {
      await paidInvoice(world, 'EUR', '1234.56');
      return cells(world, 'invoices', ['total']);
    },
  },
  'export-cell-not-quoted': {
    today: '2026-01-01',
    right: '"Ada, Ltd"',
    wrong: 'Ada, Ltd',
    look: (world) => nameCell(world, 'Ada, Ltd'),
  },
  'export-quote-not-doubled': {
    today: '2026-01-01',
    right: '"Ada ""A"" Ltd"',
    wrong: '"Ada "A" Ltd"',
    look: (world) => nameCell(world, 'Ada "A" Ltd'),
  },
  'export-runs-formulas': {
    today: '2026-01-01',
    right: "'=1+1",
    wrong: '=1+1',
    look: (world) => nameCell(world, '=1+1'),
  },
  'export-skips-credited-tax': {
    today: '2026-01-01',
    right: ['3.10', '-1.60'],
    wrong: ['3.10', '1.60'],
    look: async (world) => {
      await world.ok('POST', '/v1/tax-rates', { country: 'DE', ratePercent: '10', from: '2020-01-01' });
      await cancelledInJanuary(world);
      return cells(world, 'invoice-lines', ['tax']);
    },
  },
};

async function billedUntil(world: TestWorld, day: string, customer: object = {}): Promise<void> {
  await world.publish('gold', [flatFee('31.00')]);
  await world.subscribe(await world.customer(customer), 'gold');
  await world.advance(day);
}

/** EUR 31.00 for January; on the 16th the sixteen days that are left are given back. */
async function cancelledInJanuary(world: TestWorld): Promise<void> {
  await world.publish('gold', [flatFee('31.00')]);
  const id = await world.subscribe(await world.customer(), 'gold');
  await world.advance('2026-01-16');
  await world.ok('POST', `/v1/subscriptions/${id}/cancel`, { timing: { kind: 'date', date: '2026-01-16' } });
}

/** The named cells of each row. */
async function cells(world: TestWorld, kind: string, columns: readonly string[]): Promise<readonly string[]> {
  const { text } = await world.call('GET', `/v1/exports/${kind}`);
  const [header = [], ...rows] = text.trimEnd().split('\r\n').map(split);
  return rows.map((row) => columns.map((column) => row[header.indexOf(column)]).join(' '));
}

function split(row: string): readonly string[] {
  return [...row.matchAll(/(?:^|,)("[^"]*"|[^,]*)/g)].map(([, cell = '']) => cell.replaceAll('"', ''));
}

async function nameCell(world: TestWorld, name: string): Promise<string> {
  await billedUntil(world, '2026-01-01', { name });
  const { text } = await world.call('GET', '/v1/exports/invoices');
  return /,cus_[^,]*,(.*?),finalised,/s.exec(text)?.[1] ?? text;
}
