import type { OpenCase } from './case-reader.ts';

/** Billing systems whose habits differ where a case does not state a rule. */
type Engine = 'getlago' | 'flexprice' | 'killbill' | 'zuora' | 'stripe' | 'chargebee';

/** Whether the figures are one of theirs: of their code, "getlago/lago-api", or of their documents, "docs.stripe.com". */
export function isFrom(open: OpenCase, ...engines: readonly Engine[]): boolean {
  const words = open.case.source.repo.toLowerCase().split(/[^a-z]+/);
  return engines.some((engine) => words.includes(engine));
}
