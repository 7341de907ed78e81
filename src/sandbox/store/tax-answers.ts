import type { TaxDecision } from '../engine/tax-procedures.ts';
import type { Context } from '../engine.ts';
import { textOf } from './columns.ts';

/** The first answer stays: an invoice that was made by it must be told in the same way for ever. */
export function saveTaxAnswer(context: Context, key: string, decision: TaxDecision): void {
  context.store.run(
    'INSERT OR IGNORE INTO tax_answers (tenant, supply, rate_percent, treatment) VALUES (?, ?, ?, ?)',
    context.tenantId,
    key,
    decision.ratePercent,
    decision.treatment,
  );
}

export function taxAnswerOf(context: Context, key: string): TaxDecision | null {
  const row = context.store.first(
    'SELECT rate_percent, treatment FROM tax_answers WHERE tenant = ? AND supply = ?',
    context.tenantId,
    key,
  );
  if (row === null) return null;
  return {
    ratePercent: textOf(row, 'rate_percent'),
    // Only `saveTaxAnswer` writes the column, from a value of this type.
    treatment: textOf(row, 'treatment') as TaxDecision['treatment'],
  };
}
