import { askTaxEngine } from '../../procedures/tax/tax-engine.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const engineNotToldOfRegion: Defect = {
  name: 'engine-not-told-of-region',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'wrong-tax',
  severity: 'critical',
  title: 'The tax engine is asked for a country, and never hears of the state',
  procedures: {
    askTaxEngine: (context, question) => {
      const supplies = [...question.supplies].map(
        ([line, supply]) => [line, { ...supply, customer: { ...supply.customer, region: null } }] as const,
      );
      return askTaxEngine(context, { ...question, supplies: new Map(supplies) });
    },
  },
};
