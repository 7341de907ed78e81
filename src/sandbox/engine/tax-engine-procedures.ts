import type { Context } from '../engine.ts';
import type { TaxDecision, TaxedSupply } from './tax-procedures.ts';

/** A tax engine outside of the house. Its answers come before an invoice is made, and are kept. */
export interface TaxEngineProcedures {
  /** Asks for whatever the draft needs and is not known yet. */
  readonly gatherTax: (context: Context, draftId: string) => Promise<void>;
  /** By key of the supply; null when the engine did not answer, or not for all of them. */
  readonly askTaxEngine: (
    context: Context,
    question: TaxQuestion,
  ) => Promise<ReadonlyMap<string, TaxDecision> | null>;
  /** What the engine said of the supply; null when it was not asked, or did not answer. */
  readonly knownTax: (context: Context, supply: TaxedSupply) => TaxDecision | null;
}

export interface TaxQuestion {
  readonly url: string;
  readonly supplies: ReadonlyMap<string, TaxedSupply>;
}
