import { askTaxEngine } from '../../procedures/tax/tax-engine.ts';
import type { Defect } from '../defect.ts';

/** The engine never promised an order. The list has no row for it. */
export const taxAnswersByPosition: Defect = {
  name: 'tax-answers-by-position',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'wrong-tax',
  severity: 'critical',
  title: 'Answers of the tax engine are put on the lines in the order in which they come',
  procedures: {
    askTaxEngine: async (context, question) => {
      const answers = await askTaxEngine(context, question);
      if (answers === null) return null;
      const decisions = [...answers.values()];
      const keys = [...question.supplies.keys()];
      return new Map(decisions.map((decision, index) => [keys[index] ?? '', decision]));
    },
  },
};
