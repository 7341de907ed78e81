import type { Withdrawal } from '../../engine/catalog-procedures.ts';
import type { Context } from '../../engine.ts';
import { refuseUnknown } from '../../refusal.ts';
import { planVersions } from '../../store/catalog.ts';
import { saveWithdrawal } from '../../store/withdrawals.ts';

/** Nothing is taken from who has the plan: its versions stay, and go on pricing his periods. */
export function withdrawPlan(context: Context, { plan, from }: Withdrawal): void {
  if (planVersions(context, plan).length === 0) refuseUnknown('plan', plan);
  saveWithdrawal(context, plan, from);
}
