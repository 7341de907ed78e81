import { type Decimal, isDecimal } from '../../../../model/decimal.ts';
import { fractionOf, isZero } from '../../../../oracle/arithmetic/fraction.ts';
import type { CaseReader } from '../../case-reader.ts';
import { type Claim, type CouponSeriesQuestion, figureOn } from '../../claim.ts';
import type { Fields } from '../../fields.ts';
import { Inexpressible } from '../../unreadable.ts';

type Pick = Parameters<typeof figureOn<CouponSeriesQuestion>>[2];

/** A coupon and a trial: in a free trial nothing is billed, and the coupon waits; a paid one is the first invoice. */
export const trialCouponReader: CaseReader = {
  name: 'trial coupon',
  fits: ({ given }) => given.has('coupon') && (given.has('free') || given.has('paid')),
  read({ given, expect }) {
    const currency = given.text('currency');
    const coupon = readCoupon(given.object('coupon'), currency);
    const claims: Claim[] = [];
    const claim = (key: string, question: CouponSeriesQuestion, pick: Pick) => {
      if (!expect.has(key)) return;
      const figure = figureOn(question, key.endsWith('DuringTrial') ? null : currency, pick);
      claims.push({ name: `expect.${key}`, expected: expect.decimal(key), ...figure });
    };
    if (given.has('free')) {
      const question = series(currency, ['0', readFee(given.object('free'))], coupon);
      claim('freeInvoicesDuringTrial', question, ({ invoices }) =>
        isZero(fractionOf(invoices[0]?.total ?? '0')) ? '0' : '1',
      );
      claim('freeAfterTrial', question, ({ invoices }) => invoices[1]?.total ?? null);
    }
    if (given.has('paid')) {
      const question = series(currency, [readFee(given.object('paid'))], coupon);
      claim('paidFirst', question, ({ invoices }) => invoices[0]?.total ?? null);
    }
    return claims;
  },
};

function series(
  currency: string,
  invoices: readonly Decimal[],
  coupon: CouponSeriesQuestion['coupon'],
): CouponSeriesQuestion {
  return { kind: 'coupon-series', currency, invoices, coupon };
}

/** The days of a trial change no amount: what is billed after it is the whole fee. */
function readFee(fields: Fields): Decimal {
  fields.raw('trialDays');
  return fields.decimal('amount');
}

/** Where nothing else is told, the coupon is for one invoice: the strictest reading, in which a trial could use it up. */
function readCoupon(fields: Fields, currency: string): CouponSeriesQuestion['coupon'] {
  const invoicesMax = fields.has('invoices') ? fields.count('invoices') : 1;
  const [percent, amount] = [fields.peek('percent'), fields.peek('fixed')];
  if (typeof percent === 'string' && isDecimal(percent))
    return { value: { kind: 'percent', percent: fields.decimal('percent') }, invoicesMax };
  if (typeof amount === 'string' && isDecimal(amount))
    return { value: { kind: 'amount', amount: fields.decimal('fixed'), currency }, invoicesMax };
  throw new Inexpressible('a coupon that is neither a percentage nor a fixed amount');
}
