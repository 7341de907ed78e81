import type { z } from 'zod';
import type { Context } from '../engine.ts';
import { draftsOf } from '../store/drafts.ts';
import { invoicesOf } from '../store/invoices.ts';
import { subscriptionById } from '../store/subscriptions.ts';
import type { billedThroughAnswer } from './answer-schemas.ts';

export function presentBilledThrough(context: Context, id: string): z.infer<typeof billedThroughAnswer> {
  const { customerId } = subscriptionById(context, id);
  const issued = invoicesOf(context, customerId).filter(({ voidedOn }) => voidedOn === null);
  const waiting = draftsOf(context, customerId).map((draft) =>
    context.procedures.draftContent(context, draft.id),
  );
  const billedThrough = context.rules.billedThrough({
    subscriptionId: id,
    issued: issued.flatMap(({ lines }) => lines),
    waiting: waiting.flatMap((draft) => draft?.lines ?? []),
  });
  return { billedThrough };
}
