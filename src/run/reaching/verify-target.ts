import type { ProvenPromise } from '../../model/observing/kept-promise.ts';
import { guardTarget } from '../guard/guard.ts';
import { maskedFault } from '../secrets/mask-secrets.ts';
import { askToClean } from './ask-to-clean.ts';
import { askWhatItIs, type DescribeRequest, type Reached, reachOutsideRun } from './describe-target.ts';
import type { Described } from './described.ts';

/** What of the contract this side has to know: its clauses in their order. Only the driver's process plays them. */
export type Promised = Pick<ProvenPromise, 'promise' | 'needs' | 'shows' | 'habits'>;

export interface VerifyRequest extends DescribeRequest {
  readonly name: string;
  readonly runId: string;
  readonly contract: readonly Promised[];
  /** Sees how it goes; nothing flows back. */
  readonly watch: (proven: ProvenPromise, done: number) => void;
}

export type Verification =
  | { readonly kind: 'silent'; readonly reason: string }
  | {
      readonly kind: 'verified';
      readonly description: Described;
      readonly promises: readonly ProvenPromise[];
      readonly leftovers: readonly string[];
    };

/** A real system behind one clock moves it step by step, and waits until all is quiet. */
const promiseWithinMs = 300_000;
const cleanWithinMs = 120_000;

/**
 * Holds a target to the contract, promise by promise in its order, each in worlds of its own, and cleans up. Writes to the
 * target, so that it passes the guard of a run.
 */
export function verifyTarget(request: VerifyRequest): Promise<Verification> {
  return reachOutsideRun(request, async (reached) => {
    const said = await askWhatItIs(reached);
    if (said.kind === 'silent') return said;
    const { description } = said;
    guardTarget({ name: request.name, environment: description.environment });
    const promises: ProvenPromise[] = [];
    for (const [clause, promised] of request.contract.entries()) {
      const proven = { ...promised, ...(await ask(reached, request.runId, clause)) };
      promises.push(proven);
      request.watch(proven, promises.length);
    }
    const { leftovers } = await askToClean(reached.agent, request.runId, cleanWithinMs);
    return { kind: 'verified', description, promises, leftovers };
  });
}

async function ask(
  { agent, masker }: Reached,
  runId: string,
  clause: number,
): Promise<Pick<ProvenPromise, 'result' | 'detail'>> {
  const answer = await agent.ask('promise', { runId, clause }, promiseWithinMs);
  if (answer.kind === 'answer') return masker.value(answer.value as Pick<ProvenPromise, 'result' | 'detail'>);
  if (answer.fault.code === 'GUARD_REFUSED') throw maskedFault(answer.fault, masker);
  return { result: 'unproven', detail: masker.text(`${answer.fault.message} ${answer.fault.hint}`) };
}
