import { z } from 'zod';
import type { RunPlan } from '../model/deciding/plan.ts';
import { altered } from './seal.ts';

const texts = z.array(z.string());
const textOrNull = z.string().nullable();

/** What every reader of a plan counts on. More than that is its writer's matter. */
const planShape = z.looseObject({
  schema: z.literal('tollgate/plan/1'),
  runId: z.string(),
  createdAt: z.string(),
  scope: z.looseObject({ phases: texts, tags: textOrNull, checks: texts, failedOf: textOrNull }),
  target: z.looseObject({
    name: z.string(),
    url: z.string(),
    capabilities: z.record(z.string(), z.string()),
  }),
  interfaces: z.array(z.looseObject({ name: z.string() })),
  release: z.looseObject({}),
  requiredCapabilities: texts,
  policy: z.looseObject({
    document: z.looseObject({
      name: z.string(),
      leavesOut: texts,
      gates: z.array(z.looseObject({ id: z.string(), gate: z.string(), limit: z.looseObject({}) })),
    }),
    digest: z.string(),
  }),
  phases: z.array(
    z.looseObject({
      name: z.string(),
      steps: z.array(z.looseObject({ name: z.string(), tool: z.string() })),
      fault: z.looseObject({ message: z.string(), hint: z.string() }).nullable(),
    }),
  ),
  checks: z.array(
    z.looseObject({
      id: z.string(),
      phase: z.string(),
      step: z.string(),
      titlePath: texts,
      tags: texts,
      needs: texts,
      disposition: z.looseObject({ kind: z.enum(['run', 'excluded']) }),
    }),
  ),
  digests: z.record(z.string(), z.string()),
});

/** The plan that a text is, or the schema of a later version, which alone can read it. */
export function planIn(text: string): RunPlan | { readonly laterSchema: string } {
  const value = jsonOf(text);
  const laterSchema = laterSchemaOf(value);
  if (laterSchema !== null) return { laterSchema };
  const [issue] = planShape.safeParse(value).error?.issues ?? [];
  if (issue === undefined) return value as RunPlan;
  const place = issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
  throw altered('plan.json', `is not a plan (${place}${issue.message})`);
}

function laterSchemaOf(value: unknown): string | null {
  const schema = (value as { readonly schema?: unknown } | null)?.schema;
  if (typeof schema !== 'string') return null;
  const [, number] = /^tollgate\/plan\/([1-9]\d{0,5})$/.exec(schema) ?? [];
  return number !== undefined && Number(number) > 1 ? schema : null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw altered('plan.json', 'is not JSON');
  }
}
