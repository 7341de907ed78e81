import { z } from 'zod';

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

const target = z
  .strictObject({
    driver: z
      .string({ error: 'expected the name of a shipped driver or a module path such as ./billing-driver.ts' })
      .min(1),
    host: z.string().min(1).optional(),
    url: z
      .url({ protocol: /^https?$/, error: 'expected an address such as http://127.0.0.1:8080' })
      .optional(),
    environment: z.literal('test', {
      error: 'expected environment: test; a target is written to only when it is declared a test target',
    }),
    requires: z.array(z.string()).default([]),
    options: z.record(z.string(), z.unknown()).default({}),
  })
  .refine((value) => (value.host === undefined) !== (value.url === undefined), {
    error: 'expected either host (we start it) or url (it runs already)',
  });

const rate = z.number().positive().max(100_000);

const load = z
  .strictObject({
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
    seconds: 12,
    ratesPerSecond: { 'usage.ingest': 40, 'invoice.read': 20, 'bill.run': 3 },
    limitsMs: { 'usage.ingest': 1000, 'invoice.read': 1000, 'bill.run': 3000 },
  });

const provenance = z.strictObject({
  name: z.string().min(1),
  provenance: z.enum(['real', 'vendor-sandbox', 'simulated', 'absent']),
});

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
});

export type ProjectFile = z.infer<typeof projectFileSchema>;
export type TargetEntry = ProjectFile['targets'][string];
