import type { TrailStep } from '../model/billing/calculation.ts';
import type { Fraction } from './arithmetic/fraction.ts';
import { plainText } from './arithmetic/rounding.ts';

/** The way to an amount, written down while it is walked. */
export interface Trail {
  readonly steps: readonly TrailStep[];
  note(text: string, value: Fraction | string): void;
}

export function newTrail(): Trail {
  const steps: TrailStep[] = [];
  return {
    steps,
    note(text, value) {
      steps.push({ text, value: typeof value === 'string' ? value : plainText(value) });
    },
  };
}
