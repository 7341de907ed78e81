import { dun } from '../../procedures/payment/dun.ts';
import { debtAge, dunningLevel, isDunned } from '../../rules/payment/dunning-level.ts';
import { dunningPolicyOf } from '../../store/dunning.ts';
import { todayOf } from '../../store/tenants.ts';
import type { Defect } from '../defect.ts';

/** dimagi/commcare-hq#20498: what counts towards the least amount was another sum than what is late. */
export const thresholdByLargestDebt: Defect = {
  name: 'threshold-by-largest-debt',
  row: 'DUN',
  family: 'DUN',
  stage: 'payment',
  effect: 'late',
  severity: 'major',
  title: 'Only a single debt as large as the least amount is dunned, however many there are',
  procedures: {
    dun: (context, occasion) => {
      const today = todayOf(context.store, context.tenantId);
      const ageFrom = dunningPolicyOf(context)?.ageFrom ?? 'due-date';
      const late = context.procedures
        .debtsOf(context, occasion.customerId)
        .filter((debt) => isDunned(debt) && debtAge(debt, today, ageFrom) > 0);
      const largest = late.reduce((most, { dueMinor }) => (dueMinor > most ? dueMinor : most), 0n);
      const rules: typeof context.rules = {
        ...context.rules,
        dunningLevel: (question) => dunningLevel({ ...question, overdueMinor: largest }),
      };
      dun({ ...context, rules }, occasion);
    },
  },
};
