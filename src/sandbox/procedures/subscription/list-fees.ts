import type { LocalDate } from '../../../model/date.ts';
import type { PresentedFee } from '../../engine/catalog-procedures.ts';
import type { Context } from '../../engine.ts';
import { planNames, planVersions } from '../../store/catalog.ts';
import { withdrawalsOf } from '../../store/withdrawals.ts';

/** What who orders on the day pays each period; plans that are not sold then are left out, and fees that are not flat. */
export function listFees(context: Context, date: LocalDate): readonly PresentedFee[] {
  return planNames(context).flatMap((plan) => {
    const version = planVersions(context, plan).findLast(({ effectiveFrom }) => effectiveFrom <= date);
    const fee = version?.charges.find(({ kind, price }) => kind === 'recurring' && price.kind === 'flat');
    if (version === undefined || fee?.price.kind !== 'flat') return [];
    const withdrawnFrom = withdrawalsOf(context, plan);
    if (!context.rules.isSold({ versionFrom: version.effectiveFrom, withdrawnFrom, day: date })) return [];
    return [{ plan, fee: { amount: fee.price.amount, currency: version.currency } }];
  });
}
