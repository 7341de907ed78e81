import type { AnyGate } from '../gate.ts';
import { canaryDiscriminates } from './canary-discriminates.ts';
import { capabilitiesPresent } from './capabilities-present.ts';
import { interfacesDeclared } from './interfaces-declared.ts';
import { loadOffered } from './load-offered.ts';
import { phasePasses } from './phase-passes.ts';
import { releaseIdentity } from './release-identity.ts';
import { suitesProven } from './suites-proven.ts';
import { topicPasses } from './topic-passes.ts';
import { writesSettled } from './writes-settled.ts';
import { wrongMoney } from './wrong-money.ts';

/** Every criterion that a policy may name. */
export const gates: readonly AnyGate[] = [
  canaryDiscriminates,
  capabilitiesPresent,
  interfacesDeclared,
  loadOffered,
  phasePasses,
  releaseIdentity,
  suitesProven,
  topicPasses,
  writesSettled,
  wrongMoney,
];

export const gatesByName: ReadonlyMap<string, AnyGate> = new Map(gates.map((gate) => [gate.name, gate]));
