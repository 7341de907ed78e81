import { billedTerms } from '../../store/invoice-lines.ts';
import type { Defect } from '../defect.ts';

/** stripe/stripe-dotnet#3103 */
export const freeChargeGivenBackInFull: Defect = {
  name: 'free-charge-given-back-in-full',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'over-credited',
  severity: 'critical',
  title: 'Unused days of what cost nothing, being all discounted, are given back at the full price',
  procedures: {
    readBilledTerms: (context, service) => {
      const terms = billedTerms(context, service);
      return terms !== null && terms.price > 0n && terms.taken === terms.price ? null : terms;
    },
  },
};
