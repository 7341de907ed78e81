import { invoicesToPay } from '../../procedures/payment/receive-money.ts';
import { invoiceById } from '../../store/invoices.ts';
import type { Defect } from '../defect.ts';

export const invoicesOfOthersPayable: Defect = {
  name: 'invoices-of-others-payable',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'critical',
  title: 'Money of one customer pays the invoice of another',
  procedures: {
    invoicesToPay: (context, receipt) => {
      const id = receipt.invoiceIds?.[0];
      const owner = id === undefined ? receipt.customerId : invoiceById(context, id).customerId;
      return invoicesToPay(context, { ...receipt, customerId: owner });
    },
  },
};
