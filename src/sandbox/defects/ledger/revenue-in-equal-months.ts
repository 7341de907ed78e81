import { serviceSlices } from '../../rules/subscription/service-slices.ts';
import type { Defect } from '../defect.ts';

/** An amount over twelve months was cut into twelve parts from the month of the invoice on. The list has no row for it. */
export const revenueInEqualMonths: Defect = {
  name: 'revenue-in-equal-months',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'A begun month earns as much as a whole one',
  rules: { serviceSlices: (time) => serviceSlices(time.by === 'day' ? { ...time, by: 'month' } : time) },
};
