import { localDate } from '../model/date.ts';
import { canonicalDecimal } from '../model/decimal.ts';
import { HarnessFault } from '../model/fault.ts';
import type { TargetDescription } from '../target/description.ts';
import { TargetAnswerInvalid, TargetRefusal, type TargetSession } from '../target/session.ts';
import type { CanaryFinding } from './agent-protocol.ts';

/**
 * Asks the target what it must refuse and what anyone can check in his head. A target that says yes to everything would
 * turn every check green, so nothing that it answers proves anything.
 */
export async function askCanary(
  session: TargetSession,
  description: TargetDescription,
): Promise<CanaryFinding> {
  const accepted = await acceptedNonsense(session);
  if (accepted.length > 0) {
    return {
      result: 'does-not-discriminate',
      detail: `It accepted ${accepted.join(' and ')}; expected a refusal.`,
    };
  }
  if (description.capabilities['preview.rating'] === 'absent') {
    return {
      result: 'discriminates',
      detail: 'It refused a customer without a real currency and a plan that does not exist.',
    };
  }
  const amount = await threeAtTwo(session);
  if (canonicalDecimal(amount) === '6') {
    return {
      result: 'discriminates',
      detail: 'It refused what it must, and 3 units at EUR 2.00 cost EUR 6.00.',
    };
  }
  return { result: 'wrong', detail: `3 units at EUR 2.00 cost EUR ${amount}; expected EUR 6.00.` };
}

async function acceptedNonsense(session: TargetSession): Promise<string[]> {
  const nonsense: readonly (readonly [string, () => Promise<unknown>])[] = [
    [
      'a customer who pays in the currency "XQX"',
      () =>
        session.createCustomer({
          key: 'canary',
          name: 'Canary',
          country: 'DE',
          currency: 'XQX',
          timeZone: 'UTC',
        }),
    ],
    [
      'a subscription of nobody to a plan that does not exist',
      () =>
        session.subscribe({
          key: 'canary',
          customerId: 'nobody',
          plan: 'no-such-plan',
          start: localDate('2026-01-01'),
          quantity: '1',
          billing: 'anniversary',
        }),
    ],
  ];
  const accepted: string[] = [];
  for (const [what, ask] of nonsense) if (!(await isRefused(ask))) accepted.push(what);
  return accepted;
}

async function isRefused(ask: () => Promise<unknown>): Promise<boolean> {
  try {
    await ask();
    return false;
  } catch (error) {
    if (error instanceof TargetRefusal) return true;
    // It said yes, in words that nobody can read.
    if (error instanceof TargetAnswerInvalid) return false;
    if (error instanceof HarnessFault && error.code === 'TARGET_REFUSED') return true;
    throw error;
  }
}

async function threeAtTwo(session: TargetSession): Promise<string> {
  const answer = await session.preview({
    kind: 'rating',
    currency: 'EUR',
    price: { kind: 'per-unit', unit: '2.00' },
    quantity: '3',
    alreadyBilled: '0',
    runningTotals: [],
    minimum: null,
    maximum: null,
  });
  return answer.kind === 'rating' ? answer.amount : '(no answer)';
}
