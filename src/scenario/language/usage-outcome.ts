import type { UsageResult } from '../../model/billing/usage.ts';
import { ScenarioDefect } from '../expectation-failed.ts';

const outcomes: Readonly<Record<string, UsageResult['outcome']>> = {
  accepted: 'accepted',
  'a duplicate': 'duplicate',
  'too late': 'too-late',
  rejected: 'rejected',
};

/** Reads what became of a usage event, in the words of a feature. */
export function readUsageOutcome(text: string): UsageResult['outcome'] {
  const outcome = Object.hasOwn(outcomes, text) ? outcomes[text] : undefined;
  if (outcome !== undefined) return outcome;
  throw new ScenarioDefect(`Found "${text}", expected one of: ${Object.keys(outcomes).join(', ')}.`);
}
