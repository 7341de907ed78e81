import { storeUsage } from '../../procedures/usage/store-usage.ts';
import type { Defect } from '../defect.ts';

/** The column for quantities was an integer. The list has no row for it. */
export const usageStoredInWholeUnits: Defect = {
  name: 'usage-stored-in-whole-units',
  row: 'USE',
  family: 'USE',
  stage: 'usage',
  effect: 'under-billed',
  severity: 'major',
  title: 'Parts of a unit are accepted and cut off where usage is stored',
  procedures: {
    storeUsage: (context, taken) => {
      const [whole = '0'] = taken.event.quantity.split('.');
      return storeUsage(context, { ...taken, event: { ...taken.event, quantity: whole } });
    },
  },
};
