import type { NewPayment, Payment } from '../../../model/billing/payment.ts';
import { localDate } from '../../../model/date.ts';
import { moneyAmount } from '../../../model/money.ts';
import { TargetRefusal } from '../../../target/session.ts';
import type { PaymentVerbs } from '../../../target/verbs/payment.ts';
import type { KillBillPayment } from '../answers.ts';
import { listPayments, oneInvoice } from '../list-invoices.ts';
import { jsonNumber } from '../lossless-json.ts';
import { amountOf } from '../read-invoice.ts';
import type { WorldState } from '../world-state.ts';

const record = 'payment.record';

export function paymentVerbs(state: WorldState): PaymentVerbs {
  const { calls, clock } = state;
  return {
    pay: async (payment) => {
      await clock.takeTurn();
      const { accountId } = await oneInvoice(state, payment.invoiceId);
      const id = await paid(state, accountId, payment);
      await clock.settle();
      const known = (await listPayments(state, accountId)).find(({ paymentId }) => paymentId === id);
      return known === undefined ? answeredAsDone(state, payment, id) : readPayment(known);
    },
    payments: async (customerId) => {
      await clock.takeTurn();
      return (await listPayments(state, customerId)).map(readPayment);
    },
    amendPayment: async (paymentId, amount) => {
      await clock.takeTurn();
      const path = `/1.0/kb/invoicePayments/${encodeURIComponent(paymentId)}`;
      const body = { amount: jsonNumber(moneyAmount(amount)), currency: amount.currency };
      await calls.write({ operation: 'payment.amend', method: 'PUT', path, body });
    },
  };
}

/** Money that came from outside. A key that was used before belongs to a payment that is there already. */
async function paid(
  state: WorldState,
  accountId: string,
  { key, invoiceId, amount }: NewPayment,
): Promise<string> {
  const path = `/1.0/kb/invoices/${encodeURIComponent(invoiceId)}/payments?externalPayment=true`;
  const body = {
    accountId,
    targetInvoiceId: invoiceId,
    purchasedAmount: jsonNumber(moneyAmount(amount)),
    currency: amount.currency,
    paymentExternalKey: key,
  };
  try {
    return await state.calls.write({ operation: record, path, body, naturalKey: `payment/${key}` });
  } catch (error) {
    if (!(error instanceof TargetRefusal)) throw error;
    const known = (await listPayments(state, accountId)).find((one) => one.paymentExternalKey === key);
    const isSame =
      known !== undefined &&
      known.targetInvoiceId === invoiceId &&
      readPayment(known).amount.amountMinor === amount.amountMinor;
    if (!isSame) throw error;
    return known.paymentId;
  }
}

/** Kill Bill said that it is done, and shows no payment: what it said is what is told. */
function answeredAsDone({ clock }: WorldState, payment: NewPayment, id: string): Payment {
  return { ...payment, id, status: 'succeeded', date: clock.today, gatewayAmountMinor: null };
}

export function readPayment(found: KillBillPayment): Payment {
  const purchase = found.transactions.find(({ transactionType }) => transactionType === 'PURCHASE');
  const isChargedBack = found.transactions.some(
    ({ transactionType, status }) => transactionType === 'CHARGEBACK' && status === 'SUCCESS',
  );
  const currency = purchase?.currency ?? '';
  return {
    id: found.paymentId,
    key: found.paymentExternalKey,
    invoiceId: found.targetInvoiceId ?? '',
    amount: amountOf(purchase?.amount ?? '0', currency),
    status: isChargedBack ? 'charged-back' : statusOf(purchase?.status ?? ''),
    date: localDate((purchase?.effectiveDate ?? '').slice(0, 10)),
    gatewayAmountMinor: null,
  };
}

function statusOf(status: string): Payment['status'] {
  if (status === 'SUCCESS') return 'succeeded';
  return status === 'PENDING' || status === 'UNKNOWN' ? 'pending' : 'declined';
}
