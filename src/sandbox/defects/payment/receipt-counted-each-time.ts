import { newId } from '../../new-id.ts';
import { receiveMoney } from '../../procedures/payment/receive-money.ts';
import type { Defect } from '../defect.ts';

export const receiptCountedEachTime: Defect = {
  name: 'receipt-counted-each-time',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'critical',
  title: 'A line of the bank statement that is imported twice pays twice',
  procedures: {
    receiveMoney: (context, receipt) => receiveMoney(context, { ...receipt, key: newId('line') }),
  },
};
