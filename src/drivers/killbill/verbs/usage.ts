import { z } from 'zod';
import type { UsageEvent, UsageResult } from '../../../model/billing/usage.ts';
import { addDays, type LocalDate, type Period } from '../../../model/date.ts';
import { addDecimals, canonicalDecimal, decimalParts } from '../../../model/decimal.ts';
import { TargetRefusal } from '../../../target/session.ts';
import type { UsageVerbs } from '../../../target/verbs/usage.ts';
import { unitName } from '../catalog-xml.ts';
import { jsonNumber } from '../lossless-json.ts';
import type { WorldState } from '../world-state.ts';
import { dayIn } from '../zones.ts';

const rolledUpAnswer = z.object({
  rolledUpUnits: z.array(z.object({ unitType: z.string(), amount: z.string() })),
});

/** Kill Bill knows usage by subscription and day, in whole units; the server cuts or refuses the rest. */
export function usageVerbs(state: WorldState): UsageVerbs {
  const { clock } = state;
  return {
    sendUsage: async (events) => {
      await clock.takeTurn();
      const results: UsageResult[] = [];
      for (const event of events) results.push(await sendOne(state, event));
      await clock.settle();
      return results;
    },
    billedUsage: async (customerId, meter, period) => {
      await clock.takeTurn();
      return totalOf(state, { customerId, meter, period });
    },
    dailyUsage: async (customerId, meter, { from, to }) => {
      await clock.takeTurn();
      const days: { date: LocalDate; quantity: string }[] = [];
      for (let date = from; date < to; date = addDays(date, 1)) {
        const period = { from: date, to: addDays(date, 1) };
        const quantity = await totalOf(state, { customerId, meter, period });
        if (decimalParts(quantity).digits !== 0n) days.push({ date, quantity });
      }
      return days;
    },
  };
}

/** Of all subscriptions whose plan charges for the meter, unless the event names one. */
async function sendOne(state: WorldState, event: UsageEvent): Promise<UsageResult> {
  const wanted = event.subscriptionId === undefined ? subscriptionsFor(state, event) : [event.subscriptionId];
  if (wanted.length === 0)
    return {
      id: event.id,
      outcome: 'rejected',
      reason: 'the customer has no subscription that could have used it',
    };
  const outcomes: UsageResult[] = [];
  for (const subscriptionId of wanted) outcomes.push(await sendTo(state, event, subscriptionId));
  return (
    outcomes.find(({ outcome }) => outcome !== 'accepted') ??
    outcomes[0] ?? { id: event.id, outcome: 'accepted', reason: '' }
  );
}

/** A meter that no plan of the customer has goes to his first subscription: what becomes of it there is the server's answer. */
function subscriptionsFor(state: WorldState, { customerId, meter }: UsageEvent): readonly string[] {
  const his = [...state.subscriptions].filter(([, order]) => order.customerId === customerId);
  const charged = his.filter(([, { plan }]) =>
    state.prices.versions.some(
      (version) =>
        version.plan === plan &&
        version.charges.some((charge) => charge.kind === 'usage' && charge.meter === meter),
    ),
  );
  return (charged.length > 0 ? charged : his.slice(0, 1)).map(([id]) => id);
}

async function sendTo(state: WorldState, event: UsageEvent, subscriptionId: string): Promise<UsageResult> {
  const customer = state.customers.get(event.customerId);
  const recordDate = dayIn(customer?.timeZone ?? 'UTC', event.at);
  const body = {
    subscriptionId,
    trackingId: event.id,
    unitUsageRecords: [
      { unitType: unitName(event.meter), usageRecords: [{ recordDate, amount: jsonNumber(event.quantity) }] },
    ],
  };
  try {
    const naturalKey = `usage/${event.id}`;
    await state.calls.write({ operation: 'usage.ingest', path: '/1.0/kb/usages', body, naturalKey });
    return { id: event.id, outcome: 'accepted', reason: '' };
  } catch (error) {
    if (!(error instanceof TargetRefusal) || error.status >= 500) throw error;
    const isRepeat = error.answer.includes('"code":50000');
    return { id: event.id, outcome: isRepeat ? 'duplicate' : 'rejected', reason: error.answer };
  }
}

async function totalOf(
  state: WorldState,
  of: { readonly customerId: string; readonly meter: string; readonly period: Period },
): Promise<string> {
  const { from, to } = of.period;
  const query = new URLSearchParams({ startDate: from, endDate: to });
  let sum = '0';
  for (const [id, { customerId }] of state.subscriptions) {
    if (customerId !== of.customerId) continue;
    const path = `/1.0/kb/usages/${id}/${encodeURIComponent(unitName(of.meter))}?${query}`;
    const { rolledUpUnits } = await state.calls.get('usage.total', path, rolledUpAnswer);
    for (const { amount } of rolledUpUnits) sum = addDecimals(sum, amount);
  }
  return canonicalDecimal(sum);
}
