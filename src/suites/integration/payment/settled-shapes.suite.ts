import { describe } from 'vitest';
import type { PaymentBehaviour } from '../../../model/billing/gateway.ts';
import { addDays } from '../../../model/date.ts';
import { addMoney, type Money, subtractMoney, sumMoney, zeroMoney } from '../../../model/money.ts';
import { expectBalanced, expectOpenReceivables } from '../../../scenario/books.ts';
import { check } from '../../../scenario/check.ts';
import { expectMoneyAgrees } from '../../../scenario/drawn/money-agreement.ts';
import { nthInvoice } from '../../../scenario/situations/credit-account.ts';
import type { OpenContract } from '../../../scenario/situations/open-contract.ts';
import {
  type Shape,
  shapedInvoice,
  shapeStart,
  shapes,
  sumsOf,
} from '../../../scenario/situations/shaped-invoice.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['clock', 'price.flat', 'price.several-fees', 'tax', 'payment'] as const;
const topic = 'payment' as const;
const tags = ['@edge', '@risk-high'];

async function cardThat({ session, customerId }: OpenContract, behaviour: PaymentBehaviour): Promise<void> {
  await session.setPaymentMethod(customerId, { behaviour, collection: 'manual' });
}

/** The smallest coin less than the support, which is then given back by itself. */
function partsOf(shape: Shape): readonly [Money, Money] {
  const { total } = sumsOf(shape, ['support']);
  return [
    { ...total, amountMinor: total.amountMinor - 1n },
    { ...total, amountMinor: 1n },
  ];
}

// Waiting for a gateway that is silent takes its time: other coins than those of all other checks will do.
for (const shape of shapes.filter(({ currency }) => currency !== 'EUR'))
  describe(`Money for an invoice ${shape.name}`, () => {
    check(
      'goes back in parts, to the smallest coin, also where the answers of the gateway are lost',
      { topic, needs: [...needs, ...shape.needs, 'payment.gateway', 'payment.refund'], tags },
      async (world) => {
        const contract = await shapedInvoice(world, shape);
        const { session, customerId } = contract;
        const { total } = sumsOf(shape, ['seat', 'support']);
        const { id: invoiceId } = await nthInvoice(contract, 1);
        await cardThat(contract, 'times-out-after-doing-it');
        await session.pay({ key: `${world.checkId}-pay`, invoiceId, amount: total });
        await session.advanceTo(addDays(shapeStart, 1));
        const [payment] = await session.payments(customerId);
        const paymentId = payment?.id ?? '';
        const [most, coin] = partsOf(shape);
        await session.refund({ key: `${world.checkId}-lost`, paymentId, amount: most });
        await session.advanceTo(addDays(shapeStart, 2));
        await cardThat(contract, 'succeeds');
        await session.refund({ key: `${world.checkId}-coin`, paymentId, amount: coin });
        const back = addMoney(most, coin);
        const debtor = { session, customerId, currency: shape.currency };
        await expectMoneyAgrees(world, debtor, subtractMoney(total, back));
        const reopens = world.profile.refundWithoutAdjustment !== 'leaves-invoice-paid';
        world.expectMoney({
          measure: 'left to pay',
          expected: reopens ? back : zeroMoney(shape.currency),
          actual: (await nthInvoice(contract, 1)).due,
          nature: 'charge',
          explanation: 'All was paid; what went back without a credit note is owed again.',
        });
      },
    );
  });

for (const shape of shapes)
  describe(`Money for an invoice ${shape.name}`, () => {
    check(
      'that nobody will pay any more is a loss of what is left, and nothing else',
      { topic, needs: [...needs, ...shape.needs, 'payment.write-off', 'ledger'], tags: [...tags, '@close'] },
      async (world) => {
        const contract = await shapedInvoice(world, shape);
        const { id: invoiceId } = await nthInvoice(contract, 1);
        const amount = sumsOf(shape, ['seat']).total;
        await contract.session.pay({ key: `${world.checkId}-pay`, invoiceId, amount });
        await contract.session.writeOff(`${world.checkId}-off`, invoiceId);
        await expectLoss(world, contract, sumsOf(shape, ['support']).total);
      },
    );
  });

async function expectLoss(world: World, { session, customerId }: OpenContract, loss: Money): Promise<void> {
  const entries = await session.ledger(customerId);
  expectBalanced(world, entries);
  const lost = entries.filter(({ account, side }) => account === 'bad-debt' && side === 'debit');
  world.expectMoney({
    measure: 'loss in the books',
    expected: loss,
    actual: sumMoney(
      lost.map(({ amount }) => amount),
      loss.currency,
    ),
    nature: 'books',
    explanation: 'The seats were paid, the support was not.',
  });
  const [invoice] = await session.invoices(customerId);
  world.expectEqual('left to pay', zeroMoney(loss.currency), invoice?.due);
  await expectOpenReceivables(world, session, { name: 'the customer', customerId });
}
