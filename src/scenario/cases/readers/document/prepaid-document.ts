import { answer } from '../../../../oracle/answer.ts';
import { referenceProfile } from '../../../../oracle/reference-profile.ts';
import type { OpenCase } from '../../case-reader.ts';
import { type AccountQuestion, type Claim, type DocumentQuestion, figureOn } from '../../claim.ts';
import type { Scenario } from '../../expectations.ts';
import { assumedHabits } from '../../rules.ts';
import { Inexpressible } from '../../unreadable.ts';

const dueKeys = ['amountDue', 'due', 'balance'];

/** What is left to pay of a document when money for it came before: its total stays, and the account owes less. */
export function prepaidClaims(
  open: OpenCase,
  scenarios: readonly Scenario<DocumentQuestion>[],
): readonly Claim[] {
  const { given, expect } = open;
  const key = ['prepaid', 'prepaidAmount'].find((name) => given.has(name));
  if (key === undefined) return [];
  const due = dueKeys.find((name) => expect.has(name));
  const [only, ...others] = scenarios;
  if (due === undefined || only === undefined || others.length > 0)
    throw new Inexpressible('a prepaid amount beside anything but the one amount that it leaves');
  const { currency } = only.value;
  const question: AccountQuestion = {
    kind: 'account',
    currency,
    refunds: 'reopen-invoice',
    steps: [
      { kind: 'credit', amount: given.decimal(key) },
      { kind: 'invoice', amount: totalOf(open, only.value) },
    ],
  };
  return [
    {
      name: `expect.${due}`,
      expected: expect.decimal(due),
      ...figureOn(question, currency, ({ steps }) => steps.at(-1)?.dues[0] ?? null),
    },
  ];
}

/** The right total, so that a wrong document is told apart from a wrong account. */
function totalOf(open: OpenCase, question: DocumentQuestion): string {
  const right = answer(question, { ...referenceProfile, ...assumedHabits(open) }).answer;
  if (right.kind === 'document') return right.total;
  throw new Inexpressible('a document that cannot be reckoned');
}
