import type { TrailStep } from '../../model/billing/calculation.ts';
import type { Charge } from '../../model/billing/catalog.ts';
import type { LocalDate, Period } from '../../model/date.ts';
import type { Fraction } from '../arithmetic/fraction.ts';
import type { ServicePeriod } from '../time/periods.ts';
import type { ExpectedLine, Stint } from './billing-history.ts';

/** A line before it stands on a document: due on a day, exact, without discount and tax. */
export interface DueLine {
  /** The day of its invoice. */
  readonly dueOn: LocalDate;
  /** The day on which it would have been due, had everything been told in time; absent when it was. */
  readonly fellDueOn?: LocalDate;
  readonly line: Pick<
    ExpectedLine,
    'kind' | 'subscription' | 'plan' | 'charge' | 'priceVersion' | 'period' | 'quantity'
  >;
  readonly amount: Fraction;
  /** Of the charge, for all of its lines: those of its buckets and of its minimum, too. */
  readonly taxCategory: string | null;
  /** When the usage came that the line is for; absent unless its bill was out by then. */
  readonly arrived?: LocalDate | undefined;
  /** Due, and without a line of its own, because nothing was used. */
  readonly isSilent?: boolean | undefined;
  readonly trail: readonly TrailStep[];
}

/** What a plan does for a customer within one period of its grid. */
export interface Service {
  readonly stint: Stint;
  readonly grid: ServicePeriod;
  /** How many periods of the grid come before, from the day on which it is laid. */
  readonly index: number;
  /** The part of the period in which the stint runs. */
  readonly period: Period;
  readonly priceVersion: LocalDate;
}

/** One charge of the plan for that service. */
export interface DueCharge<C extends Charge> {
  readonly service: Service;
  readonly charge: C;
}

export function namesOf(
  due: DueCharge<Charge>,
): Pick<ExpectedLine, 'subscription' | 'plan' | 'charge' | 'priceVersion'> {
  return {
    subscription: due.service.stint.subscription.key,
    plan: due.service.stint.plan,
    charge: due.charge.code,
    priceVersion: due.service.priceVersion,
  };
}
