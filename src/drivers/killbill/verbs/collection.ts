import { z } from 'zod';
import type { NewReceipt, Receipt } from '../../../model/billing/receipt.ts';
import type { NewRefund, Refund } from '../../../model/billing/refund.ts';
import { localDate } from '../../../model/date.ts';
import { compareMoney, moneyAmount, subtractMoney } from '../../../model/money.ts';
import { TargetRefusal } from '../../../target/session.ts';
import type { CollectionVerbs } from '../../../target/verbs/collection.ts';
import { balancesAnswer, invoicePaymentAnswer, type KillBillPayment } from '../answers.ts';
import { listPayments, oneInvoice } from '../list-invoices.ts';
import { jsonNumber } from '../lossless-json.ts';
import { amountOf } from '../read-invoice.ts';
import type { WorldState } from '../world-state.ts';
import { accountPath } from './customer.ts';
import { readPayment } from './payment.ts';

const receiving = 'payment.receive';
/** Kill Bill's own tag for an invoice that is given up. */
const writtenOff = '00000000-0000-0000-0000-000000000004';

export function collectionVerbs(state: WorldState): CollectionVerbs {
  const { calls, clock } = state;
  return {
    refund: async (refund) => {
      await clock.takeTurn();
      return refunded(state, refund);
    },
    refunds: async (customerId) => {
      await clock.takeTurn();
      return (await listPayments(state, customerId)).flatMap(refundsOf);
    },
    receive: async (receipt) => {
      await clock.takeTurn();
      return received(state, receipt);
    },
    writeOff: async (_key, invoiceId) => {
      await clock.takeTurn();
      await oneInvoice(state, invoiceId);
      const path = `/1.0/kb/invoices/${encodeURIComponent(invoiceId)}/tags`;
      await calls.write({ operation: 'invoice.write-off', path, body: [writtenOff] });
      await clock.settle();
    },
  };
}

function paymentPath(paymentId: string): string {
  return `/1.0/kb/invoicePayments/${encodeURIComponent(paymentId)}`;
}

async function refunded(state: WorldState, refund: NewRefund): Promise<Refund> {
  const { calls, clock } = state;
  const { key, paymentId, amount } = refund;
  const read = async () =>
    refundsOf(await calls.get('payment.read', paymentPath(paymentId), invoicePaymentAnswer));
  try {
    await calls.write({
      operation: 'payment.refund',
      path: `${paymentPath(paymentId)}/refunds`,
      body: {
        amount: jsonNumber(moneyAmount(amount)),
        currency: amount.currency,
        transactionExternalKey: key,
      },
      naturalKey: `refund/${key}`,
    });
  } catch (error) {
    if (!(error instanceof TargetRefusal)) throw error;
    const known = (await read()).find((one) => one.key === key);
    if (known === undefined || known.amount.amountMinor !== amount.amountMinor) throw error;
    return known;
  }
  await clock.settle();
  const refunds = await read();
  return (
    refunds.find((one) => one.key === key) ??
    refunds.at(-1) ?? { ...refund, id: '', status: 'succeeded', date: clock.today }
  );
}

function refundsOf({ paymentId, transactions }: KillBillPayment): readonly Refund[] {
  return transactions
    .filter(({ transactionType }) => transactionType === 'REFUND')
    .map((one) => ({
      id: one.transactionId,
      key: one.transactionExternalKey,
      paymentId,
      amount: amountOf(one.amount, one.currency),
      status: outcomeOf(one.status),
      date: localDate(one.effectiveDate.slice(0, 10)),
    }));
}

/** Kill Bill shares money out over open invoices itself; money for invoices that are named is paid one by one. */
async function received(state: WorldState, receipt: NewReceipt): Promise<Receipt> {
  const { customerId, amount, invoiceIds } = receipt;
  const before = await creditOf(state, customerId, amount.currency);
  const known = new Set((await listPayments(state, customerId)).map(({ paymentId }) => paymentId));
  if (invoiceIds === null) await sharedOut(state, receipt);
  else await paidInOrder(state, receipt, invoiceIds);
  await state.clock.settle();
  const payments = (await listPayments(state, customerId)).filter(({ paymentId }) => !known.has(paymentId));
  const surplus = subtractMoney(await creditOf(state, customerId, amount.currency), before);
  return { payments: payments.map(readPayment), surplus };
}

async function sharedOut({ calls }: WorldState, { customerId, amount }: NewReceipt): Promise<void> {
  const query = new URLSearchParams({ externalPayment: 'true', paymentAmount: moneyAmount(amount) });
  await calls.write({ operation: receiving, path: `${accountPath(customerId)}/invoicePayments?${query}` });
}

/** What the named invoices do not need becomes the customer's credit. */
async function paidInOrder(
  state: WorldState,
  { key, customerId, amount }: NewReceipt,
  invoiceIds: readonly string[],
): Promise<void> {
  let left = amount;
  for (const invoiceId of invoiceIds) {
    const { balance } = await oneInvoice(state, invoiceId);
    const due = amountOf(balance, amount.currency);
    const part = compareMoney(due, left) < 0 ? due : left;
    if (part.amountMinor <= 0n) continue;
    await state.calls.write({
      operation: receiving,
      path: `/1.0/kb/invoices/${encodeURIComponent(invoiceId)}/payments?externalPayment=true`,
      body: {
        accountId: customerId,
        targetInvoiceId: invoiceId,
        purchasedAmount: jsonNumber(moneyAmount(part)),
        currency: part.currency,
        paymentExternalKey: `${key}/${invoiceId}`,
      },
      naturalKey: `payment/${key}/${invoiceId}`,
    });
    left = subtractMoney(left, part);
  }
  if (left.amountMinor === 0n) return;
  const credit = { accountId: customerId, currency: left.currency };
  const sum = jsonNumber(moneyAmount(left));
  const body =
    state.dialect === 'bundle-keys' ? { ...credit, creditAmount: sum } : [{ ...credit, amount: sum }];
  await state.calls.posted(
    { operation: receiving, path: '/1.0/kb/credits?autoCommit=true', body },
    z.unknown(),
  );
}

async function creditOf({ calls }: WorldState, customerId: string, currency: string) {
  const path = `${accountPath(customerId)}?accountWithBalanceAndCBA=true`;
  const { accountCBA } = await calls.get('balance.read', path, balancesAnswer);
  return amountOf(accountCBA, currency);
}

function outcomeOf(status: string): Refund['status'] {
  if (status === 'SUCCESS') return 'succeeded';
  return status === 'PENDING' ? 'pending' : 'declined';
}
