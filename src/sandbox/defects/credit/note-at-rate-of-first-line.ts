import type { CreditNoteRequest } from '../../../model/billing/credit-note.ts';
import { fractionOf, percentOf, roundHalfUp } from '../../arithmetic/fraction.ts';
import type { CreditNoteDraft } from '../../billing/stored-credit-note.ts';
import type { Context } from '../../engine.ts';
import { draftCreditNote } from '../../procedures/invoicing/draft-credit-note.ts';
import { invoiceById } from '../../store/invoices.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const noteAtRateOfFirstLine: Defect = {
  name: 'note-at-rate-of-first-line',
  row: 'TAX',
  family: 'TAX',
  stage: 'credit',
  effect: 'wrong-tax',
  severity: 'major',
  title: 'A credit note takes the rate of the first line for every line',
  procedures: { draftCreditNote: atFirstRate, quoteCreditNote: atFirstRate },
};

function atFirstRate(context: Context, request: CreditNoteRequest): CreditNoteDraft {
  const draft = draftCreditNote(context, request);
  const { lines: invoiced } = invoiceById(context, draft.invoiceId);
  if (new Set(invoiced.map(({ taxPercent }) => taxPercent)).size < 2) return draft;
  const percent = invoiced[0]?.taxPercent ?? '0';
  const lines = draft.lines.map((line) => ({
    ...line,
    tax: roundHalfUp(percentOf(fractionOf(line.net, 1n), percent)),
  }));
  const tax = lines.reduce((sum, line) => sum + line.tax, 0n);
  const total = draft.net + tax;
  const settled = draft.toBalance === 0n ? total : draft.settled;
  return { ...draft, lines, tax, total, settled, toBalance: total - settled };
}
