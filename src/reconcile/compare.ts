import { moneyOf } from '../model/money.ts';
import type { BillDifference, Comparison } from './comparison.ts';
import type { ComparisonPlan } from './comparison-plan.ts';
import { comparisonSteps, differencesSql } from './comparison-sql.ts';
import { type DifferenceClass, differenceClasses } from './difference-class.ts';
import type { Engine } from './engines/engine.ts';
import { loadExtract } from './load-extract.ts';
import { refuseUntied } from './tie.ts';

/** Compares two extracts exactly. Throws when either is not whole, or when the differences do not explain the totals. */
export async function compare(engine: Engine, plan: ComparisonPlan): Promise<Comparison> {
  const legacyTotals = await loadExtract(engine, 'legacy', plan.legacy);
  const targetTotals = await loadExtract(engine, 'target', plan.target);
  for (const step of comparisonSteps) await engine.run(step);
  const differences = (await engine.rows(differencesSql)).map(readDifference);
  const comparison = { legacyTotals, targetTotals, differences };
  refuseUntied(comparison);
  return comparison;
}

function readDifference(row: Readonly<Record<string, string>>): BillDifference {
  const text = (name: string): string => row[name] ?? '';
  const currency = text('currency');
  const otherCurrency = text('other_currency');
  return {
    class: readClass(text('class')),
    legacyKey: {
      account: text('account'),
      item: text('item'),
      currency,
      periodFrom: text('period_from'),
      periodTo: text('period_to'),
    },
    targetKey: {
      account: text('account'),
      item: text('other_item'),
      currency: otherCurrency,
      periodFrom: text('other_period_from'),
      periodTo: text('other_period_to'),
    },
    legacyNet: moneyOf(BigInt(text('legacy_net')), currency),
    legacyTax: moneyOf(BigInt(text('legacy_tax')), currency),
    targetNet: moneyOf(BigInt(text('target_net')), otherCurrency),
    targetTax: moneyOf(BigInt(text('target_tax')), otherCurrency),
    legacyLines: Number(text('legacy_lines')),
    targetLines: Number(text('target_lines')),
  };
}

function readClass(name: string): DifferenceClass {
  const found = differenceClasses.find((known) => known === name);
  if (found === undefined) throw new RangeError(`the comparison found an unknown class "${name}"`);
  return found;
}
