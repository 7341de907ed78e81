import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { addMoney, parseMoney, sumMoney } from '../../../model/money.ts';
import { refusalOf } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { expectBalance, nthInvoice } from '../../../scenario/situations/credit-account.ts';
import { expectSoundBooks } from '../../../scenario/situations/credited-invoice.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';
import type { World } from '../../../scenario/world.ts';

const needs = [
  'price.flat',
  'payment',
  'payment.refund',
  'invoice.void',
  'invoice.void-paid',
  'balance',
] as const;
const eur = (amount: string) => parseMoney(amount, 'EUR');

/** One invoice of EUR 120.00, paid in full. */
async function paid(
  world: World,
): Promise<OpenContract & { readonly invoiceId: string; readonly paymentId: string }> {
  const plan = monthlyPlan('basic', [fee('120.00')]);
  const contract = await openContract(world, { customer: 'Acme', plan, start: localDate('2026-01-01') });
  const { id: invoiceId } = await nthInvoice(contract, 1);
  const payment = { key: `${world.checkId}-pay`, invoiceId, amount: eur('120.00') };
  const { id: paymentId } = await contract.session.pay(payment);
  return { ...contract, invoiceId, paymentId };
}

describe('An invoice of which a part was refunded', () => {
  check(
    'gives back the rest when it is voided, and not what was refunded before',
    { topic: 'credit', needs, tags: ['@credit', '@risk-high'] },
    async (world) => {
      const contract = await paid(world);
      const { session, invoiceId, paymentId } = contract;
      await session.refund({ key: `${world.checkId}-refund`, paymentId, amount: eur('30.00') });
      await session.voidInvoice(`${world.checkId}-void`, invoiceId);
      const because = 'EUR 120.00 were paid and EUR 30.00 refunded, so that EUR 90.00 are left to give back.';
      await expectBalance(world, contract, { amount: eur('90.00'), because });
      const more = { key: `${world.checkId}-more`, paymentId, amount: eur('1.00') };
      const answer = await refusalOf(session.refund(more));
      world.expectRefused(answer, 'What is on the balance was refunded as well.');
      await expectSoundBooks(world, contract);
    },
  );

  check(
    'gives back the rest also where a refund leaves an invoice paid',
    { topic: 'credit', needs: [...needs, 'policy.settings'], tags: ['@credit', '@policy', '@risk-high'] },
    async (world) => {
      world.setPolicy({ refundWithoutAdjustment: 'leaves-invoice-paid' });
      const contract = await paid(world);
      const { session, invoiceId, paymentId } = contract;
      await session.refund({ key: `${world.checkId}-refund`, paymentId, amount: eur('30.00') });
      await session.voidInvoice(`${world.checkId}-void`, invoiceId);
      const because = 'EUR 30.00 of EUR 120.00 he has back already.';
      await expectBalance(world, contract, { amount: eur('90.00'), because });
      await expectSoundBooks(world, contract);
    },
  );

  check(
    'gives back no more than was paid when refund and void come at one instant',
    { topic: 'credit', needs, tags: ['@credit', '@risk-high'] },
    async (world) => {
      const contract = await paid(world);
      const { session, invoiceId, paymentId, customerId } = contract;
      const refund = { key: `${world.checkId}-refund`, paymentId, amount: eur('30.00') };
      await Promise.all([
        refusalOf(session.refund(refund)),
        refusalOf(session.voidInvoice(`${world.checkId}-void`, invoiceId)),
      ]);
      // Whichever was refused for the other's sake is asked for again.
      if ((await session.invoice(invoiceId)).status !== 'void')
        await session.voidInvoice(`${world.checkId}-again`, invoiceId);
      const refunds = (await session.refunds(customerId)).filter(({ status }) => status === 'succeeded');
      const refunded = sumMoney(
        refunds.map(({ amount }) => amount),
        'EUR',
      );
      const { amount } = await session.balance(customerId);
      world.expectMoney({
        measure: 'refunded and on the balance',
        expected: eur('120.00'),
        actual: addMoney(refunded, amount),
        nature: 'credit',
        customer: 'Acme',
        explanation: 'EUR 120.00 were paid; a void and a refund together give back all of it, once.',
      });
      await expectSoundBooks(world, contract);
    },
  );
});
