import type { PolicyProfile } from '../../model/billing/policy-profile.ts';
import type { TaxShare } from '../../model/billing/tax.ts';
import type { LocalDate } from '../../model/date.ts';
import { canonicalDecimal } from '../../model/decimal.ts';
import { type Money, moneyOf, sumMoney } from '../../model/money.ts';
import { type Fraction, isZero, total, zero } from '../arithmetic/fraction.ts';
import { minorUnits, plainText } from '../arithmetic/rounding.ts';
import { asDocumentDiscount, type CouponUses, couponsOf, couponsOn } from '../document/coupons-held.ts';
import { type OpenLine, type Reckoned, reckon } from '../document/document.ts';
import type { BillingHistory, ExpectedInvoice, ExpectedLine } from '../subscription/billing-history.ts';
import type { DueLine } from '../subscription/service.ts';
import { type DueTax, taxDay, taxOn } from '../tax/tax.ts';
import { newTrail } from '../trail.ts';
import type { BilledLines } from './billed-lines.ts';

/** What earlier invoices of the customer leave to later ones. */
export interface BilledSoFar {
  readonly uses: CouponUses;
  readonly lines: BilledLines;
}

interface DayOfIssue {
  readonly issueDate: LocalDate;
  readonly due: readonly DueLine[];
}

/** The invoice of one day: its lines, less coupons, with tax; notes what later invoices depend on. */
export function invoiceOfDay(
  day: DayOfIssue,
  of: { readonly history: BillingHistory; readonly profile: PolicyProfile; readonly soFar: BilledSoFar },
): ExpectedInvoice {
  const { history, profile, soFar } = of;
  const { issueDate, due } = day;
  const { currency, roundingPoint } = { ...history, ...profile };
  const taxes = due.map((line) => soFar.lines.behind(line)?.tax ?? dueTax(line, issueDate, of));
  const coupons = couponsOn(issueDate, couponsOf(history), { uses: soFar.uses, profile });
  const discounts = coupons.map((held) => asDocumentDiscount(held, due, profile));
  const lines = due.map((line, index) => openLine(line, taxes[index], of));
  const trail = newTrail();
  const reckoned = reckon({ currency, lines, discounts, roundingPoint, isInMoney: true }, profile, trail);
  due.forEach((line, index) => {
    const [figures, tax] = [reckoned.lines[index], taxes[index]];
    if (figures !== undefined && tax !== undefined) soFar.lines.note(line, figures, tax);
  });
  coupons.forEach((held, index) => {
    const isUsed = !isZero(reckoned.perDiscount[index] ?? zero);
    if (isUsed) soFar.uses.set(held, (soFar.uses.get(held) ?? 0) + 1);
  });
  const money = (value: Fraction): Money =>
    moneyOf(minorUnits(value, currency, profile.roundingMode), currency);
  const expected = due.map((line, index) => lineOf({ line, index, reckoned }, money));
  return {
    issueDate,
    currency,
    lines: expected,
    subtotal: money(reckoned.subtotal),
    discount: money(reckoned.discount),
    tax: money(reckoned.tax),
    total: money(reckoned.total),
    discounts: coupons.map(({ coupon: { code } }, index) => ({
      code,
      amount: money(reckoned.perDiscount[index] ?? zero),
    })),
    taxes: sharesOf({ expected, reckoned, taxes }, currency, money),
    trail: trail.steps,
  };
}

function dueTax(
  line: DueLine,
  issueDate: LocalDate,
  { history, profile }: { readonly history: BillingHistory; readonly profile: PolicyProfile },
): DueTax {
  const on = taxDay(line, issueDate, profile);
  return taxOn(history, { on, category: line.taxCategory });
}

function openLine(
  line: DueLine,
  tax: DueTax | undefined,
  { history, soFar }: { readonly history: BillingHistory; readonly soFar: BilledSoFar },
): OpenLine {
  return {
    net: line.amount,
    taxPercent: tax?.ratePercent ?? '0',
    prices: versionOf(line, history)?.prices ?? 'net',
    takenShare: soFar.lines.behind(line)?.takenShare ?? null,
  };
}

function versionOf({ line }: DueLine, { plans }: BillingHistory) {
  return plans.find(({ plan, effectiveFrom }) => plan === line.plan && effectiveFrom === line.priceVersion);
}

function lineOf(
  at: { readonly line: DueLine; readonly index: number; readonly reckoned: Reckoned },
  money: (value: Fraction) => Money,
): ExpectedLine {
  const { line, index, reckoned } = at;
  const { net, discount, tax } = reckoned.lines[index] ?? {
    net: line.amount,
    discount: line.amount,
    tax: line.amount,
  };
  const step = { text: 'exact amount, before rounding', value: plainText(line.amount) };
  return {
    ...line.line,
    net: money(net),
    discount: money(discount),
    tax: money(tax),
    trail: [...line.trail, step],
  };
}

/** The tax of a rate is what its lines come to, rounded once where lines are not rounded themselves. */
function sharesOf(
  of: {
    readonly expected: readonly ExpectedLine[];
    readonly reckoned: Reckoned;
    readonly taxes: readonly DueTax[];
  },
  currency: string,
  money: (value: Fraction) => Money,
): readonly TaxShare<Money>[] {
  // 19 and 19.0 are one rate.
  const keyOf = (tax: DueTax | undefined) => `${tax?.treatment} ${canonicalDecimal(tax?.ratePercent ?? '0')}`;
  const groups = new Map(of.taxes.map((tax) => [keyOf(tax), tax]));
  return [...groups].map(([key, tax]) => {
    const isMine = (_: unknown, index: number) => keyOf(of.taxes[index]) === key;
    const bases = of.expected
      .filter(isMine)
      .map(({ net, discount }) => moneyOf(net.amountMinor - discount.amountMinor, currency));
    const owed = total(of.reckoned.lines.filter(isMine).map((line) => line.tax));
    return { ...tax, base: sumMoney(bases, currency), tax: money(owed) };
  });
}
