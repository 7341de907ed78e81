import { addDays } from '../../model/date.ts';
import { type Money, moneyOf } from '../../model/money.ts';
import { refusalOf } from '../billing-session.ts';
import type { AccountLife } from './account-act.ts';

/** More than any account here ever holds, in minor units. */
const farTooMuch = 1_000_000_000n;

interface Attempt {
  /** Such as "more money back than was paid". */
  readonly what: string;
  /** Ends with the target's refusal; null where there is nothing to try it with. */
  readonly attempt: (life: AccountLife, key: string) => Promise<unknown>;
}

/** What nobody can do, whatever became of the account. */
const attempts: readonly Attempt[] = [
  {
    what: 'a credit note of more than the line',
    attempt: async (life, key) => {
      const invoice = await lastInvoice(life);
      const part = { kind: 'lines', lines: [{ line: 0, net: tooMuch(life) }] } as const;
      return (
        invoice && life.contract.session.creditNote({ key, invoiceId: invoice.id, part, reason: 'none' })
      );
    },
  },
  {
    what: 'a credit note of a line that the invoice has not',
    attempt: async (life, key) => {
      const invoice = await lastInvoice(life);
      const part = { kind: 'lines', lines: [{ line: 99, net: moneyOf(1n, life.currency) }] } as const;
      return (
        invoice && life.contract.session.creditNote({ key, invoiceId: invoice.id, part, reason: 'none' })
      );
    },
  },
  {
    what: 'more money back than was paid',
    attempt: async (life, key) => {
      const { session, customerId } = life.contract;
      const payment = (await session.payments(customerId)).at(-1);
      return payment === undefined
        ? null
        : session.refund({ key, paymentId: payment.id, amount: tooMuch(life) });
    },
  },
  {
    what: 'more credits taken out than there are',
    attempt: async (life, key) => {
      const { session, customerId } = life.contract;
      const wallet = (await session.wallets(customerId)).at(0);
      return wallet === undefined
        ? null
        : session.withdrawCredits({ key, walletId: wallet.id, credits: '99999999' });
    },
  },
  {
    what: 'an invoice billed again that is in force',
    attempt: async ({ contract }, key) => {
      const { session, customerId } = contract;
      const inForce = (await session.invoices(customerId)).find(({ status }) => status === 'finalised');
      return inForce === undefined ? null : session.rebill({ key, invoiceId: inForce.id, without: [] });
    },
  },
  {
    what: 'a coupon that nobody gave out',
    attempt: async ({ contract }, key) => {
      const { session, customerId } = contract;
      return session.redeemCoupon({ key, customerId, code: 'nobody-gave-it-out', subscriptionId: null });
    },
  },
  {
    what: 'a plan that nobody sells',
    attempt: async ({ contract }) => {
      const { session, subscription } = contract;
      const date = addDays(await session.today(), 1);
      return session.changePlan(subscription.id, 'nobody-sells-it', { kind: 'date', date });
    },
  },
  {
    what: 'a payment of an invoice that there is not',
    attempt: async (life, key) =>
      life.contract.session.pay({ key, invoiceId: 'there-is-none', amount: moneyOf(1n, life.currency) }),
  },
];

/** After each act one thing, in turns. What of it could be done after all, shows in the account. */
export async function tryInVain(life: AccountLife): Promise<void> {
  const { what, attempt } = attempts[life.number % attempts.length] as Attempt;
  let outcome: unknown = null;
  const trying = attempt(life, `${life.key}-in-vain-${life.number}`);
  const answer = await refusalOf(trying.then((result) => (outcome = result)));
  if (answer === 'accepted' && outcome === null) return;
  life.world.expectRefused(answer, `Found ${what}: it was done.`);
}

async function lastInvoice({ contract }: AccountLife) {
  return (await contract.session.invoices(contract.customerId)).at(-1) ?? null;
}

function tooMuch({ currency }: AccountLife): Money {
  return moneyOf(farTooMuch, currency);
}
