import type { StepMeaning as MeaningOnWire, StepRole as RoleOnWire } from '../../channel/cucumber-step.ts';
import type { Capability } from '../../target/capability.ts';

export type StepRole = RoleOnWire;

/** As the lister reads it, with the capabilities spelt right. */
export interface StepMeaning extends MeaningOnWire {
  readonly needs: readonly Capability[];
}
