import type { PolicyProfile } from '../../../model/billing/policy-profile.ts';
import type { LocalDate } from '../../../model/date.ts';

/** An invoice that still wants money. */
export interface OpenInvoice {
  readonly invoiceId: string;
  readonly issueDate: LocalDate;
  readonly dueMinor: bigint;
}

export interface Allocation {
  readonly shares: readonly { readonly invoiceId: string; readonly amountMinor: bigint }[];
  /** What no invoice needs. */
  readonly restMinor: bigint;
}

/** Money whose sender did not say what it is for pays, by habit of the sandbox, the oldest debt first. */
export function allocationOrder(
  open: readonly OpenInvoice[],
  habit: PolicyProfile['paymentAllocation'] = 'oldest-first',
): readonly OpenInvoice[] {
  const oldestFirst = open.toSorted((left, right) =>
    left.issueDate < right.issueDate ? -1 : Number(left.issueDate > right.issueDate),
  );
  return habit === 'newest-first' ? oldestFirst.toReversed() : oldestFirst;
}

/** One invoice after the other, each as far as the money goes. */
export function allocate(open: readonly OpenInvoice[], amountMinor: bigint): Allocation {
  let restMinor = amountMinor;
  const shares: { invoiceId: string; amountMinor: bigint }[] = [];
  for (const { invoiceId, dueMinor } of open) {
    const isEnough = restMinor >= dueMinor;
    const share = isEnough ? dueMinor : restMinor;
    if (share <= 0n) continue;
    shares.push({ invoiceId, amountMinor: share });
    restMinor -= share;
  }
  return { shares, restMinor };
}
