import { unusedCredit } from '../../rules/credit/unused-credit.ts';
import type { Defect } from '../defect.ts';

/** A credited charge was taken for one that is settled by hand. The list has no row for it. */
export const partlyCreditedChargeGivenBack: Defect = {
  name: 'partly-credited-charge-given-back',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'over-credited',
  severity: 'major',
  title: 'Of a charge of which a part was credited, unused days give back all that is left',
  rules: {
    unusedCredit: (unused) =>
      unusedCredit(unused.charge.credited > 0n ? { ...unused, amount: unused.charge.invoiced } : unused),
  },
};
