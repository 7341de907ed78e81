import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gatesByName } from '../decide/gates/index.ts';
import { sha256 } from '../journal/safe-file.ts';
import type { Policy } from '../model/deciding/policy.ts';
import { HarnessFault } from '../model/fault.ts';
import { isAbsent, valueOrFault } from '../project/located-yaml.ts';
import { type GateLimits, policySource, readPolicy } from '../project/policy-file.ts';

export const shippedPolicies = fileURLToPath(new URL('../decide/policies', import.meta.url));

/** What a policy's gates may be and what their limits look like. */
export const gateLimits: GateLimits = new Map([...gatesByName].map(([name, gate]) => [name, gate.limit]));

export interface ReadPolicy {
  readonly document: Policy;
  readonly digest: string;
}

export interface PolicyRequest {
  /** A shipped policy, or a file of the project. */
  readonly name: string;
  readonly projectDir: string;
  /** Where the name stands: "tollgate.yaml:5: policy:" or "--policy:". */
  readonly place: string;
}

/** Throws BAD_CONFIGURATION with every mistake located. */
export async function loadPolicy({ name, projectDir, place }: PolicyRequest): Promise<ReadPolicy> {
  const source = await policySource(name, { projectDir, shippedDir: shippedPolicies }).catch((cause) => {
    if (cause instanceof HarnessFault && !isAbsent(cause)) throw cause;
    throw new HarnessFault({
      code: 'BAD_CONFIGURATION',
      message: `${place} found "${name}", expected a policy that we ship (${shippedNames().join(', ')}) or a file of the project such as policies/own.yaml`,
      hint: 'Nothing was sent to any target. Mend the line and run again.',
      cause,
    });
  });
  return { document: valueOrFault(readPolicy(source, gateLimits)), digest: `sha256:${sha256(source.text)}` };
}

function shippedNames(): readonly string[] {
  return globSync('*.yaml', { cwd: shippedPolicies })
    .map((file) => basename(file, '.yaml'))
    .sort();
}
