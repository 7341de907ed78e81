import type { Context, Engine } from '../engine.ts';
import { policyOf } from '../store/policies.ts';
import { rulesUnder } from './rules-under.ts';

/** The engine at work for one tenant, under the policy that the tenant was made with. */
export function contextFor(engine: Engine, tenantId: string): Context {
  const policy = policyOf(engine.store, tenantId);
  return { ...engine, tenantId, policy, rules: rulesUnder(engine.rules, policy) };
}
