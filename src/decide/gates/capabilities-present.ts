import { z } from 'zod';
import { gate } from '../gate.ts';

/** The target can do what the project requires of it: a check that could not run for want of it is not a pass. */
export const capabilitiesPresent = gate({
  name: 'capabilities-present',
  limit: z.strictObject({}),
  judge: (facts) => {
    const required = facts.plan.requiredCapabilities;
    const absent = required.filter(
      (name) => !['native', 'emulated'].includes(facts.plan.target.capabilities[name] ?? 'absent'),
    );
    const limit = required.length === 0 ? 'none is required' : `present: ${required.join(', ')}`;
    const unknown = Object.keys(facts.plan.target.capabilities).length === 0;
    if (unknown)
      return {
        result: 'unproven',
        observed: 'the target did not say',
        limit,
        reason: 'The target did not describe itself.',
        evidence: [],
      };
    const observed = `${required.length - absent.length} of ${required.length} present`;
    if (absent.length > 0) {
      return {
        result: 'missed',
        observed,
        limit,
        reason: `The project requires what the target cannot do: ${absent.join(', ')}.`,
        evidence: [],
      };
    }
    return { result: 'met', observed, limit, reason: 'The target can do what is required.', evidence: [] };
  },
});
