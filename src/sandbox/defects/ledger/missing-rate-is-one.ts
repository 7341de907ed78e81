import { localDate } from '../../../model/date.ts';
import { ratesOf } from '../../store/exchange.ts';
import type { Defect } from '../defect.ts';

/** frappe/erpnext#8919, odoo/odoo#14611: the field stood at 1 when no rate was found. */
export const missingRateIsOne: Defect = {
  name: 'missing-rate-is-one',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'critical',
  title: 'Without a rate one dollar is one euro',
  procedures: {
    readRates: (context, pair) => {
      const rates = ratesOf(context, pair);
      if (rates.length > 0) return rates;
      return [{ ...pair, rate: '1', source: '', effectiveFrom: localDate('2026-01-01') }];
    },
  },
};
