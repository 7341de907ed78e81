import type { ManualCharge } from '../../model/billing/manual-charge.ts';
import type { Context } from '../engine.ts';

export interface ChargeProcedures {
  /** Answers the id of the invoice. */
  readonly chargeByHand: (context: Context, charge: Omit<ManualCharge, 'key'>) => string;
}
