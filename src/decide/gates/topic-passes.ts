import { z } from 'zod';
import type { DecidedCheck } from '../../model/deciding/decided-run.ts';
import { shortTitle } from '../../model/observing/check.ts';
import { phaseNames } from '../../model/observing/phase.ts';
import { gate } from '../gate.ts';

/** All checks of some topics pass, over all phases or some of them, and there are enough of them to mean something. */
export const topicPasses = gate({
  name: 'topic-passes',
  limit: z.strictObject({
    topics: z.array(z.string()).min(1),
    phases: z.array(z.enum(phaseNames)).default([...phaseNames]),
    passedMin: z.number().int().min(1),
  }),
  judge: (facts, { topics, phases, passedMin }) => {
    const limit = `at least ${passedMin} checks of ${topics.join(', ')} passed, none failed`;
    const chosen = facts.checks.filter(
      ({ check, status }) =>
        topics.includes(check.topic) && phases.includes(check.phase) && status !== 'excluded',
    );
    const withStatus = (status: DecidedCheck['status']) =>
      chosen.filter((decided) => decided.status === status);
    const [passed, failed] = [withStatus('passed'), withStatus('failed')];
    const open = chosen.length - passed.length - failed.length;
    const observed = `${passed.length} passed, ${failed.length} failed, ${open} without proof`;
    const evidence = failed.map(({ check }) => check.id);
    if (failed.length > 0)
      return { result: 'missed', observed, limit, reason: `Failed: ${titles(failed)}.`, evidence };
    if (open > 0)
      return { result: 'unproven', observed, limit, reason: `${open} checks have no result.`, evidence };
    if (passed.length < passedMin)
      return { result: 'unproven', observed, limit, reason: 'Too few checks ran to say so.', evidence };
    return { result: 'met', observed, limit, reason: 'All of them passed.', evidence };
  },
});

function titles(checks: readonly DecidedCheck[]): string {
  const shown = checks.slice(0, 3).map(({ check }) => `"${shortTitle(check)}"`);
  return checks.length > 3 ? `${shown.join(', ')} and ${checks.length - 3} more` : shown.join(', ');
}
