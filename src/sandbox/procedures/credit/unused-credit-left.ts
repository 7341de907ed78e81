import { fractionOf, times, wholeNumber } from '../../arithmetic/fraction.ts';
import type { StoredLine } from '../../billing/stored-invoice.ts';
import type { UnusedService } from '../../engine/credit-note-procedures.ts';
import type { Context } from '../../engine.ts';
import { invoiceOfService } from '../../store/invoices.ts';

/** The charge's own invoice says what of it was credited before. A charge that no invoice shows is taken as it is. */
export function unusedCreditLeft(context: Context, unused: UnusedService): bigint {
  const invoice = invoiceOfService(context, unused);
  if (invoice === null) return unused.amount;
  const before = context.procedures.creditedBefore(context, invoice.id);
  if (before.length === 0) return unused.amount;
  const position = invoice.lines.findIndex((line) => isOf(line, unused));
  const line = invoice.lines[position];
  const part = before.find((each) => each.line === position);
  if (line === undefined || part === undefined) return unused.amount;
  return context.rules.unusedCredit({
    amount: unused.amount,
    charge: { invoiced: line.price, credited: inPriceTerms(line, part.net) },
  });
}

/** Notes credit what is left after discount, without tax; unused days are credited in the terms of the price. */
function inPriceTerms(line: StoredLine, credited: bigint): bigint {
  const base = line.net - line.discount;
  if (base === 0n) return line.price;
  const share = times(wholeNumber(line.price), fractionOf(credited, base));
  return share.over / share.under;
}

function isOf(line: StoredLine, { subscriptionId, charge, days }: UnusedService): boolean {
  const isCharge = line.kind === 'recurring' || line.kind === 'proration-charge';
  if (!isCharge || line.subscriptionId !== subscriptionId || line.charge !== charge) return false;
  return line.period !== null && line.period.from <= days.from && days.to <= line.period.to;
}
