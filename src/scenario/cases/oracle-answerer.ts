import type { PolicyProfile } from '../../model/billing/policy-profile.ts';
import { answer } from '../../oracle/answer.ts';
import type { Answerer } from './judge-case.ts';

/** The oracle in the place of a target, so that both are judged by the same code. */
export function oracleAnswerer(profile: PolicyProfile): Answerer {
  return (calculation, assumes) =>
    new Promise((resolve) => resolve(answer(calculation, { ...profile, ...assumes }).answer));
}
