import { controlSum } from '../../rules/payment/bank.ts';
import type { Defect } from '../defect.ts';

/** After the kind of OCA/bank-payment#170. */
export const controlSumWithCommas: Defect = {
  name: 'control-sum-with-commas',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'minor',
  title: 'A control sum of a thousand or more has a comma in it',
  rules: { controlSum: (amounts) => controlSum(amounts).replace(/\B(?=(?:\d{3})+\.)/g, ',') },
};
