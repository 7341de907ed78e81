import type { PolicyProfile } from '../../model/billing/policy-profile.ts';
import { dividedBy, type Fraction, isZero, zero } from '../arithmetic/fraction.ts';
import type { ReckonedLine } from '../document/document.ts';
import type { DueLine } from '../subscription/service.ts';
import type { DueTax } from '../tax/tax.ts';

/** What was done to a line when it was billed: a credit for its unused days undoes the same part of it. */
export interface BilledTerms {
  readonly takenShare: Fraction;
  readonly tax: DueTax;
}

/** All lines billed so far, by the service that they are for and the day on which that ends. */
export class BilledLines {
  readonly #habit: PolicyProfile['creditTerms'];

  constructor(profile: Pick<PolicyProfile, 'creditTerms'>) {
    this.#habit = profile.creditTerms;
  }

  readonly #terms = new Map<string, BilledTerms>();

  note(due: DueLine, reckoned: ReckonedLine, tax: DueTax): void {
    if (due.line.kind === 'proration-credit') return;
    const takenShare = isZero(reckoned.price) ? zero : dividedBy(reckoned.taken, reckoned.price);
    this.#terms.set(serviceOf(due), { takenShare, tax });
  }

  /** Null for a line that takes nothing back, and for a credit of what was never billed. */
  behind(due: DueLine): BilledTerms | null {
    if (this.#habit === 'credit-day') return null;
    return due.line.kind === 'proration-credit' ? (this.#terms.get(serviceOf(due)) ?? null) : null;
  }
}

function serviceOf({ line }: DueLine): string {
  return JSON.stringify([line.subscription, line.plan, line.charge, line.period.to]);
}
