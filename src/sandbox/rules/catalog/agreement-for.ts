import type { ChargePrice } from '../../../model/billing/catalog.ts';

export interface AgreementQuestion {
  readonly agreement: {
    /** The plan of the order, and what was agreed for it. */
    readonly plan: string;
    readonly negotiated: readonly ChargePrice[];
    readonly changes: readonly {
      readonly assignment: number;
      readonly plan: string;
      readonly negotiated: readonly ChargePrice[];
    }[];
  };
  readonly segment: { readonly plan: string; readonly assignment: number };
}

/** What was agreed last for the plan, before the service or with it; what comes later changes nothing of what was. */
export function agreementFor({ agreement, segment }: AgreementQuestion): readonly ChargePrice[] {
  const { plan, assignment } = segment;
  const changed = agreement.changes.findLast((one) => one.plan === plan && one.assignment <= assignment);
  if (changed !== undefined) return changed.negotiated;
  return agreement.plan === plan ? agreement.negotiated : [];
}
