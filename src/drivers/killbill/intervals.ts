import type { Interval } from '../../model/billing/catalog.ts';
import { refuse } from './refuse.ts';

/** Kill Bill's billing periods, by how often our unit fits into them. */
const billingPeriods: Readonly<Record<string, string>> = {
  '1 day': 'DAILY',
  '7 day': 'WEEKLY',
  '14 day': 'BIWEEKLY',
  '30 day': 'THIRTY_DAYS',
  '60 day': 'SIXTY_DAYS',
  '90 day': 'NINETY_DAYS',
  '1 week': 'WEEKLY',
  '2 week': 'BIWEEKLY',
  '1 month': 'MONTHLY',
  '2 month': 'BIMESTRIAL',
  '3 month': 'QUARTERLY',
  '4 month': 'TRIANNUAL',
  '6 month': 'BIANNUAL',
  '12 month': 'ANNUAL',
  '24 month': 'BIENNIAL',
  '1 year': 'ANNUAL',
  '2 year': 'BIENNIAL',
};

export function billingPeriodOf({ unit, count }: Interval): string {
  return (
    billingPeriods[`${count} ${unit}`] ??
    refuse(
      'catalog.publish',
      `a period of ${count} ${unit}s; expected one that Kill Bill has, such as 1 month`,
    )
  );
}
