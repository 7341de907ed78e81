import { describe } from 'vitest';
import { moneyAmount, moneyOf, parseMoney } from '../../../model/money.ts';
import { refusalOf } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import { nthInvoice } from '../../../scenario/situations/credit-account.ts';
import {
  credit,
  expectFigure,
  expectSoundBooks,
  invoiced,
} from '../../../scenario/situations/credited-invoice.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['price.flat', 'tax', 'payment', 'credit-note', 'balance', 'invoice.charge'] as const;
const eur = (amount: string) => parseMoney(amount, 'EUR');
const given = eur('119.00');

interface Use {
  /** Of the EUR 119.00 that a note gave. */
  readonly used: string;
  /** What the customer has to his credit beside it. */
  readonly beside: string;
  readonly isTakenBack: boolean;
}

const uses: readonly Use[] = [
  { used: '0.01', beside: '0.00', isTakenBack: false },
  { used: '59.50', beside: '0.00', isTakenBack: false },
  { used: '118.99', beside: '0.00', isTakenBack: false },
  { used: '119.00', beside: '0.00', isTakenBack: false },
  { used: '40.00', beside: '39.99', isTakenBack: false },
  { used: '40.00', beside: '40.00', isTakenBack: true },
  { used: '119.00', beside: '150.00', isTakenBack: true },
];

/** What is there is what counts, whichever credit was used first. */
async function expectTakenBackWhole(world: World, { used, beside, isTakenBack }: Use): Promise<void> {
  const contract = await invoiced(world);
  const { session, customerId } = contract;
  const { id: invoiceId, due } = await nthInvoice(contract, 1);
  await session.pay({ key: `${world.checkId}-pay`, invoiceId, amount: due });
  const note = await credit(world, contract, { part: { kind: 'whole' }, key: 'note' });
  expectFigure(world, 'given by the note', [given, note.toBalance]);
  if (eur(beside).amountMinor > 0n)
    await session.receive({
      key: `${world.checkId}-more`,
      customerId,
      amount: eur(beside),
      invoiceIds: null,
    });
  const date = await session.today();
  const charge = { customerId, text: 'Training', amount: eur(used), date };
  await session.charge({ key: `${world.checkId}-used`, ...charge });
  const before = (await session.balance(customerId)).amount;
  const answer = await refusalOf(session.voidCreditNote(`${world.checkId}-back`, note.id));
  const what = `a note of EUR 119.00, with EUR ${moneyAmount(before)} on the balance`;
  if (isTakenBack) world.expectEqual(what, 'accepted', answer);
  else world.expectRefused(answer, `The target took back ${what}.`);
  const [{ status } = { status: null }] = await session.creditNotes(customerId);
  world.expectEqual('status of the note', isTakenBack ? 'void' : 'issued', status);
  const left = before.amountMinor - (isTakenBack ? given.amountMinor : 0n);
  expectFigure(world, 'balance', [moneyOf(left, 'EUR'), (await session.balance(customerId)).amount]);
  await expectSoundBooks(world, contract);
}

describe('A credit note of which', () => {
  for (const use of uses)
    check(
      `EUR ${use.used} were used, with EUR ${use.beside} of other credit, ${use.isTakenBack ? 'can be taken back' : 'cannot be taken back, neither whole nor in part'}`,
      {
        topic: 'credit',
        needs: use.beside === '0.00' ? needs : [...needs, 'payment.receive'],
        tags: ['@credit', '@edge', '@risk-high'],
      },
      (world) => expectTakenBackWhole(world, use),
    );
});
