import { agreementFor } from '../../rules/catalog/agreement-for.ts';
import type { Defect } from '../defect.ts';

/** The prices hung on the subscription and outlived the plan for which they were agreed. */
export const agreedWithChangeForEveryPlan: Defect = {
  name: 'agreed-with-change-for-every-plan',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'under-billed',
  severity: 'critical',
  title: 'A price that was agreed for one plan is charged for the next one, too',
  rules: {
    agreementFor: ({ agreement, segment }) =>
      agreement.changes.findLast(({ assignment }) => assignment <= segment.assignment)?.negotiated ??
      agreementFor({ agreement, segment }),
  },
};
