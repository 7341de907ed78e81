import { fractionOf, percentOf, roundHalfUp } from '../../arithmetic/fraction.ts';
import { linesToRebill } from '../../procedures/invoicing/rebill.ts';
import { customerById } from '../../store/customers.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const replacementForgetsExemption: Defect = {
  name: 'replacement-forgets-exemption',
  row: 'TAX',
  family: 'TAX',
  stage: 'credit',
  effect: 'wrong-tax',
  severity: 'major',
  title: 'An invoice of an exempt customer that is billed again carries the tax of his country',
  procedures: {
    linesToRebill: (context, rebilled) => {
      const { country, region = null } = customerById(context, rebilled.invoice.customerId);
      const rates = context.procedures.readTaxRates(context, country);
      return linesToRebill(context, rebilled).map((line) => {
        if (line.taxTreatment !== 'exempt') return line;
        const date = line.period?.from ?? rebilled.invoice.issueDate;
        const rate = context.rules.taxRateInForce({
          rates,
          place: { country, region },
          category: null,
          date,
        });
        const percent = rate?.ratePercent ?? '0';
        const tax = roundHalfUp(percentOf(fractionOf(line.net - line.discount, 1n), percent));
        return { ...line, tax, taxPercent: percent, taxTreatment: 'taxed' };
      });
    },
  },
};
