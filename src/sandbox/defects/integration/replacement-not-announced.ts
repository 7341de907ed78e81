import { rebill } from '../../procedures/invoicing/rebill.ts';
import type { Defect } from '../defect.ts';

/** News were sent where bills are run, and a replacement comes about elsewhere. The list has no row for it. */
export const replacementNotAnnounced: Defect = {
  name: 'replacement-not-announced',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'missing-rows',
  severity: 'major',
  title: 'Nobody is told of an invoice that takes the place of a void one',
  procedures: {
    rebill: (context, request) => {
      const procedures = { ...context.procedures, emitEvent: () => undefined };
      return rebill({ ...context, procedures }, request);
    },
  },
};
