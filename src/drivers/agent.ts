import { randomBytes } from 'node:crypto';
import { connectChannel } from '../channel/client.ts';
import { agentVariable } from '../channel/message.ts';
import { HarnessFault } from '../model/fault.ts';
import { contract } from '../target/contract/contract.ts';
import type { Driver } from '../target/driver.ts';
import { TargetAnswerInvalid, TargetRefusal, type TargetSession } from '../target/session.ts';
import type { Wire } from '../target/wire.ts';
import type {
  AgentConfiguration,
  AnnouncedWrite,
  ProbeAnswer,
  PromiseAnswer,
  PromiseQuestion,
  SettledWrite,
  SettleQuestion,
} from './agent-protocol.ts';
import { askCanary } from './canary.ts';
import { loadDriver } from './index.ts';
import { settledAs } from './settled-as.ts';
import { verifyClause } from './verify-clause.ts';

/** The child that holds a driver for the run itself, so that no foreign code ever runs in the judging process. */
const channel = await connectChannel('session');
const configuration = JSON.parse(process.env[agentVariable] ?? '{}') as AgentConfiguration;
const address = { url: configuration.url, options: configuration.options };
let loaded: Promise<Driver> | null = null;
const settledAtOnce = 8;
/** The canary's, kept until the cleanup: with it a probe shows whether the target still takes the keys that it gave. */
let ownWorld: TargetSession | null = null;

channel.onCommand(async (name, value) => {
  loaded ??= loadDriver(configuration.driver, configuration.projectDir);
  const driver = await loaded;
  return asFault(name, () => answer(driver, name, value));
});

async function answer(driver: Driver, name: string, value: unknown): Promise<unknown> {
  switch (name) {
    case 'describe':
      return driver.describe(address);
    case 'probe':
      return probe(driver);
    case 'canary':
      return canary(driver, (value as { readonly runId: string }).runId);
    case 'cleanup':
      return cleanUp(driver, (value as { readonly runId: string }).runId);
    case 'promise':
      return promise(driver, value as PromiseQuestion);
    case 'settle':
      return settleAll(driver, value as SettleQuestion);
    case 'close':
      setImmediate(() => process.exit(0));
      return null;
    default:
      throw new RangeError(`an unknown command "${name}"`);
  }
}

/** A no where a yes is needed is the target's, not ours. */
async function asFault(asked: string, work: () => Promise<unknown>): Promise<unknown> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof TargetRefusal || error instanceof TargetAnswerInvalid)) throw error;
    throw new HarnessFault({
      code: 'TARGET_REFUSED',
      message: error.message,
      hint: `It was asked to ${asked}. See what it answers: npx tollgate targets`,
      cause: error,
    });
  }
}

/** Whether it answers, and how far its clock is from ours; a Date header is cut to whole seconds. */
async function probe(driver: Driver): Promise<ProbeAnswer> {
  const sentMs = Date.now();
  const { name, answeredAt = null } = await driver.describe(address);
  await proveKey();
  const theirsMs = Date.parse(answeredAt ?? '');
  const oursMs = (sentMs + Date.now()) / 2;
  const skewMs = Number.isNaN(theirsMs) ? null : Math.round(theirsMs + 500 - oursMs);
  return { detail: `${name} answers`, skewMs };
}

/** A key that worked and is refused now is nobody's wrong bill. What a target cannot do at all says nothing about its keys. */
async function proveKey(): Promise<void> {
  try {
    await ownWorld?.today();
  } catch (error) {
    const isKeyRefused = error instanceof TargetRefusal && [401, 403].includes(error.status);
    const isSilent = error instanceof HarnessFault && error.code === 'TARGET_UNREACHABLE';
    if (isKeyRefused || isSilent || isGuard(error)) throw error;
  }
}

/** It led to production: that is no answer to any question, and the run must end. */
function isGuard(error: unknown): boolean {
  return error instanceof HarnessFault && error.code === 'GUARD_REFUSED';
}

/** A process number alone may come again in a later part of the run, or on another machine. */
const idPrefix = `${process.pid}.${randomBytes(4).toString('hex')}`;
let intents = 0;
const wire: Wire = {
  intent: async ({ operation, request, idempotencyKey }) => {
    intents += 1;
    const intentId = `agent/${idPrefix}/${intents}`;
    await channel.record({ kind: 'intent', intentId, checkId: 'agent', operation, request, idempotencyKey });
    return intentId;
  },
  outcome: (intentId, outcome, detail) => {
    void channel.record({ kind: 'outcome', intentId, outcome, detail });
  },
  exchange: () => undefined,
};

/** What checks closed themselves is gone already; a step that died left its world. Read back, so that absence is proven. */
async function cleanUp(driver: Driver, runId: string) {
  await ownWorld?.close();
  ownWorld = null;
  const before = await driver.leftovers(address, runId, wire);
  if (before.length > 0) await driver.cleanUp(address, runId, wire);
  await channel.settled();
  return { removed: before, leftovers: await driver.leftovers(address, runId, wire) };
}

async function promise(driver: Driver, { runId, clause }: PromiseQuestion): Promise<PromiseAnswer> {
  const asked = contract[clause];
  if (asked === undefined) throw new RangeError(`the contract has no clause ${clause}`);
  const description = await driver.describe(address);
  return verifyClause(asked, { driver, address, description, runId, wire });
}

/** A few at a time; one that cannot be asked about stays unknown. */
async function settleAll(
  driver: Driver,
  { runId, writes }: SettleQuestion,
): Promise<readonly SettledWrite[]> {
  const settled: SettledWrite[] = [];
  for (let at = 0; at < writes.length; at += settledAtOnce) {
    const part = writes.slice(at, at + settledAtOnce);
    settled.push(...(await Promise.all(part.map((write) => settleOne(driver, runId, write)))));
  }
  return settled;
}

async function settleOne(driver: Driver, runId: string, write: AnnouncedWrite): Promise<SettledWrite> {
  const { intentId, ...announced } = write;
  if (driver.settle === undefined)
    return { intentId, outcome: 'unknown', detail: 'the driver has no way to look a write up' };
  try {
    return settledAs(intentId, await driver.settle(address, { runId, ...announced }, wire));
  } catch (error) {
    if (isGuard(error)) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    return { intentId, outcome: 'unknown', detail: `it could not be looked up: ${reason}` };
  }
}

async function canary(driver: Driver, runId: string) {
  const description = await driver.describe(address);
  ownWorld = await driver.open(address, { runId, key: `canary-${idPrefix}`, today: '2026-01-01', wire });
  try {
    return await askCanary(ownWorld, description);
  } finally {
    await channel.settled();
  }
}
