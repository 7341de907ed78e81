import type { InvoiceLine } from '../model/billing/invoice.ts';
import type { PolicyProfile } from '../model/billing/policy-profile.ts';
import { addDays } from '../model/date.ts';
import { canonicalDecimal } from '../model/decimal.ts';
import { displayMoney, type Money, moneyAmount } from '../model/money.ts';
import { minorUnits, plainText } from '../oracle/arithmetic/rounding.ts';
import { ScenarioDefect } from './expectation-failed.ts';
import type { ExpectedLine } from './invoice-expectation.ts';
import { lineWords } from './invoice-line-text.ts';
import { readDate } from './language/date-text.ts';
import { readMoney } from './language/money-text.ts';
import { readQuantity } from './language/quantity-text.ts';
import { reckon } from './language/reckoning.ts';
import { optionalCell, type Row, readTable, type Table } from './language/table.ts';
import type { World } from './world.ts';

const columns = ['line', 'plan', 'from', 'to', 'quantity', 'reckoning', 'net', 'tax', 'text'] as const;

export interface LineTable {
  readonly world: World;
  /** The target's code of a plan by its name. */
  readonly planCode: (name: string) => string;
}

/**
 * The rows of a table as lines. `from` and `to` are the first and the last day, both included. A `reckoning` is worked out
 * exactly and must give the row's own net amount: an example that does not add up is the author's mistake, not the bill's.
 */
export function expectedLines({ world, planCode }: LineTable, table: Table): readonly ExpectedLine[] {
  return readTable(table, columns).map((row) => {
    const net = amountIn(row, 'net');
    const reckoning = optionalCell(row, 'reckoning');
    if (reckoning !== null) proveReckoning(world, { row, reckoning, net });
    const tests = testsOf(row, planCode);
    return {
      name: nameOf(row),
      isFor: (line) => tests.every((test) => test(line)),
      net,
      tax: amountIn(row, 'tax'),
    };
  });
}

type LineTest = (line: InvoiceLine) => boolean;

function testsOf(row: Row, planCode: (name: string) => string): readonly LineTest[] {
  const tests: LineTest[] = [];
  const when = <T>(
    column: string,
    read: (text: string) => T,
    test: (line: InvoiceLine, value: T) => boolean,
  ) => {
    const text = optionalCell(row, column);
    if (text === null) return;
    const value = read(text);
    tests.push((line) => test(line, value));
  };
  when('line', readKind, (line, kind) => lineWords[line.kind] === kind);
  when('plan', planCode, (line, plan) => line.plan === plan);
  when('from', readDate, (line, from) => line.period?.from === from);
  when(
    'to',
    (text) => addDays(readDate(text), 1),
    (line, end) => line.period?.to === end,
  );
  when(
    'quantity',
    readQuantity,
    (line, quantity) => canonicalDecimal(line.quantity) === canonicalDecimal(quantity),
  );
  when('text', String, (line, text) => line.text === text);
  return tests;
}

function readKind(text: string): string {
  const words: readonly string[] = Object.values(lineWords);
  if (words.includes(text)) return text;
  throw new ScenarioDefect(`Found the line "${text}", expected one of: ${words.join(', ')}.`);
}

function amountIn(row: Row, column: string): Money | null {
  const text = optionalCell(row, column);
  return text === null ? null : readMoney(text);
}

function proveReckoning(
  world: World,
  { row, reckoning, net }: { readonly row: Row; readonly reckoning: string; readonly net: Money | null },
): void {
  if (net === null)
    throw new ScenarioDefect(`Found the reckoning "${reckoning}" without a net amount beside it.`);
  const mode: PolicyProfile['roundingMode'] = world.profile.roundingMode;
  const exact = reckon(reckoning);
  const rounded = { currency: net.currency, amountMinor: minorUnits(exact, net.currency, mode) };
  world.trail(nameOf(row), [
    { text: reckoning, value: plainText(exact) },
    { text: `rounded ${mode} to ${net.currency}`, value: moneyAmount(rounded) },
  ]);
  if (rounded.amountMinor === net.amountMinor) return;
  throw new ScenarioDefect(
    `Found the reckoning "${reckoning}", which gives ${displayMoney(rounded)}, beside a net of ${displayMoney(net)}; expected the two to agree. Mend the example.`,
  );
}

function nameOf(row: Row): string {
  return [row['line'], row['plan'], row['text'], row['from'], row['to'], row['net']]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
}
