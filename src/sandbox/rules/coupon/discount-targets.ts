/** Positions of the lines that a discount is taken off: those it names, or all when it names none. */
export function discountTargets(named: readonly number[] | null, lineCount: number): readonly number[] {
  return named ?? Array.from({ length: lineCount }, (_, index) => index);
}
