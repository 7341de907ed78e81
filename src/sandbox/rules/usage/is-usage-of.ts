export interface UsageOwner {
  /** That the event names; null names none. */
  readonly named: string | null;
  readonly subscriptionId: string;
}

/** Usage that names no subscription counts for every one of the customer that charges for its meter. */
export function isUsageOf({ named, subscriptionId }: UsageOwner): boolean {
  return named === null || named === subscriptionId;
}
