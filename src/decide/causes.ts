import type { Probe } from './probes.ts';
import type { CheckTestimony } from './testimony.ts';

/** How far from a check's own time a probe still speaks of it. */
const nearMs = 20_000;

/**
 * The cause of one attempt by evidence (reliability rules, section 5). A failure is the environment's when an independent
 * probe failed at that time; when nobody answered the check but the probe right after it was answered, it is the product's:
 * the default. It is asked before attempts are put together, or an outage that is over would count as a first answer.
 */
export function causeByEvidence(result: CheckTestimony, probes: readonly Probe[]): CheckTestimony {
  if (result.status === 'passed') return result;
  const outage = probes.find((probe) => isOutage(probe, result, probes));
  if (outage !== undefined && mayBeOutage(result))
    return {
      ...result,
      status: 'broken',
      cause: 'environment',
      error: withNote(result, `The target did not answer a probe at that time: ${outage.detail}`),
    };
  const after = probes.find(({ atMs }) => atMs >= result.finishedAtMs);
  if (isUnanswered(result) && after?.answers === true && isNear(after, result))
    return {
      ...result,
      status: 'failed',
      cause: 'product',
      error: withNote(result, 'A probe right after it was answered, so that the target was there.'),
    };
  return result;
}

/** An amount that was wrong once is a finding, also when the check crashed under it or passed in another attempt. */
export function withWrongAmount(result: CheckTestimony): CheckTestimony {
  switch (result.status) {
    case 'failed':
      return result;
    case 'passed': {
      const message = 'It found a wrong amount and passed in another attempt.';
      return { ...result, status: 'failed', cause: 'flaky', error: { type: 'Flaky', message, stack: '' } };
    }
    case 'broken':
      return {
        ...result,
        status: 'failed',
        cause: 'product',
        error: withNote(result, 'It had found a wrong amount before.'),
      };
  }
}

/** One that began only after the target had answered again and again is no excuse. A single answer may have raced its beginning. */
function isOutage(probe: Probe, result: CheckTestimony, probes: readonly Probe[]): boolean {
  if (probe.answers || !isNear(probe, result)) return false;
  const between = probes.filter(({ atMs }) => atMs >= result.finishedAtMs && atMs <= probe.atMs);
  return between.filter(({ answers }) => answers).length < 2;
}

function isNear({ atMs }: Probe, { startedAtMs, finishedAtMs }: CheckTestimony): boolean {
  return atMs >= startedAtMs && atMs <= finishedAtMs + nearMs;
}

function mayBeOutage({ cause }: CheckTestimony): boolean {
  return cause === 'product' || cause === 'environment' || cause === 'timed-out';
}

/** What the reporters write as the type of an error that says nobody answered. */
function isUnanswered({ cause, error }: CheckTestimony): boolean {
  return cause === 'environment' && error?.type === 'TARGET_UNREACHABLE';
}

function withNote({ error }: CheckTestimony, note: string): CheckTestimony['error'] {
  if (error === null) return { type: 'Error', message: note, stack: '' };
  return { ...error, message: `${error.message} ${note}` };
}
