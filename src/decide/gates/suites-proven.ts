import { z } from 'zod';
import { gate } from '../gate.ts';

/** What these very suites catch of the known defects is known, and they let through no more than the policy allows. */
export const suitesProven = gate({
  name: 'suites-proven',
  limit: z.strictObject({ defectsMin: z.number().int().min(1), missedMax: z.number().int().min(0) }),
  judge: ({ plan }, { defectsMin, missedMax }) => {
    const limit = `at least ${defectsMin} defects, at most ${missedMax} missed`;
    const { proof } = plan;
    if (proof === undefined || proof === null)
      return {
        result: 'unproven',
        observed: 'no proof of these suites',
        limit,
        reason:
          'No proof fits these suites, features and defects. Make one before the run: npx tollgate prove',
        evidence: [],
      };
    const { digest, defects, caught, missed } = proof;
    const observed = `${defects} defects: ${caught} caught, ${missed} missed`;
    const evidence = [`reports/proofs/${digest}`];
    if (missed > missedMax)
      return {
        result: 'missed',
        observed,
        limit,
        reason: `These suites let through ${missed} of the known defects.`,
        evidence,
      };
    if (defects < defectsMin)
      return { result: 'unproven', observed, limit, reason: 'Too few defects were tried.', evidence };
    return { result: 'met', observed, limit, reason: `Proven on ${proof.finishedAt}.`, evidence };
  },
});
