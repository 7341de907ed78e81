import { z } from 'zod';
import { HarnessFault } from '../model/fault.ts';
import { capabilities } from '../target/capability.ts';
import type { TargetDescription } from '../target/description.ts';
import { policyProfile } from './policy-profile.ts';

const digest = z.string().nullable();

const description = z.object({
  name: z.string().min(1),
  version: z.string().min(1),
  environment: z.string().min(1),
  clock: z.enum(['per-session', 'per-server', 'none']),
  capabilities: z.record(z.enum(capabilities), z.enum(['native', 'emulated', 'absent'])),
  profile: policyProfile.strict(),
  interfaces: z.array(
    z.object({ name: z.string(), provenance: z.enum(['real', 'vendor-sandbox', 'simulated', 'absent']) }),
  ),
  digests: z.object({ build: digest, configuration: digest, priceBook: digest, dataCut: digest }),
});

/** What a driver says of its target, with every field that others rely on; each that is not there is named. */
export function provenDescription(said: TargetDescription, driver: string): TargetDescription {
  const read = description.safeParse(said);
  if (read.success) return said;
  const wrong = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  throw new HarnessFault({
    code: 'BAD_CONFIGURATION',
    message: `Found what driver "${driver}" answers to describe without some of its fields, expected all: ${wrong}.`,
    hint: 'Mend `describe` of the driver; `tollgate/driver` has the type TargetDescription.',
  });
}
