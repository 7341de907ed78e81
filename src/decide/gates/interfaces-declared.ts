import { z } from 'zod';
import { gate } from '../gate.ts';

/** Each neighbour's provenance is known and good enough for this policy. */
export const interfacesDeclared = gate({
  name: 'interfaces-declared',
  limit: z.strictObject({
    allowed: z.array(z.enum(['real', 'vendor-sandbox', 'simulated', 'absent'])).min(1),
  }),
  judge: (facts, { allowed }) => {
    const interfaces = facts.plan.interfaces;
    const limit = `known, and each ${allowed.join(' or ')}`;
    if (interfaces.length === 0) {
      return {
        result: 'unproven',
        observed: 'none is declared',
        limit,
        reason:
          'Neither target nor project says which neighbours were real. Declare them under interfaces: in tollgate.yaml.',
        evidence: [],
      };
    }
    const observed = interfaces.map(({ name, provenance }) => `${name} ${provenance}`).join(', ');
    const beyond = interfaces
      .filter(({ provenance }) => !allowed.includes(provenance))
      .map(({ name }) => name);
    if (beyond.length > 0)
      return {
        result: 'missed',
        observed,
        limit,
        reason: `Not good enough for this policy: ${beyond.join(', ')}.`,
        evidence: [],
      };
    return {
      result: 'met',
      observed,
      limit,
      reason: 'Every neighbour is named with its provenance.',
      evidence: [],
    };
  },
});
