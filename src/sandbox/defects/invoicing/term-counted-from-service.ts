import { paymentDueDay } from '../../rules/payment/payment-due-day.ts';
import type { Defect } from '../defect.ts';

export const termCountedFromService: Defect = {
  name: 'term-counted-from-service',
  row: 'DUN',
  family: 'DUN',
  stage: 'invoicing',
  effect: 'wrong-document',
  severity: 'major',
  title: 'The last day to pay is counted from the first day of service, and lies before the invoice',
  rules: {
    paymentDueDay: (question) =>
      paymentDueDay({ ...question, issueDate: question.serviceFrom ?? question.issueDate }),
  },
};
