import { setThresholds } from '../../procedures/invoicing/bill-reached.ts';
import type { Defect } from '../defect.ts';

/** Whoever sent no threshold kept those that he had. The list has no row for it. */
export const thresholdsStayOnceSet: Defect = {
  name: 'thresholds-stay-once-set',
  row: 'USE',
  family: 'USE',
  stage: 'usage',
  effect: 'wrong-period',
  severity: 'minor',
  title: 'Thresholds that are taken away go on: an empty list was taken for nothing told',
  procedures: {
    setThresholds: (context, subscriptionId, thresholds) => {
      if (thresholds.length > 0) setThresholds(context, subscriptionId, thresholds);
    },
  },
};
