import type { Defect } from '../defect.ts';

/** The sender took every answer for a receipt. The list has no row for it. */
export const failedDeliveryNotRepeated: Defect = {
  name: 'failed-delivery-not-repeated',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'lost',
  severity: 'major',
  title: 'A notification that fails once is never sent again',
  rules: { isTriedAgain: () => false },
};
