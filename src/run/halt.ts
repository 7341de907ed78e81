import type { HarnessFault } from '../model/fault.ts';

/** Why a run stops before its end. */
export type HaltReason =
  | { readonly kind: 'interrupted' }
  | { readonly kind: 'guard' }
  /** What was observed could not be kept: nothing may be written to the target any more. */
  | { readonly kind: 'lost'; readonly fault: HarnessFault };

/** The one place that says whether a run goes on. The first reason stays. */
export interface Halt {
  readonly reason: HaltReason | null;
  stop(reason: HaltReason): void;
  onStop(listener: () => void): void;
}

export function openHalt(): Halt {
  let reason: HaltReason | null = null;
  const listeners: (() => void)[] = [];
  return {
    get reason() {
      return reason;
    },
    stop: (given) => {
      if (reason !== null) return;
      reason = given;
      for (const listener of listeners) listener();
    },
    onStop: (listener) => {
      listeners.push(listener);
      if (reason !== null) listener();
    },
  };
}
