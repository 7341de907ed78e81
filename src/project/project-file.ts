import { parse as parseTags } from '@cucumber/tag-expressions';
import { z } from 'zod';
import { ipRange } from '../model/ip-address.ts';
import { checkTopics } from '../model/observing/check.ts';
import { isHostMark } from '../model/production-host.ts';

const digest = z
  .string({ error: 'expected a digest such as sha256:…, or leave the line out when it is unknown' })
  .min(1)
  .nullable()
  .default(null);

const release = z
  .strictObject({
    name: z.string().min(1),
    candidate: z.string().min(1),
    environment: z.string().min(1),
    wave: z.string().nullable().default(null),
    cycle: z.string().nullable().default(null),
    digests: z
      .strictObject({ build: digest, configuration: digest, priceBook: digest, dataCut: digest })
      .default({ build: null, configuration: null, priceBook: null, dataCut: null }),
  })
  .default({
    name: 'unnamed release',
    candidate: 'unknown',
    environment: 'unknown',
    wave: null,
    cycle: null,
    digests: { build: null, configuration: null, priceBook: null, dataCut: null },
  });

const secret = z.union(
  [z.strictObject({ env: z.string().min(1) }), z.strictObject({ file: z.string().min(1) })],
  { error: 'expected { env: NAME } or { file: path }; a secret never stands in this file' },
);

/** An address by which a target is reached. */
export const addressSchema = z.url({
  protocol: /^https?$/,
  error: 'expected an address such as http://127.0.0.1:8080',
});

const target = z
  .strictObject({
    driver: z
      .string({ error: 'expected the name of a shipped driver or a module path such as ./billing-driver.ts' })
      .min(1),
    host: z.string().min(1).optional(),
    /** Of the system that we start: which one, and where it keeps its data. */
    version: z.string().min(1).optional(),
    database: z.string().min(1).optional(),
    url: z
      .union([addressSchema, z.strictObject({ env: z.string().min(1) })], {
        error: 'expected an address such as http://127.0.0.1:8080, or { env: NAME }',
      })
      .optional(),
    environment: z.enum(['test', 'production'], {
      error: 'expected environment: test; a target is written to only when it is declared a test target',
    }),
    /** What production may be granted, by name; a test target needs no grant. */
    access: z.enum(['read-only']).optional(),
    accepts: z.array(z.enum(['read', 'write', 'load'])).default(['read', 'write', 'load']),
    requires: z.array(z.string()).default([]),
    /** How many drawn cases a property is tried with; left out, each property has its own number. */
    effort: z.int().min(1).max(10_000).optional(),
    options: z.record(z.string(), z.unknown()).default({}),
    secrets: z.record(z.string().regex(/^[A-Za-z][A-Za-z0-9_]*$/), secret).default({}),
  })
  .refine((value) => (value.host === undefined) !== (value.url === undefined), {
    error: 'expected either host (we start it) or url (it runs already)',
  })
  .refine(({ host, version, database }) => host !== undefined || (version ?? database) === undefined, {
    error: 'expected version and database only beside host; a system that runs already has its own',
  });

const rate = z.number().positive().max(100_000);

const load = z
  .strictObject({
    profile: z.string().min(1).nullable().default(null),
    seconds: z.number().int().min(1).max(86_400).default(12),
    ratesPerSecond: z
      .strictObject({
        'usage.ingest': rate.default(40),
        'invoice.read': rate.default(20),
        'bill.run': rate.default(3),
      })
      .default({ 'usage.ingest': 40, 'invoice.read': 20, 'bill.run': 3 }),
    limitsMs: z
      .strictObject({
        'usage.ingest': rate.default(1000),
        'invoice.read': rate.default(1000),
        'bill.run': rate.default(3000),
      })
      .default({ 'usage.ingest': 1000, 'invoice.read': 1000, 'bill.run': 3000 }),
  })
  .default({
    profile: null,
    seconds: 12,
    ratesPerSecond: { 'usage.ingest': 40, 'invoice.read': 20, 'bill.run': 3 },
    limitsMs: { 'usage.ingest': 1000, 'invoice.read': 1000, 'bill.run': 3000 },
  });

const tagExpression = z
  .string()
  .min(1)
  .refine(isTagExpression, 'expected a tag expression such as "@short and not @screen"');

const ownSuite = z
  .strictObject({
    name: z.string().regex(/^[a-z][a-z0-9-]*$/, 'expected a name of small letters, digits and hyphens'),
    phase: z.enum(['unit', 'integration', 'uat']),
    command: z.array(z.string().min(1), { error: 'expected a list such as [pytest, -q]' }).min(1),
    report: z.strictObject({
      format: z.enum(['junit', 'ctrf', 'cucumber-messages']),
      path: z.string().min(1),
    }),
    count: z.number().int().min(1).max(1_000_000).optional(),
    checks: z.array(z.string().min(1)).min(1).optional(),
    topic: z.enum(checkTopics).default('document'),
    deadlineSeconds: z.number().int().min(1).max(86_400).default(600),
  })
  .refine((value) => (value.count === undefined) !== (value.checks === undefined), {
    error: 'expected either count (how many results it leaves) or checks (their titles)',
  });

/** Steps that the phases have already. */
const shippedSteps = ['suites', 'features'];

const ownSuites = z
  .array(ownSuite)
  .default([])
  .superRefine((suites, context) => {
    const seen = new Set<string>(shippedSteps);
    for (const [index, { name }] of suites.entries()) {
      if (seen.has(name))
        context.addIssue({
          code: 'custom',
          path: [index, 'name'],
          message: `found the name ${name} a second time; expected one that no other suite has, nor is ${shippedSteps.join(' or ')}`,
        });
      seen.add(name);
    }
  });

const provenance = z.strictObject({
  name: z.string().min(1),
  provenance: z.enum(['real', 'vendor-sandbox', 'simulated', 'absent']),
});

function isTagExpression(text: string): boolean {
  try {
    parseTags(text);
    return true;
  } catch {
    return false;
  }
}

/** `tollgate.yaml`, field for field; every default that a project may leave out stands here. */
export const projectFileSchema = z.strictObject({
  release,
  target: z.string().default('sandbox'),
  targets: z
    .record(
      z.string().regex(/^[a-z][a-z0-9-]*$/, 'expected a name of small letters, digits and hyphens'),
      target,
    )
    .default({}),
  policy: z.string().default('rehearsal'),
  seed: z.number().int().min(0).max(4_294_967_295).default(1),
  load,
  interfaces: z.array(provenance).default([]),
  suites: ownSuites,
  profile: z
    .strictObject({ name: z.string().min(1), tags: tagExpression })
    .nullable()
    .default(null),
  production: z
    .strictObject({
      hosts: z
        .array(z.string().refine(isHostMark, { error: 'expected a host such as api.acme.com or *.acme.com' }))
        .default([]),
      addresses: z
        .array(
          z.string().refine((text) => ipRange(text) !== null, {
            error: 'expected an address such as 203.0.113.7 or 203.0.113.0/24',
          }),
        )
        .default([]),
    })
    .default({ hosts: [], addresses: [] }),
  supervision: z
    .strictObject({
      silenceSeconds: z.number().min(1).max(86_400).default(60),
      stepSeconds: z.number().min(1).max(86_400).nullable().default(null),
    })
    .default({ silenceSeconds: 60, stepSeconds: null }),
  retention: z
    .strictObject({ runs: z.number().int().min(1).default(50), days: z.number().int().min(1).default(90) })
    .default({ runs: 50, days: 90 }),
});

export type ProjectFile = z.infer<typeof projectFileSchema>;
export type TargetEntry = ProjectFile['targets'][string];
