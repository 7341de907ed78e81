import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { parseMoney, sumMoney } from '../../../model/money.ts';
import { check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { expectBalance, expectSettled, nthInvoice } from '../../../scenario/situations/credit-account.ts';
import {
  expectWallet,
  expectWalletBooks,
  openFilledWallet,
  prepaidContract,
} from '../../../scenario/situations/wallet-account.ts';

const start = localDate('2026-01-01');
const february = localDate('2026-02-01');
const needs = ['clock', 'price.flat', 'wallet'] as const;
const eur = (amount: string) => parseMoney(amount, 'EUR');

describe('A wallet', () => {
  const settlements = [
    {
      words: 'larger than the invoice',
      prices: ['60.00', '40.00'],
      tax: '19',
      credits: '200',
      credited: '119.00',
      due: '0.00',
      left: '81.00',
    },
    {
      words: 'smaller than the invoice',
      prices: ['60.00', '40.00'],
      tax: '19',
      credits: '50.5',
      credited: '50.50',
      due: '68.50',
      left: '0.00',
    },
    // Each of ten fees of 0.01 bears 0.004 of tax, which is none.
    {
      words: 'beside ten fees of a cent at 40 % tax',
      prices: Array.from({ length: 10 }, () => '0.01'),
      tax: '40',
      credits: '10',
      credited: '0.10',
      due: '0.00',
      left: '9.90',
    },
    // Each of seven fees of 0.33 bears 0.0627 of tax, which is 0.06: 2.31 and 0.42.
    {
      words: 'beside seven fees of 33 cents at 19 % tax',
      prices: Array.from({ length: 7 }, () => '0.33'),
      tax: '19',
      credits: '1000',
      credited: '2.73',
      due: '0.00',
      left: '997.27',
    },
    // Each of eleven fees of 1.01 bears 0.0757 of tax, which is 0.08: 11.11 and 0.88.
    {
      words: 'beside eleven fees at 7.5 % tax',
      prices: Array.from({ length: 11 }, () => '1.01'),
      tax: '7.5',
      credits: '12',
      credited: '11.99',
      due: '0.00',
      left: '0.01',
    },
  ] as const;
  for (const { words, prices, tax, credits, credited, due, left } of settlements) {
    check(
      `${words} pays EUR ${credited} of it and leaves EUR ${due} to pay`,
      { topic: 'credit', needs: [...needs, 'tax'], tags: ['@credit', '@risk-high'] },
      async (world) => {
        const contract = await prepaidContract(world, prices, tax);
        await openFilledWallet(world, contract, { name: 'prepaid', credits });
        await contract.session.advanceTo(february);
        const because = 'Credit pays an invoice as far as it goes, to the cent, and never beyond its total.';
        expectSettled(world, await nthInvoice(contract, 2), { credited, due, because });
        await expectWallet(world, contract, { name: 'prepaid', balance: eur(left), because });
        await expectWalletBooks(world, contract);
      },
    );
  }

  check(
    'pays what is charged by hand, for which there is no period',
    { topic: 'credit', needs: [...needs, 'invoice.charge'], tags: ['@credit', '@risk-high'] },
    async (world) => {
      const contract = await prepaidContract(world, ['30.00']);
      const { session, customerId } = contract;
      await openFilledWallet(world, contract, { name: 'prepaid', credits: '12' });
      const charge = { key: `${world.checkId}-charge`, customerId, text: 'Training', amount: eur('10.00') };
      const invoice = await session.charge({ ...charge, date: start });
      const because = 'EUR 12.00 of prepaid credit pay the EUR 10.00 of the training.';
      expectSettled(world, invoice, { credited: '10.00', due: '0.00', because });
      await expectWallet(world, contract, { name: 'prepaid', balance: eur('2.00'), because });
      await expectWalletBooks(world, contract);
    },
  );

  check(
    'is used once when several invoices are made at one instant',
    { topic: 'credit', needs, tags: ['@credit', '@risk-high'] },
    async (world) => {
      const contract = await prepaidContract(world, ['10.00']);
      const { session, customerId } = contract;
      await openFilledWallet(world, contract, { name: 'prepaid', credits: '50' });
      await session.publish(monthlyPlan('extra', [fee('30.00')]));
      await Promise.all(
        [1, 2, 3].map((index) =>
          session.subscribe({
            key: `${world.checkId}-extra-${index}`,
            customerId,
            plan: 'extra',
            start,
            quantity: '1',
            billing: 'anniversary',
          }),
        ),
      );
      const credited = (await session.invoices(customerId)).map((invoice) => invoice.credited);
      const because = 'Three invoices of EUR 30.00 share EUR 50.00 of prepaid credit.';
      const money = { expected: eur('50.00'), nature: 'credit', explanation: because } as const;
      world.expectMoney({ ...money, measure: 'credit used', actual: sumMoney(credited, 'EUR') });
      await expectWallet(world, contract, { name: 'prepaid', balance: eur('0.00'), because });
      await expectWalletBooks(world, contract);
    },
  );

  check(
    'is announced with the next invoice as it will be used',
    { topic: 'preview', needs: [...needs, 'preview.invoice'], tags: ['@credit'] },
    async (world) => {
      const contract = await prepaidContract(world, ['30.00']);
      const { session, customerId } = contract;
      await openFilledWallet(world, contract, { name: 'prepaid', credits: '12.34' });
      const because = 'EUR 12.34 of EUR 30.00 are prepaid.';
      const announced = await session.previewInvoice(customerId, february);
      if (announced === null) world.expectThat(false, 'Found no announced invoice, expected one.');
      else expectSettled(world, announced, { credited: '12.34', due: '17.66', because });
      await expectWallet(world, contract, {
        name: 'prepaid',
        balance: eur('12.34'),
        because: 'An announcement uses nothing.',
      });
      await session.advanceTo(february);
      expectSettled(world, await nthInvoice(contract, 2), { credited: '12.34', due: '17.66', because });
    },
  );

  check(
    'gets back what a voided invoice used of it; what has expired meanwhile goes to the balance',
    { topic: 'credit', needs: [...needs, 'invoice.void', 'balance'], tags: ['@credit', '@risk-high'] },
    async (world) => {
      const contract = await prepaidContract(world, ['30.00']);
      const { session } = contract;
      await openFilledWallet(world, contract, { name: 'lasting', credits: '20', priority: 1 });
      const expires = localDate('2026-02-10');
      await openFilledWallet(world, contract, { name: 'short', credits: '15', priority: 2, expires });
      await session.advanceTo(february);
      const invoice = await nthInvoice(contract, 2);
      const used = 'EUR 20.00 of the first wallet and EUR 10.00 of the second pay EUR 30.00.';
      expectSettled(world, invoice, { credited: '30.00', due: '0.00', because: used });
      await session.advanceTo(localDate('2026-02-11'));
      await session.voidInvoice(`${world.checkId}-void`, invoice.id);
      const because =
        'The invoice is void: EUR 20.00 are back in the wallet that lasts, and EUR 10.00 on the balance.';
      await expectWallet(world, contract, { name: 'lasting', balance: eur('20.00'), because });
      await expectWallet(world, contract, { name: 'short', balance: eur('0.00'), because });
      await expectBalance(world, contract, { amount: eur('10.00'), because });
      await expectWalletBooks(world, contract);
    },
  );
});
