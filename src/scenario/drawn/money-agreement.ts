import type { GatewayMovement } from '../../model/billing/gateway.ts';
import type { Payment } from '../../model/billing/payment.ts';
import { type Money, moneyOf, negateMoney, sumMoney } from '../../model/money.ts';
import type { BillingSession } from '../billing-session.ts';
import type { World } from '../world.ts';

export interface PayingCustomer {
  readonly session: BillingSession;
  readonly customerId: string;
  readonly currency: string;
}

/** What the payment service moved in all, by its own record: charges that went through, less what went back. */
export async function movedAtGateway({ session, customerId, currency }: PayingCustomer): Promise<Money> {
  return movedIn(await session.gatewayMovements(customerId), currency);
}

function movedIn(movements: readonly GatewayMovement[], currency: string): Money {
  return sumMoney(
    movements
      .filter(({ status }) => status === 'succeeded')
      .filter((movement) => movement.currency === currency)
      .map(({ kind, amountMinor }) => moneyOf(kind === 'charge' ? amountMinor : -amountMinor, currency)),
    currency,
  );
}

export function succeeded(payments: readonly Payment[], currency: string): Money {
  const amounts = payments.filter(({ status }) => status === 'succeeded').map(({ amount }) => amount);
  return sumMoney(amounts, currency);
}

/**
 * Four records of the same money must say the same: the payment service's, the target's payments, what the invoices count as
 * paid, and cash in the books. `expected` is what should have moved, worked out by hand.
 */
export async function expectMoneyAgrees(
  world: World,
  customer: PayingCustomer,
  expected: Money,
): Promise<void> {
  const { session, customerId, currency } = customer;
  const expectSame = (measure: string, actual: Money, explanation: string) => {
    world.expectMoney({ measure, expected, actual, nature: 'charge', explanation });
  };
  const movements = await session.gatewayMovements(customerId);
  expectSame(
    'moved by the payment service',
    movedIn(movements, currency),
    'By the record of the payment service itself.',
  );
  const foreign = movements.filter((one) => one.status === 'succeeded' && one.currency !== currency);
  world.expectThat(
    foreign.length === 0,
    `The payment service moved ${foreign[0]?.currency} of a customer who pays in ${currency}.`,
  );
  if (world.profile.refundWithoutAdjustment === 'leaves-invoice-paid' && movements.some(wentBack)) return;
  const paid = (await session.invoices(customerId)).map((invoice) => invoice.paid);
  expectSame('counted as paid', sumMoney(paid, currency), 'What all invoices say that was paid for them.');
  if (!world.can('ledger')) return;
  const cash = (await session.ledger(customerId)).filter(({ account }) => account === 'cash');
  const booked = cash.map(({ side, amount }) => (side === 'debit' ? amount : negateMoney(amount)));
  expectSame('cash in the books', sumMoney(booked, currency), 'Debits of cash less its credits.');
  await expectOpenInBooks(world, customer);
}

function wentBack({ kind, status }: GatewayMovement): boolean {
  return kind === 'refund' || status === 'charged-back';
}

/** What the books say is owed is what the invoices say is due. */
async function expectOpenInBooks(world: World, { session, customerId, currency }: PayingCustomer) {
  const receivables = (await session.ledger(customerId)).filter(({ account }) => account === 'receivables');
  const due = (await session.invoices(customerId)).map((invoice) => invoice.due);
  world.expectMoney({
    measure: 'receivables against what is due',
    expected: sumMoney(due, currency),
    actual: sumMoney(
      receivables.map(({ side, amount }) => (side === 'debit' ? amount : negateMoney(amount))),
      currency,
    ),
    nature: 'books',
    explanation: 'The invoices say what is due; the books must say the same.',
  });
}
