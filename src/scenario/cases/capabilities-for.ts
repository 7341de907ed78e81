import type { Calculation } from '../../model/billing/calculation.ts';
import { unreachable } from '../../model/fault.ts';
import type { Capability } from '../../target/capability.ts';

/** What a target must be able to do before the question can be put to it. */
export function capabilitiesFor(calculation: Calculation): readonly Capability[] {
  switch (calculation.kind) {
    case 'rating': {
      const price: Capability = `price.${calculation.price.kind}`;
      const minimum: readonly Capability[] = calculation.minimum === null ? [] : ['price.minimum'];
      const maximum: readonly Capability[] = calculation.maximum === null ? [] : ['price.maximum'];
      return ['preview.rating', price, ...minimum, ...maximum];
    }
    case 'document': {
      const isTaxed = calculation.lines.some(({ taxPercent }) => /[1-9]/.test(taxPercent));
      const isDiscounted = calculation.discounts.length > 0;
      return [
        'preview.document',
        ...(isTaxed ? (['tax'] as const) : []),
        ...(isDiscounted ? (['discount'] as const) : []),
      ];
    }
    case 'proration':
      return ['preview.proration'];
    case 'periods':
      return ['preview.periods'];
    default:
      return unreachable(calculation, 'calculation');
  }
}
