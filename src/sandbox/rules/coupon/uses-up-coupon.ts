/** An invoice from which nothing could be taken, such as one of a free trial, leaves the coupon for the next one. */
export function usesUpCoupon(takenMinor: bigint): boolean {
  return takenMinor > 0n;
}
