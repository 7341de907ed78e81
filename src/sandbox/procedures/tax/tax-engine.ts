import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { TaxQuestion } from '../../engine/tax-engine-procedures.ts';
import type { TaxDecision, TaxedSupply } from '../../engine/tax-procedures.ts';
import type { Context } from '../../engine.ts';
import { percentText } from '../../http/schemas.ts';
import { neighbourOf } from '../../store/neighbours.ts';
import { saveTaxAnswer, taxAnswerOf } from '../../store/tax-answers.ts';

const timeoutMs = 2_000;
const answerSchema = z.object({
  lines: z
    .array(
      z.object({
        line: z.string(),
        ratePercent: percentText,
        treatment: z.enum(['taxed', 'exempt', 'reverse-charge', 'no-tax']),
      }),
    )
    .max(10_000),
});

/** The draft is worked out once to hear what would have to be taxed. */
export async function gatherTax(context: Context, draftId: string): Promise<void> {
  const engine = neighbourOf(context, 'tax-engine');
  if (engine === null) return;
  const supplies = new Map<string, TaxedSupply>();
  const procedures: typeof context.procedures = {
    ...context.procedures,
    assessTax: (within, supply) => {
      const known = within.procedures.knownTax(within, supply);
      if (known === null) supplies.set(supplyKey(supply), supply);
      return known ?? { ratePercent: '0', treatment: 'no-tax' };
    },
  };
  context.procedures.draftContent({ ...context, procedures }, draftId);
  if (supplies.size === 0) return;
  const answers = await context.procedures.askTaxEngine(context, { url: engine.url, supplies });
  for (const [key, decision] of answers ?? []) saveTaxAnswer(context, key, decision);
}

/** An answer that cannot be read, or leaves a line out, is none: a tax that is missing is not a tax of zero. */
export async function askTaxEngine(
  _context: Context,
  { url, supplies }: TaxQuestion,
): Promise<ReadonlyMap<string, TaxDecision> | null> {
  const lines = [...supplies].map(([line, { seller, customer, date, category }]) => {
    return { line, seller, customer, date, category };
  });
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ lines }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    const answer = answerSchema.safeParse(response.ok ? await response.json() : null);
    if (!answer.success) return null;
    const decisions = new Map(
      answer.data.lines.map(({ line, ratePercent, treatment }) => [line, { ratePercent, treatment }]),
    );
    return [...supplies.keys()].every((key) => decisions.has(key)) ? decisions : null;
  } catch {
    return null;
  }
}

export function knownTax(context: Context, supply: TaxedSupply): TaxDecision | null {
  return taxAnswerOf(context, supplyKey(supply));
}

/** All that an engine decides by: two supplies that are alike in it are taxed alike. */
export function supplyKey({ seller, customer, date, category }: TaxedSupply): string {
  return createHash('sha256')
    .update(JSON.stringify([seller, customer, date, category]))
    .digest('hex');
}
