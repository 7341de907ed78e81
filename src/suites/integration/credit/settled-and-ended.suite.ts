import { describe } from 'vitest';
import type { Invoice } from '../../../model/billing/invoice.ts';
import { addMoney, moneyOf, subtractMoney } from '../../../model/money.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import { expectSoundAccount } from '../../../scenario/drawn/account-soundness.ts';
import { eur } from '../../../scenario/situations/paying-customer.ts';
import {
  creditOf,
  type SettledInvoice,
  settledInvoice,
  transfer,
  type Way,
  waysToSettle,
} from '../../../scenario/situations/settled-invoice.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['clock', 'price.flat', 'tax', 'payment', 'balance', 'wallet', 'ledger'] as const;

interface End {
  readonly name: string;
  readonly needs: CheckOptions['needs'];
  readonly go: (settled: SettledInvoice, invoice: Invoice) => Promise<unknown>;
  /** How much more the customer has to his credit afterwards, in minor units. */
  readonly gives: (invoice: Invoice) => bigint;
  readonly loses?: (invoice: Invoice) => bigint;
  readonly because: string;
}

const tooMuch = eur('4.50');

const ends: readonly End[] = [
  {
    name: 'is taken back',
    needs: ['invoice.void', 'invoice.void-paid'],
    go: ({ world, session }, { id }) => session.voidInvoice(`${world.checkId}-${id}-void`, id),
    gives: ({ paid, credited }) => paid.amountMinor + credited.amountMinor,
    because: 'Whatever settled a part of it is his again.',
  },
  {
    name: 'is credited as a whole',
    needs: ['credit-note'],
    go: ({ world, session }, { id: invoiceId }) =>
      session.creditNote({
        key: `${world.checkId}-${invoiceId}-note`,
        invoiceId,
        part: { kind: 'whole' },
        reason: 'goodwill',
      }),
    gives: ({ total, due }) => subtractMoney(total, due).amountMinor,
    because: 'The note first settles what is open; what was settled before is his again.',
  },
  {
    name: 'is paid by a transfer of EUR 4.50 too much',
    needs: ['payment.receive'],
    go: (settled, { due }) => transfer(settled, addMoney(due, tooMuch), 'too-much'),
    gives: () => tooMuch.amountMinor,
    because: 'What no invoice needs is his.',
  },
  {
    name: 'is given up',
    needs: ['payment.write-off'],
    go: ({ world, session }, { id }) => session.writeOff(`${world.checkId}-${id}-lost`, id),
    gives: () => 0n,
    loses: ({ due }) => due.amountMinor,
    because: "What is given up is nobody's.",
  },
];

/** Nothing is open, he has what is his, and the books say so. */
async function expectEnded(world: World, ways: readonly Way[], end: End): Promise<void> {
  const settled = await settledInvoice(world, ways);
  const { session, invoiceId, currency } = settled;
  const after = `${ways.map(({ name }) => name).join(', ') || 'nothing'}; then it ${end.name}`;
  const invoice = await session.invoice(invoiceId);
  const before = await creditOf(settled);
  await end.go(settled, invoice);
  const { due, number } = await session.invoice(invoiceId);
  const same = { customer: 'Acme', invoice: number } as const;
  world.expectMoney({
    ...same,
    measure: `due, settled by ${after}`,
    expected: moneyOf(0n, currency),
    actual: due,
    nature: 'charge',
    explanation: `After it ${end.name} nothing is open.`,
  });
  world.expectMoney({
    ...same,
    measure: `credit of the customer, settled by ${after}`,
    expected: moneyOf(before.amountMinor + end.gives(invoice), currency),
    actual: await creditOf(settled),
    nature: 'charge',
    explanation: end.because,
  });
  const known = { cash: settled.cash, lost: end.loses?.(invoice) ?? 0n };
  await expectSoundAccount(world, settled, { ...known, after });
}

describe('An invoice of which a part was settled', () => {
  for (const end of ends) {
    const options = {
      topic: 'credit',
      needs: [...needs, ...end.needs],
      tags: ['@edge', '@risk-high'],
      timeoutMs: 60_000,
    } as const;
    const possible = (world: World) =>
      waysToSettle.filter((way) => way.needs.every((need) => world.can(need)));

    check(`in one way or in none, ${end.name}`, options, async (world) => {
      for (const ways of [[], ...possible(world).map((way) => [way])]) await expectEnded(world, ways, end);
    });

    check(`in all ways at once, or in all but one, ${end.name}`, options, async (world) => {
      const all = possible(world);
      await expectEnded(world, all, end);
      for (const without of all)
        await expectEnded(
          world,
          all.filter((way) => way !== without),
          end,
        );
    });
  }
});
