import { z } from 'zod';
import { parseMoney } from '../model/money.ts';

const texts = z.array(z.string());
const status = z.enum(['passed', 'failed', 'broken']);
const error = z.looseObject({ type: z.string(), message: z.string(), stack: z.string() }).nullable();
const evidence = z.looseObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'expected a SHA-256 digest'),
  bytes: z.int(),
  name: z.string(),
  mediaType: z.string(),
});
const ofCheck = z.looseObject({ checkId: z.string() });
const difference = z
  .looseObject({
    measure: z.string(),
    currency: z.string(),
    expected: z.string(),
    actual: z.string(),
    nature: z.enum(['charge', 'credit', 'books']),
    customer: z.string(),
    invoice: z.string(),
    explanation: z.string(),
  })
  .refine(({ expected, actual, currency }) => [expected, actual].every((text) => isMoney(text, currency)), {
    message: 'expected amounts of its currency',
  });
const report = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('missing') }),
  z.looseObject({ kind: z.literal('unreadable') }),
  z.looseObject({
    kind: z.literal('read'),
    evidence,
    checks: z.array(z.looseObject({ id: z.string(), status })),
    runErrors: texts,
  }),
]);

/** What judging looks into, by the kind of record. Kinds that are not named have nothing in them that could be missing. */
const shapes: ReadonlyMap<string, z.ZodType> = new Map(
  Object.entries({
    'check-started': ofCheck,
    'check-finished': ofCheck.extend({ status, error }),
    'check-found': z.looseObject({ check: z.looseObject({ id: z.string(), titlePath: texts, tags: texts }) }),
    attempt: ofCheck.extend({ status, error }),
    evidence: ofCheck.extend({ evidence }),
    difference: ofCheck.extend({ difference }),
    'run-resumed': z.looseObject({ reaped: texts }),
    'step-started': z.looseObject({ checks: texts.optional() }),
    'step-finished': z.looseObject({ report, output: z.string(), orphans: texts.optional() }),
    cleanup: z.looseObject({ leftovers: texts, detail: z.string() }),
    masked: z.looseObject({ bySecret: z.record(z.string(), z.number()) }),
  }),
);

/**
 * What is wrong with a record that is chained as it should be but that no run writes; null when nothing is. A later version
 * may know kinds that we do not.
 */
export function misshapen(record: unknown): string | null {
  const known = z.looseObject({ kind: z.string() }).safeParse(record);
  if (!known.success) return 'it is not a record';
  const { kind } = known.data;
  const [issue] = shapes.get(kind)?.safeParse(record).error?.issues ?? [];
  if (issue === undefined) return null;
  return `it is no record of kind ${JSON.stringify(kind)} (${issue.path.join('.')}: ${issue.message})`;
}

function isMoney(text: string, currency: string): boolean {
  try {
    parseMoney(text, currency);
    return true;
  } catch {
    return false;
  }
}
