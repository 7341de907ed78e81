import type { ContractDocument, ProvenPromise } from '../../model/observing/kept-promise.ts';

/** verified: a promise shows it. failed: declared, and not so. undeclared: not declared, and it works. */
export type Standing = 'verified' | 'unverified' | 'failed' | 'undeclared' | 'absent';

/** How what a driver declares stands to what was seen. Without a verification that fits, nothing declared is shown. */
export function standingOf(
  capability: string,
  support: string | undefined,
  contract: ContractDocument | null,
): Standing {
  const isAbout = ({ needs }: ProvenPromise) => needs.includes(capability);
  const promises = (contract?.promises ?? []).filter(isAbout);
  if (support !== 'native' && support !== 'emulated') {
    const works = promises.some(({ result, shows }) => result === 'undeclared' && shows.includes(capability));
    return works ? 'undeclared' : 'absent';
  }
  return proven(promises, ({ shows }) => shows.includes(capability));
}

/** The same for an entry of the policy profile, which is always declared. */
export function habitStanding(habit: string, contract: ContractDocument | null): Standing {
  const promises = (contract?.promises ?? []).filter(({ habits }) => habits.includes(habit));
  return proven(promises, () => true);
}

function proven(
  promises: readonly ProvenPromise[],
  isSubject: (promise: ProvenPromise) => boolean,
): Standing {
  if (promises.some((one) => one.result === 'violated' && isSubject(one))) return 'failed';
  return promises.some(({ result }) => result === 'kept') ? 'verified' : 'unverified';
}
