import type { ContractDocument, ProvenPromise } from '../../model/observing/kept-promise.ts';
import { visibleLine } from '../../report/visible-text.ts';
import { type Capability, capabilities } from '../../target/capability.ts';
import { capabilityGuide } from '../../target/capability-guide.ts';
import { promised } from '../../target/contract/promised.ts';
import { standingOf } from './shown-support.ts';

const nextShown = 3;

/** One promise as it was put to a target: what is wrong stands below it. */
export function promiseLines({ promise, result, detail }: ProvenPromise): readonly string[] {
  const below = detail.split('\n').map((line) => `    ${visibleLine(line)}`);
  switch (result) {
    case 'kept':
      return [`✓ ${promise}`];
    case 'absent':
      return [`- ${promise} (${visibleLine(detail)})`];
    case 'undeclared':
      return [`+ ${promise} (${visibleLine(detail)})`];
    case 'violated':
      return [`✗ ${promise}`, ...below];
    case 'unproven':
      return [`? ${promise}`, ...below];
  }
}

/** How a verification ended, and what to do next, in the order in which it is best done. */
export function endLines(contract: ContractDocument): readonly string[] {
  const { promises, leftovers } = contract;
  const count = (result: ProvenPromise['result']) =>
    promises.filter((promise) => promise.result === result).length;
  return [
    `${promises.length} promises: ${count('kept')} kept, ${count('violated')} violated, ${count('unproven')} unproven, ${count('undeclared')} working and not declared, ${count('absent')} not declared`,
    ...(leftovers.length === 0
      ? []
      : [`✗ left in the target after cleanUp: ${leftovers.map(visibleLine).join(', ')}`]),
    ...unshownLines(contract),
    ...nextLines(contract),
  ];
}

/** Declared, and no promise could show it: what the promise takes besides is not declared. */
function unshownLines(contract: ContractDocument): readonly string[] {
  return unshown(contract).map((capability) => {
    const wanted = promised
      .filter(({ needs }) => needs.includes(capability))
      .map(({ needs }) =>
        needs.filter((need) => standingOf(need, contract.capabilities[need], contract) === 'absent'),
      )
      .toSorted((left, right) => left.length - right.length)[0];
    const why =
      wanted === undefined || wanted.length === 0
        ? 'no promise that speaks of it was kept'
        : `its promise also takes ${wanted.join(', ')}`;
    return `? ${capability} is declared and not verified: ${why}`;
  });
}

export function unshown(contract: ContractDocument): readonly Capability[] {
  return capabilities.filter(
    (name) => standingOf(name, contract.capabilities[name], contract) === 'unverified',
  );
}

function nextLines(contract: ContractDocument): readonly string[] {
  const wrong = contract.promises.find(({ result }) => result === 'violated' || result === 'unproven');
  if (wrong !== undefined) return [`Next: mend "${wrong.promise}".`];
  const working = contract.promises.filter(({ result }) => result === 'undeclared');
  if (working.length > 0) {
    const names = new Set(working.flatMap(({ needs }) => needs.filter((need) => isAbsent(contract, need))));
    return [`Next: declare ${[...names].join(', ')}.`];
  }
  const open = promised.flatMap(({ shows }) => shows).filter((name) => isAbsent(contract, name));
  if (open.length === 0) return [];
  return [
    `Next, if the target can do it (${open.length} capabilities are not declared; docs/capabilities.md has all):`,
    ...open.slice(0, nextShown).map((name) => {
      const { means, verbs } = capabilityGuide[name];
      return `    ${name}: ${means}. Verbs: ${verbs.join(', ')}`;
    }),
  ];
}

function isAbsent({ capabilities: said }: ContractDocument, name: string): boolean {
  return said[name] !== 'native' && said[name] !== 'emulated';
}
