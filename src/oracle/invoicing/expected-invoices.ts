import type { PolicyProfile } from '../../model/billing/policy-profile.ts';
import type { LocalDate } from '../../model/date.ts';
import { HarnessFault } from '../../model/fault.ts';
import type { BillingHistory, ExpectedInvoice } from '../subscription/billing-history.ts';
import type { DueLine } from '../subscription/service.ts';
import { stintsOf } from '../subscription/stints.ts';
import { settleLateLines } from '../usage/late-lines.ts';
import { BilledLines } from './billed-lines.ts';
import { dueLines } from './due-lines.ts';
import { invoiceOfDay } from './invoice-of-day.ts';

/**
 * The invoices that a customer must have received by the history's last day, in order of issue: one for each day on which
 * anything of his became due. A credit for unused days stands on the invoice of the day from which they are unused.
 */
export function expectedInvoices(
  history: BillingHistory,
  profile: PolicyProfile,
): readonly ExpectedInvoice[] {
  refuseCreditNotes(profile);
  const byDay = new Map<LocalDate, DueLine[]>();
  for (const due of allDueLines(history, profile)) {
    const sameDay = byDay.get(due.dueOn) ?? [];
    sameDay.push(due);
    byDay.set(due.dueOn, sameDay);
  }
  const soFar = { uses: new Map(), lines: new BilledLines(profile) };
  return [...byDay.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([issueDate, due]) => invoiceOfDay({ issueDate, due }, { history, profile, soFar }));
}

function allDueLines(history: BillingHistory, profile: PolicyProfile): readonly DueLine[] {
  return history.subscriptions.flatMap((subscription) =>
    settleLateLines(
      stintsOf(subscription, history, profile).flatMap((stint) => dueLines(stint, history, profile)),
    ),
  );
}

function refuseCreditNotes(profile: PolicyProfile): void {
  if (profile.prorationCredit !== 'credit-note') return;
  throw new HarnessFault({
    code: 'BAD_CONFIGURATION',
    message: 'Found a target that credits by credit note, expected credits as lines of an invoice.',
    hint: 'Exclude checks of whole invoice schedules with credits for this target by its profile.',
  });
}
