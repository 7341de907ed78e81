import { describe } from 'vitest';
import { moneyOf, negateMoney, parseMoney, sumMoney } from '../../../model/money.ts';
import { check } from '../../../scenario/check.ts';
import { nthInvoice } from '../../../scenario/situations/credit-account.ts';
import {
  credit,
  expectFigure,
  expectSoundBooks,
  invoiced,
  partOf,
} from '../../../scenario/situations/credited-invoice.ts';
import type { OpenContract } from '../../../scenario/situations/open-contract.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['price.flat', 'tax', 'payment', 'credit-note', 'balance'] as const;
const tags = ['@credit', '@edge', '@risk-high'];
const topic = 'credit' as const;
const eur = (amount: string) => parseMoney(amount, 'EUR');

/** Of EUR 100.00 and 19.00 of tax; with its tax each comes out even. */
const notes = [
  { net: '10.00', total: '11.90', reason: 'late by a day' },
  { net: '20.00', total: '23.80', reason: 'Kulanz: „schönes“ Wetter, <nicht> bestellt & doch da' },
  {
    net: '30.00',
    total: '35.70',
    reason: 'the third of them, and the longest reason that anybody has ever typed',
  },
] as const;

/** In the books the customer has to his credit what he has on his balance. */
async function expectCreditInBooks(world: World, { session, customerId }: OpenContract): Promise<void> {
  if (!world.can('ledger')) return;
  const entries = (await session.ledger(customerId)).filter(({ account }) => account === 'customer-credit');
  const inBooks = sumMoney(
    entries.map(({ side, amount }) => (side === 'credit' ? amount : negateMoney(amount))),
    'EUR',
  );
  expectFigure(world, 'credit in the books', [(await session.balance(customerId)).amount, inBooks]);
}

/** What is left is what the two others took off, or gave where he had paid before. */
async function expectOneTakenBack(
  world: World,
  { place, isPaid }: { readonly place: number; readonly isPaid: boolean },
): Promise<void> {
  const contract = await invoiced(world);
  const { session, customerId } = contract;
  const { id: invoiceId, total } = await nthInvoice(contract, 1);
  if (isPaid) await session.pay({ key: `${world.checkId}-pay`, invoiceId, amount: total });
  const issued = [];
  for (const { net } of notes) issued.push(await credit(world, contract, { part: partOf(0, net), key: net }));
  await session.voidCreditNote(`${world.checkId}-back`, issued[place]?.id ?? '');
  const left = notes.filter((_, index) => index !== place).map((note) => eur(note.total));
  const given = sumMoney(left, 'EUR');
  const open = moneyOf(total.amountMinor - given.amountMinor, 'EUR');
  const [owed, kept] = isPaid ? [eur('0.00'), given] : [open, eur('0.00')];
  expectFigure(world, 'left to pay', [owed, (await nthInvoice(contract, 1)).due]);
  expectFigure(world, 'balance', [kept, (await session.balance(customerId)).amount]);
  await expectSoundBooks(world, contract);
  await expectCreditInBooks(world, contract);
}

describe('Of three credit notes on one invoice', () => {
  for (const isPaid of [false, true])
    for (const [place, { net }] of notes.entries())
      check(
        `that of EUR ${net} is taken back, and no other${isPaid ? ', where the invoice was paid before' : ''}`,
        { topic, needs, tags },
        (world) => expectOneTakenBack(world, { place, isPaid }),
      );

  check('each says why it was given', { topic, needs, tags }, async (world) => {
    const contract = await invoiced(world);
    const { session, customerId } = contract;
    const { id: invoiceId } = await nthInvoice(contract, 1);
    for (const { net, reason } of notes)
      await session.creditNote({ key: `${world.checkId}-${net}`, invoiceId, part: partOf(0, net), reason });
    world.expectEqual(
      'reasons',
      notes.map(({ reason }) => reason),
      (await session.creditNotes(customerId)).map(({ reason }) => reason),
    );
  });
});
