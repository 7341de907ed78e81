import type { ContractDocument, PromiseResult, ProvenPromise } from '../../model/observing/kept-promise.ts';
import type { AnsweringTarget } from './matrix-lines.ts';

/** For tests only: a promise about the capability that it names last. */
export function promise(
  result: PromiseResult,
  needs: readonly string[],
  habits: readonly string[] = [],
): ProvenPromise {
  return { promise: needs.join(' and '), needs, shows: needs.slice(-1), habits, result, detail: '' };
}

export function contractOf(
  capabilities: Readonly<Record<string, string>>,
  promises: readonly ProvenPromise[],
): ContractDocument {
  return {
    schema: 'tollgate/contract/1',
    tollgateVersion: '0.0.0',
    driver: './acme.ts',
    target: { name: 'Acme', version: '1' },
    digests: { driver: 'a', options: 'b', contract: 'c' },
    verifiedAt: '2026-11-22T12:00:00Z',
    capabilities,
    promises,
    leftovers: [],
  };
}

export function answering(
  name: string,
  capabilities: Readonly<Record<string, string>>,
  contract: ContractDocument | null,
): AnsweringTarget {
  return {
    name,
    kind: 'answers',
    contract,
    phases: [
      { phase: 'unit', planned: 12, runnable: 3, fault: null },
      { phase: 'performance', planned: 0, runnable: 0, fault: 'Found no k6.' },
    ],
    description: {
      name: 'Acme',
      version: '1',
      environment: 'test',
      capabilities,
      profile: { roundingMode: 'half-up', paymentTermDays: 14 },
      interfaces: [],
      digests: { build: null, configuration: null, priceBook: null, dataCut: null },
    } as unknown as AnsweringTarget['description'],
  };
}
