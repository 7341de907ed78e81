import type { Context } from '../../engine.ts';
import { takeNumber } from '../../store/legal-entities.ts';
import { enqueueAgain, everyDelivery } from '../../store/webhooks.ts';

/** The very bytes of the first time: a receiver knows the event by its id. */
export function redeliver(context: Context, order: 'as-happened' | 'reversed'): void {
  const deliveries = everyDelivery(context);
  for (const delivery of order === 'reversed' ? deliveries.toReversed() : deliveries)
    enqueueAgain(context, delivery);
}

export function nextEventNumber(context: Context): number {
  return takeNumber(context, '#event');
}
