import { fileURLToPath } from 'node:url';
import { gatesByName } from '../decide/gates/index.ts';
import { sha256 } from '../journal/evidence.ts';
import type { Policy } from '../model/deciding/policy.ts';
import { valueOrFault } from '../project/located-yaml.ts';
import { type GateLimits, policySource, readPolicy } from '../project/policy-file.ts';

export const shippedPolicies = fileURLToPath(new URL('../decide/policies', import.meta.url));

/** What a policy's gates may be and what their limits look like. */
export const gateLimits: GateLimits = new Map([...gatesByName].map(([name, gate]) => [name, gate.limit]));

export interface ReadPolicy {
  readonly document: Policy;
  readonly digest: string;
}

/** A shipped policy by name, or one of the project by its file. Throws BAD_CONFIGURATION with every mistake located. */
export async function loadPolicy(name: string, projectDir: string): Promise<ReadPolicy> {
  const source = await policySource(name, { projectDir, shippedDir: shippedPolicies });
  return { document: valueOrFault(readPolicy(source, gateLimits)), digest: `sha256:${sha256(source.text)}` };
}
