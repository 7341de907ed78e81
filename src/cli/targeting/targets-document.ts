import { capabilities } from '../../target/capability.ts';
import type { AnsweringTarget } from './matrix-lines.ts';
import { habitStanding, standingOf } from './shown-support.ts';
import type { TargetState } from './target-state.ts';

/** The matrix for machines: everything that the printed one shows, and every promise. */
export function targetsDocument(states: readonly TargetState[], answering: readonly AnsweringTarget[]) {
  return {
    schema: 'tollgate/targets/1',
    targets: states.map((state) => {
      const full = answering.find(({ name }) => name === state.name);
      return full === undefined ? state : answeringDocument(full);
    }),
  };
}

function answeringDocument({ name, kind, description, contract, phases }: AnsweringTarget) {
  const habits = Object.entries(description.profile);
  return {
    name,
    kind,
    describedName: description.name,
    version: description.version,
    environment: description.environment,
    interfaces: description.interfaces,
    capabilities: capabilities.map((capability) => {
      const support = description.capabilities[capability] ?? 'absent';
      return { capability, support, standing: standingOf(capability, support, contract) };
    }),
    profile: habits.map(([habit, value]) => ({ habit, value, standing: habitStanding(habit, contract) })),
    phases,
    verification:
      contract === null
        ? null
        : { verifiedAt: contract.verifiedAt, promises: contract.promises, leftovers: contract.leftovers },
  };
}
