import type { Calculation, CalculationAnswer } from '../../model/billing/calculation.ts';
import type { AccountStep } from '../../model/billing/collection-calculation.ts';
import { localDate } from '../../model/date.ts';
import { unreachable } from '../../model/fault.ts';
import { moneyAmount, moneyOf, parseMoney } from '../../model/money.ts';
import { refuse } from '../refusal.ts';
import type { Rules } from '../rules/index.ts';

type Question = Extract<Calculation, { readonly kind: 'account' }>;

/** Moves from step to step. */
interface Account {
  readonly dues: bigint[];
  credit: bigint;
  moved: bigint;
}

export function answerAccount(rules: Rules, question: Question): CalculationAnswer {
  const account: Account = { dues: [], credit: 0n, moved: 0n };
  const amount = (minor: bigint) => moneyAmount(moneyOf(minor, question.currency));
  const steps = question.steps.map((step) => {
    account.moved = 0n;
    take(rules, account, { step, question });
    useCredit(rules, account);
    const owed = account.dues.reduce((sum, due) => sum + due, 0n);
    return {
      dues: account.dues.map(amount),
      credit: amount(account.credit),
      account: amount(owed - account.credit),
      moved: amount(account.moved),
    };
  });
  return { kind: 'account', steps };
}

function take(
  rules: Rules,
  account: Account,
  { step, question }: { readonly step: AccountStep; readonly question: Question },
): void {
  const minor = (text: string) => parseMoney(text, question.currency).amountMinor;
  switch (step.kind) {
    case 'invoice':
      account.dues.push(minor(step.amount));
      return;
    case 'credit':
      account.credit += minor(step.amount);
      return;
    case 'payment':
      takePayment(rules, account, {
        places: step.invoice === null ? [...account.dues.keys()] : [placeOf(account, step.invoice)],
        amountMinor: step.amount === null ? null : minor(step.amount),
      });
      return;
    case 'refund': {
      const place = placeOf(account, step.invoice);
      account.moved = -minor(step.amount);
      if (question.refunds === 'reopen-invoice') account.dues[place] = dueAt(account, place) - account.moved;
      return;
    }
    default:
      unreachable(step, 'step of an account');
  }
}

function takePayment(
  rules: Rules,
  account: Account,
  payment: { readonly places: readonly number[]; readonly amountMinor: bigint | null },
): void {
  // The places are in order of issue already; days that are equal leave them so.
  const issueDate = localDate('2000-01-01');
  const open = payment.places.map((place) => ({
    invoiceId: String(place),
    issueDate,
    dueMinor: dueAt(account, place),
  }));
  const all = open.reduce((sum, { dueMinor }) => sum + dueMinor, 0n);
  account.moved = payment.amountMinor ?? all;
  const { shares, restMinor } = rules.allocate(rules.allocationOrder(open), account.moved);
  for (const { invoiceId, amountMinor } of shares)
    account.dues[Number(invoiceId)] = dueAt(account, Number(invoiceId)) - amountMinor;
  account.credit += restMinor;
}

function useCredit(rules: Rules, account: Account): void {
  for (const [place, due] of account.dues.entries()) {
    const used = rules.creditToApply({ available: account.credit, due });
    account.dues[place] = due - used;
    account.credit -= used;
  }
}

function placeOf(account: Account, invoice: number): number {
  if (invoice < account.dues.length) return invoice;
  return refuse('steps', `Found invoice ${invoice}, expected one of the ${account.dues.length} so far.`);
}

function dueAt(account: Account, place: number): bigint {
  return account.dues[place] ?? 0n;
}
