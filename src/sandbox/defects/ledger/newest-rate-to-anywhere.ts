import { ratesOf } from '../../store/exchange.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const newestRateToAnywhere: Defect = {
  name: 'newest-rate-to-anywhere',
  row: 'CUR',
  family: 'CUR',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'critical',
  title: 'The newest rate of a currency is taken, to whichever other currency it leads',
  procedures: {
    readRates: (context, { from }) =>
      ['EUR', 'USD', 'JPY', 'KWD', 'CHF']
        .flatMap((to) => ratesOf(context, { from, to }))
        .toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1)),
  },
};
