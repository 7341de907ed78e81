import { receiveMoney } from '../../procedures/payment/receive-money.ts';
import { customerById } from '../../store/customers.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const foundMoneyChangesItsCurrency: Defect = {
  name: 'found-money-changes-its-currency',
  row: 'CUR',
  family: 'CUR',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'critical',
  title: 'Money whose owner was found later counts as so much of his currency',
  procedures: {
    receiveMoney: (context, receipt) => {
      if (!receipt.key.startsWith('bank ')) return receiveMoney(context, receipt);
      const { currency } = customerById(context, receipt.customerId);
      return receiveMoney(context, { ...receipt, amount: { ...receipt.amount, currency } });
    },
  },
};
