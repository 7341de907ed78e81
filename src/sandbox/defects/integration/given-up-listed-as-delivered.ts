import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const givenUpListedAsDelivered: Defect = {
  name: 'given-up-listed-as-delivered',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'missing-rows',
  severity: 'major',
  title: 'A notification that nobody took is listed as delivered',
  rules: { deliveryEnd: () => 'delivered' },
};
