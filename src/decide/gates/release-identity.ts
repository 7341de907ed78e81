import { z } from 'zod';
import { digestNames } from '../../model/deciding/release.ts';
import { gate } from '../gate.ts';

/** What was judged is what is to go live: digests the project declares against those the target reports of itself. */
export const releaseIdentity = gate({
  name: 'release-identity',
  limit: z.strictObject({ unknownMax: z.number().int().min(0).max(digestNames.length) }),
  judge: (facts, { unknownMax }) => {
    const { release, target } = facts.plan;
    const compared = digestNames.map((name) => ({
      name,
      declared: release.digests[name],
      reported: target.digests[name],
    }));
    const unknown = compared
      .filter(({ declared, reported }) => declared === null || reported === null)
      .map(({ name }) => name);
    const different = compared
      .filter(({ declared, reported }) => declared !== null && reported !== null && declared !== reported)
      .map(({ name }) => name);
    const limit = `no digest differs, at most ${unknownMax} unknown`;
    const same = compared.length - unknown.length - different.length;
    const observed = `${same} the same, ${different.length} different, ${unknown.length} unknown${unknown.length > 0 ? ` (${unknown.join(', ')})` : ''}`;
    if (different.length > 0) {
      return {
        result: 'missed',
        observed,
        limit,
        reason: `The target does not run what the release declares: ${different.join(', ')}.`,
        evidence: [],
      };
    }
    if (unknown.length > unknownMax) {
      return {
        result: 'unproven',
        observed,
        limit,
        reason: `Not known: ${unknown.join(', ')}. Declare them under release.digests in tollgate.yaml.`,
        evidence: [],
      };
    }
    return {
      result: 'met',
      observed,
      limit,
      reason:
        unknown.length === 0
          ? 'All digests agree.'
          : 'Nothing that is known differs; the rest stays unknown.',
      evidence: [],
    };
  },
});
