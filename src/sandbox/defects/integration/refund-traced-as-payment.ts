import { standardProcedures } from '../../procedures/index.ts';
import type { Defect } from '../defect.ts';

/** There was no name for it in the list of what is traced, and another one was taken. */
export const refundTracedAsPayment: Defect = {
  name: 'refund-traced-as-payment',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'wrong-document',
  severity: 'minor',
  title: 'The trail says of money that somebody gave back that he took it',
  procedures: {
    recordAudit: (context, entry) => {
      const action = entry.action.endsWith('/refunds') ? 'POST /v1/payments' : entry.action;
      standardProcedures.recordAudit(context, { ...entry, action });
    },
  },
};
