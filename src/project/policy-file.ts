import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { Policy } from '../model/deciding/policy.ts';
import { type LocatedError, type Reading, readSource, readYaml, type YamlSource } from './located-yaml.ts';

/** What the policy's gates may be: the name of each criterion with the schema of its limits. Given by who decides. */
export type GateLimits = ReadonlyMap<string, z.ZodType<Readonly<Record<string, unknown>>>>;

const policySchema = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/, 'expected at most 60 small letters, digits and hyphens'),
  title: z.string().min(1),
  leavesOut: z.array(z.string().min(1)),
  gates: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/),
        gate: z.string(),
        title: z.string().min(1),
        limit: z.record(z.string(), z.unknown()).default({}),
      }),
    )
    .min(1, 'expected at least one gate: a policy without gates would call everything fit'),
});

/** Where a policy's text is: a shipped name, or a file of the project. */
export async function policySource(
  name: string,
  places: { readonly projectDir: string; readonly shippedDir: string },
): Promise<YamlSource> {
  const own = /[/.]/.test(name);
  const path = own ? resolve(places.projectDir, name) : join(places.shippedDir, `${name}.yaml`);
  return readSource(path, own ? name : `policy ${name}`, own ? places.projectDir : undefined);
}

/** Reads a policy and checks each limit against its criterion; defaults of the criterion are filled in. */
export function readPolicy(source: YamlSource, limits: GateLimits): Reading<Policy> {
  const reading = readYaml(
    source,
    policySchema.superRefine((policy, context) => refuseWrongGates(policy, limits, context)),
  );
  if (reading.value === null) return { value: null, errors: reading.errors };
  const gates = reading.value.gates.map((gate) => ({
    ...gate,
    limit: limits.get(gate.gate)?.parse(gate.limit) ?? {},
  }));
  return { value: { ...reading.value, gates }, errors: [] };
}

export async function lintPolicy(
  path: string,
  shownAs: string,
  limits: GateLimits,
): Promise<readonly LocatedError[]> {
  return readPolicy(await readSource(path, shownAs), limits).errors;
}

function refuseWrongGates(
  policy: z.infer<typeof policySchema>,
  limits: GateLimits,
  context: z.core.$RefinementCtx,
): void {
  const seen = new Set<string>();
  policy.gates.forEach((gate, index) => {
    const at = ['gates', index];
    if (seen.has(gate.id))
      context.addIssue({
        code: 'custom',
        path: [...at, 'id'],
        message: `found the id "${gate.id}" twice; expected each once`,
      });
    seen.add(gate.id);
    const schema = limits.get(gate.gate);
    if (schema === undefined) {
      const known = [...limits.keys()].join(', ');
      context.addIssue({
        code: 'custom',
        path: [...at, 'gate'],
        message: `found no criterion "${gate.gate}"; expected one of ${known}`,
      });
      return;
    }
    for (const issue of schema.safeParse(gate.limit).error?.issues ?? []) {
      context.addIssue({ code: 'custom', path: [...at, 'limit', ...issue.path], message: issue.message });
    }
  });
}
