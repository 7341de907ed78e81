import type { Context, NewEvent } from '../../engine.ts';
import { newId } from '../../new-id.ts';
import { enqueueForAll } from '../../store/webhooks.ts';

/** Written in the transaction of the change itself: there is no event without the change, and none is forgotten. */
export function emitEvent(context: Context, event: NewEvent): void {
  const sequence = context.procedures.nextEventNumber(context);
  const { kind, objectId } = event;
  enqueueForAll(context, JSON.stringify({ id: newId('evt'), kind, objectId, sequence }));
}
