import { minorUnitDigits } from '../../model/currency.ts';
import type { LocalDate } from '../../model/date.ts';
import type { Context } from '../engine.ts';
import type { DraftQuestion } from './draft-question.ts';
import { finishLine, taxLine } from './finish-line.ts';
import type { InvoiceDraft, StoredLine } from './stored-invoice.ts';
import { takeCoupons } from './take-coupons.ts';
import { taxShares } from './tax-shares.ts';

/** Prices first, then coupons, then tax on what they leave, then the sums. */
export function draftInvoice(context: Context, question: DraftQuestion): InvoiceDraft {
  const { customer, issueDate } = question;
  const { currency } = customer;
  const coupons = takeCoupons(context, question);
  const taxed = question.lines.map((line, index) =>
    taxLine(context, { customer, issueDate, line, taken: coupons.perLine[index] ?? 0n }),
  );
  const exact = taxed.map(({ exactTax }) => exactTax);
  const taxes = context.rules.roundTaxes({
    exact,
    currency,
    point: context.policy.roundingPoint,
    percents: taxed.map(({ decision }) => decision.ratePercent),
  });
  const lines = taxed.map((line, index) => finishLine(context, line, taxes[index] ?? 0n));
  const sums = {
    subtotal: total(lines.map((line) => line.net)),
    discount: total(lines.map((line) => line.discount)),
    tax: total(lines.map((line) => line.tax)),
  };
  return {
    customerId: customer.id,
    currency,
    issueDate,
    dueDate: context.rules.paymentDueDay({
      issueDate,
      serviceFrom: firstServiceDay(lines),
      termDays: context.policy.paymentTermDays,
    }),
    lines,
    ...sums,
    total: context.rules.invoiceTotal({ ...sums, majorUnit: 10n ** BigInt(minorUnitDigits(currency)) }),
    discounts: coupons.discounts,
    taxes: taxShares(lines),
  };
}

function firstServiceDay(lines: readonly StoredLine[]): LocalDate | null {
  const days = lines.flatMap(({ period }) => (period === null ? [] : [period.from]));
  return days.toSorted()[0] ?? null;
}

function total(amounts: readonly bigint[]): bigint {
  return amounts.reduce((left, right) => left + right, 0n);
}
