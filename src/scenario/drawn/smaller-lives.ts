import type { SubscriptionHistory } from '../../oracle/subscription/subscription-history.ts';

/** Only what leaves the grid of periods as it is, because "at the end of the period" would become another day. */
export function smallerLives(life: SubscriptionHistory): readonly SubscriptionHistory[] {
  const { changes, quantities = [], pauses = [], undone = [] } = life;
  const { trialDays: _trial, ...untried } = life;
  const { negotiated: _prices, ...listed } = life;
  const { term: _term, ...unbound } = life;
  const { cancelToldOn: _told, cancelTiming: _timing, ...kept } = life;
  return [
    ...undone.map((each) => ({ ...life, undone: undone.filter((other) => other !== each) })),
    ...quantities.map((each) => ({ ...life, quantities: quantities.filter((other) => other !== each) })),
    ...pauses.map((each) => ({ ...life, pauses: pauses.filter((other) => other !== each) })),
    ...(changes.length > 0 && isToldByDay(life) ? [{ ...life, changes: changes.slice(0, -1) }] : []),
    ...(life.cancelledOn === null ? [] : [{ ...kept, cancelledOn: null }]),
    ...(life.trialDays === undefined ? [] : [untried]),
    ...(life.negotiated === undefined ? [] : [listed]),
    ...(life.term?.atEnd === 'renew' ? [unbound] : []),
    ...(life.quantity === '1' ? [] : [{ ...life, quantity: '1' }]),
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
