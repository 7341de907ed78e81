import { askTaxEngine } from '../../procedures/tax/tax-engine.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const engineToldSellerIsAtHome: Defect = {
  name: 'engine-told-seller-is-at-home',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'wrong-tax',
  severity: 'major',
  title: 'The tax engine is told that the seller is where the customer is',
  procedures: {
    askTaxEngine: (context, question) => {
      const supplies = [...question.supplies].map(
        ([line, supply]) =>
          [
            line,
            { ...supply, seller: { country: supply.customer.country, region: supply.customer.region } },
          ] as const,
      );
      return askTaxEngine(context, { ...question, supplies: new Map(supplies) });
    },
  },
};
