import type { LocalDate } from '../../../model/date.ts';
import { earlier } from '../../arithmetic/earlier.ts';
import type { Context } from '../../engine.ts';
import { type StoredSubscription, subscriptionById } from '../../store/subscriptions.ts';
import { termEndOf } from './term-end-of.ts';

/** The first day without service that nobody has to tell: after a term that is not renewed, and of an add-on the end of its base. */
export function endByItself(context: Context, subscription: StoredSubscription): LocalDate | null {
  const own = termEndOf(context, subscription);
  const ofBase =
    subscription.addOnTo === null ? null : subscriptionById(context, subscription.addOnTo).cancelledFrom;
  return own === null || ofBase === null ? (own ?? ofBase) : earlier(own, ofBase);
}
