import { listFees } from '../../procedures/subscription/list-fees.ts';
import { planVersions } from '../../store/catalog.ts';
import type { Defect } from '../defect.ts';

export const listShowsFirstFlatPrice: Defect = {
  name: 'list-shows-first-flat-price',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'wrong-quote',
  severity: 'major',
  title: 'The price list shows what stands first in a plan, such as the fee for setting it up',
  procedures: {
    listFees: (context, date) =>
      listFees(context, date).map((listed) => {
        const version = planVersions(context, listed.plan).findLast((one) => one.effectiveFrom <= date);
        const first = version?.charges.find(({ kind, price }) => kind !== 'usage' && price.kind === 'flat');
        return first?.price.kind === 'flat'
          ? { ...listed, fee: { ...listed.fee, amount: first.price.amount } }
          : listed;
      }),
  },
};
