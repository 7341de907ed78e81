import { HarnessFault } from '../../model/fault.ts';
import { catalogDefects } from './catalog/index.ts';
import { creditDefects } from './credit/index.ts';
import type { Defect } from './defect.ts';
import { integrationDefects } from './integration/index.ts';
import { invoicingDefects } from './invoicing/index.ts';
import { ledgerDefects } from './ledger/index.ts';
import { paymentDefects } from './payment/index.ts';
import { performanceDefects } from './performance/index.ts';
import { ratingDefects } from './rating/index.ts';
import { subscriptionDefects } from './subscription/index.ts';
import { taxDefects } from './tax/index.ts';
import { usageDefects } from './usage/index.ts';

/** By stage, in the order of an order's way to cash. */
export const defects: readonly Defect[] = [
  ...catalogDefects,
  ...subscriptionDefects,
  ...usageDefects,
  ...ratingDefects,
  ...invoicingDefects,
  ...taxDefects,
  ...creditDefects,
  ...paymentDefects,
  ...ledgerDefects,
  ...integrationDefects,
  ...performanceDefects,
];

export function defectNamed(name: string): Defect {
  const found = defects.find((defect) => defect.name === name);
  if (found !== undefined) return found;
  throw new HarnessFault({
    code: 'USAGE',
    message: `Found the defect "${name}", expected one of: ${defects.map((defect) => defect.name).join(', ')}.`,
    hint: 'Run "tollgate prove --list" to see what each of them does.',
  });
}
