import type { LocalDate } from '../model/date.ts';
import { HarnessFault } from '../model/fault.ts';
import type { ContractClause, ContractWorld } from '../target/contract/clause.ts';
import type { TargetDescription } from '../target/description.ts';
import type { Driver, TargetAddress } from '../target/driver.ts';
import type { TargetSession } from '../target/session.ts';
import type { Exchange, Intent, Wire } from '../target/wire.ts';
import type { PromiseAnswer } from './agent-protocol.ts';
import { failureText } from './failure-text.ts';

export interface ClauseParts {
  readonly driver: Driver;
  readonly address: TargetAddress;
  readonly description: TargetDescription;
  readonly runId: string;
  readonly wire: Wire;
}

/** Holds a driver to one promise. What it does not declare is tried, too: it may work without anybody knowing. */
export async function verifyClause(clause: ContractClause, parts: ClauseParts): Promise<PromiseAnswer> {
  const { capabilities } = parts.description;
  const missing = clause.needs.filter((need) => capabilities[need] === 'absent');
  const heard = listening(parts.wire);
  const opened: TargetSession[] = [];
  try {
    await clause.verify(contractWorld({ ...parts, wire: heard.wire }, opened, heard.announced));
    if (missing.length === 0) return { result: 'kept', detail: '' };
    return { result: 'undeclared', detail: `${missing.join(', ')} works, and is not declared` };
  } catch (error) {
    return judged(error, missing, heard.last());
  } finally {
    for (const session of opened) await session.close().catch(() => undefined);
  }
}

/** A promise that is not declared need not be kept. */
function judged(error: unknown, missing: readonly string[], last: Exchange | null): PromiseAnswer {
  if (error instanceof HarnessFault && error.code === 'GUARD_REFUSED') throw error;
  if (missing.length > 0) return { result: 'absent', detail: `${missing.join(', ')} not declared` };
  return { result: isSilence(error) ? 'unproven' : 'violated', detail: failureText(error, last) };
}

function contractWorld(
  { driver, address, description, runId, wire }: ClauseParts,
  opened: TargetSession[],
  announced: readonly Intent[],
): ContractWorld {
  const openIn = async (run: string, key: string, today: LocalDate) => {
    const session = await driver.open(address, { runId: run, key, today, wire });
    opened.push(session);
    return session;
  };
  const settle = driver.settle?.bind(driver);
  return {
    description,
    announced,
    settle: settle === undefined ? null : (write) => settle(address, { runId, ...write }, wire),
    open: async (key, today, policy) => {
      const session = await driver.open(address, { runId, key, today, wire, policy });
      opened.push(session);
      return session;
    },
    resume: (handle) => driver.resume(address, { runId, key: 'resumed', today: '', wire }, handle),
    otherRun: (name) => ({
      open: (key, today) => openIn(`${runId}-${name}`, key, today),
      leftovers: () => driver.leftovers(address, `${runId}-${name}`, wire),
      cleanUp: () => driver.cleanUp(address, `${runId}-${name}`, wire),
    }),
  };
}

/** The wire, with an ear on it: what was announced, and what the target answered last. */
function listening(wire: Wire) {
  const announced: Intent[] = [];
  let last: Exchange | null = null;
  const own: Wire = {
    intent: (intent) => {
      announced.push(intent);
      return wire.intent(intent);
    },
    outcome: (intentId, outcome, detail) => wire.outcome(intentId, outcome, detail),
    exchange: (exchange) => {
      last = exchange;
      wire.exchange(exchange);
    },
  };
  return { wire: own, announced, last: (): Exchange | null => last };
}

function isSilence(error: unknown): boolean {
  return error instanceof HarnessFault && ['TARGET_UNREACHABLE', 'TARGET_BUSY'].includes(error.code);
}
