import { addMoney, moneyOf, parseMoney } from '../../../model/money.ts';
import { exportRows } from '../../procedures/platform/export-rows.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const exportWithoutCreditNotes: Defect = {
  name: 'export-without-credit-notes',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'The file of invoices asks for what credit notes have taken back',
  procedures: {
    exportRows: (context, kind) =>
      exportRows(context, kind).map((row) => {
        if (kind !== 'invoices' || row['status'] === 'void') return row;
        const { currency = '', credited = '0', due = '0' } = row;
        const zero = moneyOf(0n, currency);
        const open = addMoney(parseMoney(due, currency), parseMoney(credited, currency));
        return {
          ...row,
          credited: context.rules.exportedAmount(zero),
          due: context.rules.exportedAmount(open),
        };
      }),
  },
};
