import { endAllServices } from '../../procedures/subscription/close-customer.ts';
import type { Defect } from '../defect.ts';

/** The customer had one service when closing was written. The list has no row for it. */
export const closingEndsFirstService: Defect = {
  name: 'closing-ends-first-service',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'wrong-period',
  severity: 'major',
  title: 'Who is closed keeps all services but the first',
  procedures: {
    endAllServices: (context, customerId) => {
      const ended: string[] = [];
      const procedures: typeof context.procedures = {
        ...context.procedures,
        cancel: (inner, interruption) => {
          if (ended.length === 0) context.procedures.cancel(inner, interruption);
          ended.push(interruption.subscriptionId);
        },
      };
      endAllServices({ ...context, procedures }, customerId);
    },
  },
};
