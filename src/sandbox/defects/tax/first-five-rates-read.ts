import { taxRatesOf } from '../../store/taxes.ts';
import type { Defect } from '../defect.ts';

export const firstFiveRatesRead: Defect = {
  name: 'first-five-rates-read',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'wrong-tax',
  severity: 'major',
  title: 'Of the tax rates of a country the first page of five is read',
  procedures: { readTaxRates: (context, country) => taxRatesOf(context, country).slice(0, 5) },
};
