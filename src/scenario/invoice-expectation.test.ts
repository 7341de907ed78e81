import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Invoice, InvoiceLine } from '../model/billing/invoice.ts';
import { localDate } from '../model/date.ts';
import { moneyOf } from '../model/money.ts';
import type { MoneyDifference } from '../model/observing/difference.ts';
import type { Driver } from '../target/driver.ts';
import type { ScenarioConfiguration } from './configuration.ts';
import { expectLines } from './invoice-expectation.ts';
import { expectedLines } from './line-table.ts';
import type { Recorder } from './recorder.ts';
import { World } from './world.ts';

const profile = { roundingMode: 'half-up' };

function newWorld() {
  const differences: MoneyDifference[] = [];
  const record = {
    difference: (difference: MoneyDifference) => differences.push(difference),
    trail: () => undefined,
  } as unknown as Recorder;
  const configuration = { target: { profile } } as unknown as ScenarioConfiguration;
  return { differences, world: new World({ configuration, checkId: 'uat-1', record, driver: {} as Driver }) };
}

function line(kind: InvoiceLine['kind'], plan: string, minor: bigint): InvoiceLine {
  return {
    kind,
    plan,
    text: `${plan} ${kind}`,
    subscriptionId: null,
    charge: null,
    priceVersion: null,
    period: { from: localDate('2026-04-16'), to: localDate('2026-05-01') },
    quantity: '1',
    net: moneyOf(minor, 'EUR'),
    tax: moneyOf(0n, 'EUR'),
  };
}

function invoiceOf(...lines: readonly InvoiceLine[]): Invoice {
  return { number: 'INV-7', currency: 'EUR', lines } as unknown as Invoice;
}

const planCode = (name: string) => name;
const change = [
  ['line', 'plan', 'from', 'to', 'net'],
  ['unused days', 'Basic', '16 April 2026', '30 April 2026', 'EUR -15.00'],
  ['remaining days', 'Pro', '16 April 2026', '30 April 2026', 'EUR 45.00'],
];

function hold(invoice: Invoice, table: readonly (readonly string[])[], exact = true) {
  const { world, differences } = newWorld();
  expectLines(world, { invoice, customer: 'Acme', lines: expectedLines({ world, planCode }, table), exact });
  world.refuseEmpty();
  let message = '';
  try {
    world.verify();
  } catch (error) {
    message = (error as Error).message;
  }
  return { message, differences };
}

test('lines that are all there are right in any order', () => {
  const invoice = invoiceOf(
    line('proration-charge', 'Pro', 4500n),
    line('proration-credit', 'Basic', -1500n),
  );
  expect(hold(invoice, change)).toEqual({ message: '', differences: [] });
});

test('too small a credit is told as a credit in positive amounts, with all lines', () => {
  const invoice = invoiceOf(
    line('proration-credit', 'Basic', -1400n),
    line('proration-charge', 'Pro', 4500n),
  );
  const { message, differences } = hold(invoice, change);
  expect(differences).toMatchObject([
    { nature: 'credit', expected: '15.00', actual: '14.00', customer: 'Acme' },
  ]);
  expect(message).toContain('EUR -14.00');
  expect(message).toContain('remaining days of Pro, 16 April 2026 to 30 April 2026');
});

test('a line too few and one too many are money', () => {
  const twice = invoiceOf(line('proration-charge', 'Pro', 4500n), line('proration-charge', 'Pro', 4500n));
  expect(hold(twice, change).differences).toMatchObject([
    { nature: 'credit', expected: '15.00', actual: '0.00' },
    { nature: 'charge', expected: '0.00', actual: '45.00' },
  ]);
  expect(hold(twice, [change[0] ?? [], change[2] ?? []], false).differences).toEqual([]);
});

test('two equal rows need two lines', () => {
  const row = ['fee', 'Basic', 'EUR 1.00'];
  const table = [['line', 'plan', 'net'], row, row];
  expect(hold(invoiceOf(line('recurring', 'Basic', 100n)), table).differences).toHaveLength(1);
  const both = invoiceOf(line('recurring', 'Basic', 100n), line('recurring', 'Basic', 100n));
  expect(hold(both, table).message).toBe('');
});

test('an invoice holds its own lines, whatever they are and however they are shuffled', () => {
  const amounts = fc.array(fc.bigInt(-5000n, 5000n), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(amounts, fc.nat(7), (minors, shift) => {
      const lines = minors.map((minor) => line('recurring', 'Basic', minor));
      const rows = minors.map((minor) => ['fee', `EUR ${minor < 0n ? '-' : ''}${text(minor)}`]);
      const turned = [...lines.slice(shift % lines.length), ...lines.slice(0, shift % lines.length)];
      expect(hold(invoiceOf(...turned), [['line', 'net'], ...rows]).message).toBe('');
    }),
  );
});

function text(minor: bigint): string {
  const size = minor < 0n ? -minor : minor;
  return `${size / 100n}.${String(size % 100n).padStart(2, '0')}`;
}

test('an example that does not add up, or names an unknown column, is its author’s mistake', () => {
  const invoice = invoiceOf(line('recurring', 'Basic', 1500n));
  expect(() =>
    hold(invoice, [
      ['line', 'reckoning', 'net'],
      ['fee', '30.00 x 15 / 31', 'EUR 15.00'],
    ]),
  ).toThrow('gives EUR 14.52');
  expect(() =>
    hold(invoice, [
      ['line', 'gross'],
      ['fee', 'EUR 1.00'],
    ]),
  ).toThrow('column "gross"');
  expect(() => hold(invoice, [['line', 'net']])).toThrow('without rows');
  expect(() =>
    hold(invoice, [
      ['line', 'net'],
      ['fees', 'EUR 1.00'],
    ]),
  ).toThrow('Found the line "fees"');
});
