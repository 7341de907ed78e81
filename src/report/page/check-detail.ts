import type { DecidedCheck } from '../../model/deciding/decided-run.ts';
import { differenceInWords } from '../amount-words.ts';
import type { Inliner } from './inlined-evidence.ts';
import type { CheckDetail } from './wire.ts';

/** What the page shows when a check is opened; amounts are words already, so that no browser ever calculates money. */
export function checkDetail(decided: DecidedCheck, inline: Inliner): CheckDetail {
  const { check } = decided;
  return {
    topic: check.topic,
    tags: check.tags,
    needs: check.needs,
    cause: decided.cause ?? '',
    reason: decided.reason,
    error: decided.error,
    differences: decided.differences.map((found) => ({
      ...differenceInWords(found),
      measure: found.measure,
      customer: found.customer,
      invoice: found.invoice,
      explanation: found.explanation,
    })),
    measurements: decided.measurements,
    evidence: decided.evidence.map(inline),
  };
}
