import type { CreditNoteRequest } from '../../../model/billing/credit-note.ts';
import { fractionOf, percentOf, roundHalfUp } from '../../arithmetic/fraction.ts';
import type { CreditNoteDraft } from '../../billing/stored-credit-note.ts';
import type { Context } from '../../engine.ts';
import { draftCreditNote } from '../../procedures/invoicing/draft-credit-note.ts';
import { customerById } from '../../store/customers.ts';
import { todayOf } from '../../store/tenants.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const noteWithTodaysTax: Defect = {
  name: 'note-with-todays-tax',
  row: 'TAX',
  family: 'TAX',
  stage: 'credit',
  effect: 'wrong-tax',
  severity: 'major',
  title: 'A credit note takes the tax rate of today instead of that of the invoice',
  procedures: {
    draftCreditNote: atTodaysRate,
    quoteCreditNote: atTodaysRate,
  },
};

function atTodaysRate(context: Context, request: CreditNoteRequest): CreditNoteDraft {
  const draft = draftCreditNote(context, request);
  const { country, region = null } = customerById(context, draft.customerId);
  const rates = context.procedures.readTaxRates(context, country);
  const date = todayOf(context.store, context.tenantId);
  const rate = context.rules.taxRateInForce({ rates, place: { country, region }, category: null, date });
  const lines = draft.lines.map((line) => ({
    ...line,
    tax: roundHalfUp(percentOf(fractionOf(line.net, 1n), rate?.ratePercent ?? '0')),
  }));
  const tax = lines.reduce((sum, line) => sum + line.tax, 0n);
  const total = draft.net + tax;
  const settled = total < draft.settled || draft.toBalance === 0n ? total : draft.settled;
  return { ...draft, lines, tax, total, settled, toBalance: total - settled };
}
