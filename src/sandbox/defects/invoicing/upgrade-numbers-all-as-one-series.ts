import { standardProcedures } from '../../procedures/index.ts';
import { dataVersion } from '../../store/data-version.ts';
import { everyInvoiceId } from '../../store/ledger.ts';
import type { Defect } from '../defect.ts';

/** The number of the next invoice was counted anew from the invoices that there were. */
export const upgradeNumbersAllAsOneSeries: Defect = {
  name: 'upgrade-numbers-all-as-one-series',
  row: 'MIG',
  family: 'MIG',
  stage: 'invoicing',
  effect: 'wrong-document',
  severity: 'major',
  title: 'After an upgrade each legal entity goes on from the number of invoices of all of them',
  procedures: {
    upgradeData: (context) => {
      const before = dataVersion(context);
      standardProcedures.upgradeData(context);
      if (dataVersion(context) === before) return;
      context.store.run(
        "UPDATE number_series SET last = ? WHERE tenant = ? AND prefix NOT LIKE '#%'",
        everyInvoiceId(context).length,
        context.tenantId,
      );
    },
  },
};
