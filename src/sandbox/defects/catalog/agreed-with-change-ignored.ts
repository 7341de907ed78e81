import { agreementFor } from '../../rules/catalog/agreement-for.ts';
import type { Defect } from '../defect.ts';

/** Only the prices of the order were looked for. */
export const agreedWithChangeIgnored: Defect = {
  name: 'agreed-with-change-ignored',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'over-billed',
  severity: 'critical',
  title: 'A price that was agreed with a change of plan is not charged, but that of the list',
  rules: {
    agreementFor: ({ agreement, segment }) =>
      agreementFor({ agreement: { ...agreement, changes: [] }, segment }),
  },
};
