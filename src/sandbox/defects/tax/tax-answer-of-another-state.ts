import type { TaxDecision } from '../../engine/tax-procedures.ts';
import { knownTax } from '../../procedures/tax/tax-engine.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const taxAnswerOfAnotherState: Defect = {
  name: 'tax-answer-of-another-state',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'wrong-tax',
  severity: 'critical',
  title: 'What a tax engine said of one customer of a country is taken for all of them',
  procedures: {
    knownTax: (context, supply) => {
      const { customer } = supply;
      const key = `${context.tenantId} ${customer.country} ${supply.category} ${supply.date}`;
      const known = knownTax(context, supply) ?? said.get(key) ?? null;
      if (known !== null) said.set(key, known);
      return known;
    },
  },
};

const said = new Map<string, TaxDecision>();
