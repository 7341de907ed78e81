import { askTaxEngine } from '../../procedures/tax/tax-engine.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const engineNotToldOfVatId: Defect = {
  name: 'engine-not-told-of-vat-id',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'wrong-tax',
  severity: 'major',
  title: 'The tax engine never hears of a VAT id, and takes tax of businesses that owe it themselves',
  procedures: {
    askTaxEngine: (context, question) => {
      const supplies = [...question.supplies].map(
        ([line, supply]) => [line, { ...supply, customer: { ...supply.customer, vatId: null } }] as const,
      );
      return askTaxEngine(context, { ...question, supplies: new Map(supplies) });
    },
  },
};
