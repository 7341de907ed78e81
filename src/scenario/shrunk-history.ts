import type { PlanVersion } from '../model/billing/catalog.ts';
import type { SubscriptionHistory } from '../oracle/subscription-history.ts';
import type { CustomerHistory } from './customer-history.ts';

/**
 * The smallest history that is still wrong, found by dropping one thing after the other as long as it stays wrong: each
 * drop is played anew, and no more often than `playsMax`.
 */
export async function shrunkHistory(
  history: CustomerHistory,
  isWrong: (smaller: CustomerHistory) => Promise<boolean>,
  { playsMax }: { readonly playsMax: number },
): Promise<CustomerHistory> {
  let smallest = history;
  let plays = 0;
  let candidates = smallerHistories(smallest);
  for (let next = candidates.shift(); next !== undefined && plays < playsMax; next = candidates.shift()) {
    plays += 1;
    if (!(await isWrong(next))) continue;
    smallest = next;
    candidates = smallerHistories(smallest);
  }
  return smallest;
}

/** What drops most comes first. */
function smallerHistories(history: CustomerHistory): CustomerHistory[] {
  const { billing } = history;
  const { subscriptions, usage, discounts } = billing;
  const withBilling = (part: Partial<CustomerHistory['billing']>) => ({
    ...history,
    billing: { ...billing, ...part },
  });
  return [
    ...(usage.length > 0 ? [withBilling({ usage: [] })] : []),
    ...(discounts.length > 0 ? [withBilling({ discounts: [] })] : []),
    ...subscriptions.flatMap((each) =>
      subscriptions.length > 1 && subscriptions.every(({ addOnTo }) => addOnTo !== each.key)
        ? [withBilling({ subscriptions: subscriptions.filter((other) => other !== each) })]
        : [],
    ),
    ...smallerPlans(billing.plans).map((plans) => withBilling({ plans })),
    ...subscriptions.flatMap((each, index) =>
      smallerLives(each).map((life) => withBilling({ subscriptions: subscriptions.with(index, life) })),
    ),
    ...halvesOf(usage).map((half) => withBilling({ usage: half })),
  ];
}

/** Without later versions; then without one charge, in all versions of its plan. */
function smallerPlans(plans: readonly PlanVersion[]): readonly (readonly PlanVersion[])[] {
  const firsts = plans.filter((version) =>
    plans.every(({ plan, effectiveFrom }) => plan !== version.plan || effectiveFrom >= version.effectiveFrom),
  );
  const without = firsts.flatMap(({ plan, charges }) =>
    charges.length < 2 ? [] : charges.map(({ code }) => plans.map((each) => withoutCharge(each, plan, code))),
  );
  return [...(firsts.length < plans.length ? [firsts] : []), ...without];
}

function withoutCharge(version: PlanVersion, plan: string, code: string): PlanVersion {
  if (version.plan !== plan) return version;
  const { otherCurrencies, ...rest } = version;
  const charges = version.charges.filter((charge) => charge.code !== code);
  if (otherCurrencies === undefined) return { ...rest, charges };
  const others = otherCurrencies.map(({ currency, prices }) => ({
    currency,
    prices: prices.filter(({ charge }) => charge !== code),
  }));
  return { ...rest, charges, otherCurrencies: others };
}

/** Only what leaves the grid of periods as it is, because "at the end of the period" would become another day. */
function smallerLives(life: SubscriptionHistory): readonly SubscriptionHistory[] {
  const { changes, quantities = [], pauses = [], undone = [] } = life;
  const { trialDays: _trial, ...untried } = life;
  const { negotiated: _prices, ...listed } = life;
  const { term: _term, ...unbound } = life;
  return [
    ...undone.map((each) => ({ ...life, undone: undone.filter((other) => other !== each) })),
    ...quantities.map((each) => ({ ...life, quantities: quantities.filter((other) => other !== each) })),
    ...pauses.map((each) => ({ ...life, pauses: pauses.filter((other) => other !== each) })),
    ...(changes.length > 0 && isToldByDay(life) ? [{ ...life, changes: changes.slice(0, -1) }] : []),
    ...(life.trialDays === undefined ? [] : [untried]),
    ...(life.negotiated === undefined ? [] : [listed]),
    ...(life.term?.atEnd === 'renew' ? [unbound] : []),
  ];
}

function isToldByDay({
  changes,
  quantities = [],
  pauses = [],
  undone = [],
  cancelTiming,
}: SubscriptionHistory): boolean {
  const later = [...changes, ...quantities, ...pauses, ...undone];
  return cancelTiming === undefined && later.every(({ timing }) => timing === undefined);
}

function halvesOf<T>(all: readonly T[]): readonly (readonly T[])[] {
  if (all.length < 2) return [];
  const middle = Math.ceil(all.length / 2);
  return [all.slice(0, middle), all.slice(middle)];
}
