import type { Payment } from '../../../model/billing/payment.ts';
import type { PolicyProfile } from '../../../model/billing/policy-profile.ts';

type Status = Payment['status'];

const next: Readonly<Record<Status, readonly Status[]>> = {
  pending: ['succeeded', 'declined'],
  succeeded: ['charged-back'],
  declined: [],
  'charged-back': [],
};

/** Whether a payment can still come from one state to the other: news that are late or repeated change nothing. */
export function mayBecome(from: Status, to: Status): boolean {
  return next[from].includes(to);
}

/** Only money that is there pays an invoice. */
export function countsAsPaid(status: Status): boolean {
  return status === 'succeeded';
}

/** Whether a refund that corrects no invoice is owed again. */
export function refundReopens(habit: PolicyProfile['refundWithoutAdjustment'] = 'reopens-invoice'): boolean {
  return habit === 'reopens-invoice';
}

/** The amount of a payment is what the gateway was asked for; nobody sets it afterwards. */
export function mayAmendAmount(_status: Status): boolean {
  return false;
}

/** By which the gateway knows an attempt again: the same for each time that it is asked for the same money. */
export function gatewayKey(payment: Pick<Payment, 'id'>): string {
  return payment.id;
}
