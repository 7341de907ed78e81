import { standardProcedures } from '../../procedures/index.ts';
import type { Defect } from '../defect.ts';

/** The new version keeps refunds beside their payments, and took the day from there. */
export const upgradeDatesRefundsAsPayments: Defect = {
  name: 'upgrade-dates-refunds-as-payments',
  row: 'MIG',
  family: 'MIG',
  stage: 'integration',
  effect: 'wrong-document',
  severity: 'minor',
  title: 'After an upgrade a refund bears the day of its payment',
  procedures: {
    upgradeData: (context) => {
      standardProcedures.upgradeData(context);
      context.store.run(
        `UPDATE refunds SET date = (SELECT date FROM payments AS own
         WHERE own.tenant = refunds.tenant AND own.id = refunds.payment) WHERE tenant = ?`,
        context.tenantId,
      );
    },
  },
};
