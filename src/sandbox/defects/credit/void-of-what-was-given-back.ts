import { standardProcedures } from '../../procedures/index.ts';
import type { Defect } from '../defect.ts';

/** Our own sandbox did so until drawn accounts took a break on their first day. */
export const voidOfWhatWasGivenBack: Defect = {
  name: 'void-of-what-was-given-back',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'over-credited',
  severity: 'critical',
  title: 'An invoice can be taken back as a whole, though a later one gave unused days of it back',
  procedures: {
    voidInvoice: (context, request) =>
      standardProcedures.voidInvoice(
        { ...context, procedures: { ...context.procedures, givenBackBefore: () => 0n } },
        request,
      ),
  },
};
