import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BillLine, billCsv } from '../model/billing/bill-extract.ts';
import { compare } from './compare.ts';
import type { Comparison } from './comparison.ts';
import { type DifferenceClass, differenceClasses } from './difference-class.ts';
import { openDuckdb } from './engines/duckdb.ts';
import type { Engine } from './engines/engine.ts';
import { keyText, plantDifference } from './planted-difference.ts';

let dir: string;
let engine: Engine;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tollgate-compare-'));
  engine = await openDuckdb({ spillDir: join(dir, 'spill'), memoryMiB: 256 });
});
afterAll(async () => {
  engine.close();
  await rm(dir, { recursive: true });
});

const january = { periodFrom: '2026-01-01', periodTo: '2026-02-01' };
const february = { periodFrom: '2026-02-01', periodTo: '2026-03-01' };
const base: BillLine = { account: 'A', item: 'base', ...january, currency: 'EUR', net: '10.00', tax: '1.90' };
const other: BillLine = { ...base, account: 'B', currency: 'JPY', net: '1000', tax: '100' };

async function compareTexts(
  legacy: string,
  target: string,
  totals: string | null = null,
): Promise<Comparison> {
  const [legacyFile, targetFile, totalsFile] = ['legacy.csv', 'target.csv', 'totals.csv'].map((name) =>
    join(dir, name),
  ) as [string, string, string];
  await writeFile(legacyFile, legacy);
  await writeFile(targetFile, target);
  if (totals !== null) await writeFile(totalsFile, totals);
  return compare(engine, {
    legacy: { name: 'the old bills', billsFile: legacyFile, totalsFile: null },
    target: { name: 'the new bills', billsFile: targetFile, totalsFile: totals === null ? null : totalsFile },
  });
}

function compareLines(legacy: readonly BillLine[], target: readonly BillLine[]): Promise<Comparison> {
  return compareTexts(billCsv(legacy), billCsv(target));
}

async function classesOf(
  legacy: readonly BillLine[],
  target: readonly BillLine[],
): Promise<DifferenceClass[]> {
  return (await compareLines(legacy, target)).differences.map((difference) => difference.class);
}

describe('classes', () => {
  const rows: readonly [name: string, target: readonly BillLine[], classes: readonly DifferenceClass[]][] = [
    ['the same bills in another order', [other, base], []],
    ['an item left out', [other], ['missing']],
    ['an item of its own', [base, other, { ...base, item: 'fee', net: '3.00' }], ['extra']],
    ['an item twice', [base, base, other], ['duplicated']],
    ['an item three times', [base, base, base, other], ['duplicated']],
    ['a cent more', [{ ...base, net: '10.01' }, other], ['amount-over']],
    ['a cent less', [{ ...base, net: '9.99' }, other], ['amount-under']],
    ['more net and less tax', [{ ...base, net: '10.01', tax: '1.89' }, other], ['amount-over']],
    ['tax alone', [{ ...base, tax: '1.91' }, other], ['tax-differs']],
    ['another currency', [{ ...base, currency: 'USD' }, other], ['currency-differs']],
    ['another period', [{ ...base, ...february }, other], ['period-differs']],
    ['another item', [{ ...base, item: 'seat' }, other], ['item-differs']],
    ['another account', [{ ...base, account: 'C' }, other], ['missing', 'extra']],
    ['split in two', [{ ...base, net: '4.00' }, { ...base, net: '6.00', tax: '0.00' }, other], ['regrouped']],
    [
      'two faults at once',
      [
        { ...base, net: '10.01' },
        { ...other, net: '999' },
      ],
      ['amount-over', 'amount-under'],
    ],
  ];
  test.each(rows)('%s', async (_name, target, classes) => {
    expect(await classesOf([base, other], target)).toEqual(classes);
  });

  test('an amount that joined the next month is a moved period, with its amount', async () => {
    const next = { ...base, ...february };
    const { differences } = await compareLines([base, next], [next, next]);
    expect(differences).toHaveLength(1);
    expect(differences[0]).toMatchObject({
      class: 'period-differs',
      legacyKey: { periodFrom: '2026-01-01' },
      targetKey: { periodFrom: '2026-02-01' },
      legacyNet: { amountMinor: 1000n },
      targetNet: { amountMinor: 1000n },
    });
  });

  test('tax that is too high in one month and too low in the next moved nowhere', async () => {
    const next = { ...base, ...february };
    const target = [
      { ...base, tax: '1.91' },
      { ...next, tax: '1.89' },
    ];
    expect(await classesOf([base, next], target)).toEqual(['tax-differs', 'tax-differs']);
  });

  test('amounts beyond what a double holds are still exact', async () => {
    const large = { ...base, net: '90071992547409.93' };
    const { differences } = await compareLines([large], [{ ...large, net: '90071992547409.94' }]);
    expect(
      differences.map(({ legacyNet, targetNet }) => targetNet.amountMinor - legacyNet.amountMinor),
    ).toEqual([1n]);
  });
});

describe('extracts that prove nothing', () => {
  const good = billCsv([base]);
  const header = billCsv([]);
  const bad: readonly [name: string, target: string, message: RegExp][] = [
    ['no line', header, /no line in the new bills/],
    ['no byte', '', /another first line/],
    ['another header', good.replace('account', 'konto'), /another first line/],
    ['torn inside the last line', good.slice(0, -8), /torn in its last line/],
    ['a field too few', `${header}A,base,2026-01-01,2026-02-01,EUR,10.00\n`, /torn or malformed/],
    ['a field too many', good.replace('1.90', '1.90,x'), /torn or malformed/],
    [
      'a quote that never ends',
      `${header}"A,base,2026-01-01,2026-02-01,EUR,10.00,1.90\n`,
      /torn or malformed/,
    ],
    ['an amount with a digit too many', good.replace('10.00', '10.001'), /net 10\.001 in line 2/],
    ['an amount with a digit too few', good.replace('1.90', '1.9'), /tax 1\.9 in line 2/],
    ['no amount', good.replace('10.00', ''), /net \(empty\) in line 2/],
    ['an amount as a float', good.replace('10.00', '1e1'), /net 1e1/],
    ['no such day', good.replace('2026-02-01', '2026-02-30'), /period_to 2026-02-30/],
    ['no such currency', good.replace('EUR', 'EUX'), /currency EUX/],
    ['no account', good.replace('A,', ','), /no account/],
  ];
  test.each(bad)('%s is one clear error', async (_name, target, message) => {
    await expect(compareTexts(good, target)).rejects.toThrow(message);
  });

  test('two empty extracts are not equal', async () => {
    await expect(compareTexts(header, header)).rejects.toThrow(/no line/);
  });

  test('control totals that say otherwise are an error, those that agree are not', async () => {
    const agreed = 'currency,lines,net,tax\nEUR,1,10.00,1.90\n';
    expect((await compareTexts(good, good, agreed)).differences).toEqual([]);
    await expect(compareTexts(good, good, agreed.replace(',1,', ',2,'))).rejects.toThrow(/control totals/);
  });
});

const cents = fc.integer({ min: -5000, max: 500_000 }).filter((minor) => minor < 0 || minor > 2);
const bill = fc.record({
  account: fc.constantFrom(...Array.from({ length: 12 }, (_, index) => `ACC-${index}`)),
  item: fc.constantFrom('base', 'seats', 'api, "calls"', "o'clock"),
  month: fc.integer({ min: 1, max: 9 }),
  currency: fc.constantFrom('EUR', 'USD', 'JPY', 'KWD'),
  net: cents,
  tax: fc.integer({ min: 0, max: 900 }),
});

function lineOf(drawn: {
  account: string;
  item: string;
  month: number;
  currency: string;
  net: number;
  tax: number;
}) {
  const digits = { EUR: 2, USD: 2, JPY: 0, KWD: 3 }[drawn.currency] ?? 2;
  const text = (minor: number) => {
    const all = String(Math.abs(minor)).padStart(digits + 1, '0');
    const sign = minor < 0 ? '-' : '';
    return digits === 0 ? `${sign}${all}` : `${sign}${all.slice(0, -digits)}.${all.slice(-digits)}`;
  };
  return {
    account: drawn.account,
    item: drawn.item,
    periodFrom: `2026-0${drawn.month}-01`,
    periodTo: `2026-0${drawn.month}-28`,
    currency: drawn.currency,
    net: text(drawn.net),
    tax: text(drawn.tax),
  };
}

const billsArbitrary = fc
  .array(bill, { minLength: 12, maxLength: 60 })
  .map((drawn) => [...new Map(drawn.map(lineOf).map((line) => [keyText(line), line])).values()]);
const plantsArbitrary = fc.array(fc.tuple(fc.constantFrom(...differenceClasses), fc.nat(1000)), {
  maxLength: 6,
});

test('a difference is planted only where it cannot be taken for another', async () => {
  const line = { account: 'A', item: 'base', periodFrom: '2026-01-01', periodTo: '2026-01-28', tax: '0.00' };
  const legacy = [
    { ...line, currency: 'EUR', net: '5.00' },
    { ...line, currency: 'USD', net: '6.00' },
  ];
  const planted = plantDifference(legacy, 'currency-differs', 0);
  expect(planted?.expected.legacyNet.currency).toBe('USD');
  const { differences } = await compareLines(legacy, planted?.lines ?? []);
  expect(differences.map((difference) => difference.class)).toEqual(['currency-differs']);
});

test('random extracts with planted differences: each is found, with its amounts, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(billsArbitrary, plantsArbitrary, async (legacy, plants) => {
      const accounts = [...new Set(legacy.map((line) => line.account))];
      const expected: unknown[] = [];
      let target: readonly BillLine[] = legacy;
      // One difference for each account: two on one could together look like a third kind, and rightly so.
      for (const [index, [wanted, place]] of plants.slice(0, accounts.length).entries()) {
        const own = target.filter((line) => line.account === accounts[index]);
        const planted = plantDifference(own, wanted, place);
        if (planted === null) continue;
        target = [...target.filter((line) => line.account !== accounts[index]), ...planted.lines];
        expected.push(planted.expected);
      }
      if (target.length === 0) return;
      const { differences } = await compareLines(legacy, target);
      const found = differences.map(
        ({ legacyLines: _legacy, targetLines: _target, ...difference }) => difference,
      );
      expect(sorted(found)).toEqual(sorted(expected));
    }),
    { numRuns: 40 },
  );
});

function sorted(values: readonly unknown[]): readonly string[] {
  return values
    .map((value) => JSON.stringify(value, (_key, part) => (typeof part === 'bigint' ? `${part}` : part)))
    .sort();
}
