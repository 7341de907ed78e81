import type { Defect } from '../defect.ts';

export const voidRefundsWhatWasRefunded: Defect = {
  name: 'void-refunds-what-was-refunded',
  row: 'CRE-01',
  family: 'CRE',
  stage: 'credit',
  effect: 'over-credited',
  severity: 'critical',
  title: 'A void gives back all that was paid, also what was refunded before',
  rules: { moneyGivenBack: ({ paid }) => paid },
};
