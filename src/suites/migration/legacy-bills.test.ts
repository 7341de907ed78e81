import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { billCsv, totalsCsv, totalsOf } from '../../model/billing/bill-extract.ts';
import { expectedInvoices } from '../../oracle/invoicing/expected-invoices.ts';
import { referenceProfile } from '../../oracle/reference-profile.ts';
import { linesOfExpected } from './bill-lines.ts';
import { readLegacy } from './legacy.ts';

const dir = fileURLToPath(new URL('../../../data/legacy/', import.meta.url));
const read = (name: string) => readFile(`${dir}${name}`, 'utf8');

/** Worked out with pencil and paper; the way to each stands in data/legacy/README.md. */
const byHand = [
  'L-1002,team-eur/seats,2026-01-15,2026-02-15,EUR,119.40,20.42',
  'L-1002,discount,2026-01-15,2026-01-15,EUR,-11.94,0.00',
  'L-1003,basic-eur/fee,2026-02-28,2026-03-31,EUR,29.90,5.98',
  'L-1003,basic-eur/fee,2026-03-31,2026-04-30,EUR,32.90,6.58',
  'L-1004,metered-eur/calls,2026-01-05,2026-02-05,EUR,31.90,6.70',
  'L-1008,basic-eur/fee,2026-01-12,2026-02-01,EUR,19.29,3.67',
  'L-1009,basic-eur/fee,2026-02-20,2026-03-08,EUR,-17.09,-3.59',
  'L-1009,team-eur/seats,2026-02-20,2026-03-08,EUR,5.69,1.19',
  'L-2007,basic-usd/fee,2026-02-11,2026-03-07,USD,-27.00,-2.40',
  'L-3005,team-jpy/seats,2026-02-17,2026-03-11,JPY,-3929,-393',
  'L-3005,basic-jpy/fee,2026-02-17,2026-03-11,JPY,3064,306',
];

describe('the shipped bills of the old system', () => {
  test('are what the oracle makes of its accounts, contracts and usage', async () => {
    const accounts = await readLegacy(dir);
    const lines = accounts.flatMap(({ account, history }) =>
      expectedInvoices(history.billing, referenceProfile).flatMap((invoice) =>
        linesOfExpected(account, invoice),
      ),
    );
    expect(accounts).toHaveLength(24);
    expect(new Set(lines.map(({ currency }) => currency))).toEqual(new Set(['EUR', 'USD', 'JPY']));
    expect(await read('bills.csv')).toBe(billCsv(lines));
    expect(await read('bills-totals.csv')).toBe(totalsCsv(totalsOf(lines)));
  });

  test.each(byHand)('hold the line that was worked out by hand: %s', async (line) => {
    expect((await read('bills.csv')).split('\n')).toContain(line);
  });
});
