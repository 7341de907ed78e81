import type { Calculation, MeteredEvent } from '../../model/billing/calculation.ts';
import type { DocumentDiscount } from '../../model/billing/document-line.ts';
import type { DayCount } from '../../model/billing/policy-profile.ts';
import type { PriceModel } from '../../model/billing/price.ts';
import type { UsageCharge } from '../../model/billing/usage-charge.ts';
import type { CurrencyCode } from '../../model/currency.ts';
import { localDate, type Period } from '../../model/date.ts';
import type { Decimal } from '../../model/decimal.ts';

export type RatingQuestion = Extract<Calculation, { kind: 'rating' }>;
export type MeteringQuestion = Extract<Calculation, { kind: 'metering' }>;
export type DocumentQuestion = Extract<Calculation, { kind: 'document' }>;

/** A quantity at a price, without anything else, in euros. */
export function rating(
  price: PriceModel,
  quantity: Decimal,
  more: Partial<RatingQuestion> = {},
): RatingQuestion {
  return {
    kind: 'rating',
    currency: 'EUR',
    price,
    quantity,
    alreadyBilled: '0',
    runningTotals: [],
    minimum: null,
    maximum: null,
    ...more,
  };
}

/** Lines as "net" or "net @ tax percent", rounded line by line, in euros. */
export function documentOf(
  lines: readonly string[],
  discounts: readonly DocumentDiscount[] = [],
  more: Partial<DocumentQuestion> = {},
): DocumentQuestion {
  return {
    kind: 'document',
    currency: 'EUR',
    lines: lines.map((line) => {
      const [net = '0', taxPercent = '0'] = line.split(' @ ');
      return { net, taxPercent };
    }),
    discounts,
    roundingPoint: 'line',
    ...more,
  };
}

export function percentOff(percent: Decimal, lines: readonly number[] | null = null): DocumentDiscount {
  return { kind: 'percent', percent, lines };
}

export function amountOff(amount: Decimal, lines: readonly number[] | null = null): DocumentDiscount {
  return { kind: 'amount', amount, lines };
}

/** "2026-01-01..2026-02-01": the second day does not belong to it. */
export function period(text: string): Period {
  const [from = '', to = ''] = text.split('..');
  return { from: localDate(from), to: localDate(to) };
}

export function proration(
  amount: Decimal,
  stretch: { readonly used: string; readonly of: string },
  more: { readonly currency?: CurrencyCode; readonly dayCount?: DayCount } = {},
): Calculation {
  return {
    kind: 'proration',
    currency: more.currency ?? 'EUR',
    amount,
    whole: period(stretch.of),
    used: period(stretch.used),
    dayCount: more.dayCount ?? 'actual',
  };
}

export function periodsFrom(
  start: string,
  interval: { readonly unit: 'day' | 'week' | 'month' | 'year'; readonly count: number },
  more: { readonly billing?: 'anniversary' | 'calendar'; readonly count?: number } = {},
): Calculation {
  return {
    kind: 'periods',
    start: localDate(start),
    interval,
    billing: more.billing ?? 'anniversary',
    count: more.count ?? 14,
  };
}

/** What events come to in January and February 2026, in UTC and euros, or in one other period of a zone. */
export function metering(
  charge: UsageCharge,
  events: readonly MeteredEvent[],
  more: { readonly timeZone?: string; readonly from?: string; readonly to?: string } = {},
): MeteringQuestion {
  const { timeZone = 'UTC', from, to } = more;
  const periods =
    from === undefined || to === undefined
      ? [period('2026-01-01..2026-02-01'), period('2026-02-01..2026-03-01')]
      : [{ from: localDate(from), to: localDate(to) }];
  return { kind: 'metering', currency: 'EUR', timeZone, charge, periods, events };
}
