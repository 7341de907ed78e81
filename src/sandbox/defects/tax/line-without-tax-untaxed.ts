import type { TaxDecision } from '../../engine/tax-procedures.ts';
import { askTaxEngine } from '../../procedures/tax/tax-engine.ts';
import type { Defect } from '../defect.ts';

/** Answers were looked up, and none was taken for zero. The list has no row for it. */
export const lineWithoutTaxUntaxed: Defect = {
  name: 'line-without-tax-untaxed',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'wrong-tax',
  severity: 'critical',
  title: 'A line that the tax engine left out is not taxed',
  procedures: {
    askTaxEngine: async (context, { url, supplies }) => {
      const answers = new Map<string, TaxDecision>();
      for (const [key, supply] of supplies) {
        const one = await askTaxEngine(context, { url, supplies: new Map([[key, supply]]) });
        answers.set(key, one?.get(key) ?? { ratePercent: '0', treatment: 'no-tax' });
      }
      return answers;
    },
  },
};
