import { billedTerms } from '../../store/invoice-lines.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const creditIgnoresDiscount: Defect = {
  name: 'credit-ignores-discount',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'under-billed',
  severity: 'major',
  title: 'Unused days come back at the full price, though less was paid for them',
  procedures: {
    readBilledTerms: (context, service) => {
      const terms = billedTerms(context, service);
      return terms === null ? null : { ...terms, taken: 0n };
    },
  },
};
