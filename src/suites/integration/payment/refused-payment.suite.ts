import { describe } from 'vitest';
import type { Invoice } from '../../../model/billing/invoice.ts';
import { localDate } from '../../../model/date.ts';
import { moneyOf, zeroMoney } from '../../../model/money.ts';
import { refusalOf } from '../../../scenario/billing-session.ts';
import { castMember } from '../../../scenario/cast.ts';
import { check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { ExpectationFailed } from '../../../scenario/expectation-failed.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';
import { orderFor } from '../../../scenario/situations/withdrawn-plan.ts';
import type { World } from '../../../scenario/world.ts';

const start = localDate('2026-01-01');
const owed = moneyOf(80_00n, 'EUR');
type Debtor = Pick<OpenContract, 'session' | 'customerId'>;

/** Acme and Kim owe EUR 80.00 each. */
async function twoDebtors(world: World): Promise<{ readonly acme: Debtor; readonly kim: Debtor }> {
  const acme = await openContract(world, {
    customer: 'Acme',
    plan: monthlyPlan('basic', [fee('80.00')]),
    start,
  });
  const { session } = acme;
  const { country = 'DE', timeZone = 'UTC' } = castMember('Kim') ?? {};
  const who = { key: `${world.checkId}-kim`, name: 'Kim', country, currency: 'EUR', timeZone };
  const { id: customerId } = await session.createCustomer(who);
  const kim = { session, customerId };
  await orderFor(world, kim, { plan: 'basic', start });
  return { acme, kim };
}

async function onlyInvoice({ session, customerId }: Debtor): Promise<Invoice> {
  const [invoice] = await session.invoices(customerId);
  if (invoice === undefined)
    throw new ExpectationFailed(['Found no invoice on the first day, expected one.']);
  return invoice;
}

/** What is still to pay of the invoice, and what was paid by its customer. */
async function expectState(
  world: World,
  { session, customerId }: Debtor,
  { id, due, because }: { readonly id: string; readonly due: bigint; readonly because: string },
): Promise<void> {
  const found = await session.invoice(id);
  const expected = moneyOf(due, 'EUR');
  const [nature, customer, explanation] = ['charge', 'Kim', because] as const;
  world.expectMoney({ measure: 'still to pay', expected, actual: found.due, nature, customer, explanation });
  const paid = (await session.payments(customerId)).filter(({ status }) => status === 'succeeded');
  const taken = paid.reduce((sum, { amount }) => sum + amount.amountMinor, zeroMoney('EUR').amountMinor);
  world.expectEqual('paid by Kim, in cents', String(owed.amountMinor - due), String(taken));
}

describe('A payment that is refused', () => {
  check(
    'because its key paid for another customer leaves the invoice as it was, to be read and to be paid',
    { topic: 'payment', needs: ['price.flat', 'payment'], tags: ['@edge', '@risk-high'] },
    async (world) => {
      const { acme, kim } = await twoDebtors(world);
      const [his, hers] = [await onlyInvoice(acme), await onlyInvoice(kim)];
      const key = `${world.checkId}-pay`;
      await acme.session.pay({ key, invoiceId: his.id, amount: owed });
      const answer = await refusalOf(kim.session.pay({ key, invoiceId: hers.id, amount: owed }));
      world.expectRefused(answer, "A payment of Kim with the key of Acme's was taken.");
      await expectState(world, kim, { id: hers.id, due: 80_00n, because: 'Nothing was paid for it.' });
      await kim.session.pay({ key: `${key}-kim`, invoiceId: hers.id, amount: owed });
      await expectState(world, kim, { id: hers.id, due: 0n, because: 'Paid with a key of its own.' });
    },
  );
});
