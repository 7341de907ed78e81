import type { RunPlan } from '../../model/deciding/plan.ts';
import type { RunRequest } from '../request.ts';

/** What of a plan is known before its target was asked anything and its checks were listed. */
export type RequestedPlan = Pick<
  RunPlan,
  | 'schema'
  | 'runId'
  | 'tollgateVersion'
  | 'seed'
  | 'scope'
  | 'asked'
  | 'release'
  | 'requiredCapabilities'
  | 'policy'
  | 'digests'
>;

/** `digests` are those of the sources as they are now. */
export function requestedPlan(request: RunRequest, digests: RunPlan['digests']): RequestedPlan {
  const { runId, tollgateVersion, seed, scope, asked, release, target, policy } = request;
  return {
    schema: 'tollgate/plan/1',
    runId,
    tollgateVersion,
    seed,
    scope,
    ...(asked !== undefined && { asked }),
    release,
    requiredCapabilities: target.requires,
    policy,
    digests,
  };
}
