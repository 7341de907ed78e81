import type { OpenCase } from '../../case-reader.ts';
import { type Claim, type CouponSeriesQuestion, figureOn } from '../../claim.ts';
import { type Fields, isObject } from '../../fields.ts';
import { Inexpressible } from '../../unreadable.ts';

/** Whether a coupon is worth its amount once in each month, however many invoices the month has. */
export function sharesMonth(given: Fields): boolean {
  const coupon = given.peek('coupon');
  return isObject(coupon) && periodKeys.some((key) => Object.hasOwn(coupon, key));
}

const periodKeys = ['per', 'cappedPer', 'capPeriod'];

interface DatedInvoice {
  readonly month: string;
  readonly amount: string;
}

/** The invoices of each month use up the amount of that month together; what they leave of it is lost. */
export function monthlyCouponClaims(open: OpenCase): readonly Claim[] {
  const { given, expect } = open;
  const coupon = given.object('coupon');
  const key = periodKeys.find((name) => coupon.has(name)) ?? 'per';
  const per = coupon.text(key);
  const frequency = coupon.textOr('frequency', 'forever');
  if (!['month', 'monthly', 'billing period'].includes(per) || frequency !== 'forever')
    throw new Inexpressible(`a coupon (${frequency}) that is worth its amount per ${per}`);
  const amount = coupon.decimal('fixed');
  const currency = given.text('currency');
  const invoices = given.objects('invoices').map((invoice): DatedInvoice => {
    const day = ['date', 'at', 'on'].find((name) => invoice.has(name)) ?? 'date';
    return { month: invoice.day(day).slice(0, 7), amount: invoice.decimal('amount') };
  });
  const places = invoices.map((invoice, index) => {
    const mine = invoices.filter(({ month }) => month === invoice.month);
    const question: CouponSeriesQuestion = {
      kind: 'coupon-series',
      currency,
      invoices: mine.map((one) => one.amount),
      coupon: { value: { kind: 'amount', amount, currency }, invoicesMax: null, rest: 'kept' },
    };
    return { question, place: mine.indexOf(invoice), index };
  });
  return expect.keys.flatMap((name) => {
    const pick = Object.hasOwn(picks, name) ? picks[name] : undefined;
    if (pick === undefined || !Array.isArray(expect.peek(name))) return [];
    const figures = expect.decimals(name);
    if (figures.length !== places.length)
      throw new Inexpressible(`${figures.length} figures of ${places.length} invoices: expect.${name}`);
    return places.map(({ question, place, index }) => ({
      name: `expect.${name}[${index}]`,
      expected: figures[index] ?? '',
      ...figureOn(question, currency, (answer) => answer.invoices[place]?.[pick] ?? null),
    }));
  });
}

const picks: Readonly<Record<string, 'total' | 'discount'>> = {
  discounts: 'discount',
  coupons: 'discount',
  totals: 'total',
  amounts: 'total',
};
