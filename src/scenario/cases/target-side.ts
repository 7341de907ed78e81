import { loadDriver } from '../../drivers/index.ts';
import type { PolicyProfile } from '../../model/billing/policy-profile.ts';
import { HarnessFault } from '../../model/fault.ts';
import { isTestEnvironment } from '../../model/test-environment.ts';
import type { TargetDescription } from '../../target/description.ts';
import type { TargetAddress } from '../../target/driver.ts';
import type { TargetSession } from '../../target/session.ts';
import type { Wire } from '../../target/wire.ts';
import { capabilitiesFor } from './capabilities-for.ts';
import type { AssumedHabits } from './claim.ts';
import { type CaseJudgement, habitsThatDiffer, judgeCase } from './judge-case.ts';
import type { ReadCase } from './read-case.ts';

export interface TargetChoice {
  /** A shipped name or a module path. */
  readonly driver: string;
  readonly address: TargetAddress;
  /** Where a module path begins. */
  readonly projectDir: string;
}

/** A target that cases can be put to. */
export interface TargetSide {
  judge(read: ReadCase): Promise<CaseJudgement>;
  close(): Promise<void>;
}

export async function openTargetSide(choice: TargetChoice): Promise<TargetSide> {
  const driver = await loadDriver(choice.driver, choice.projectDir);
  const description = await driver.describe(choice.address);
  guard(description);
  const wire = unrecorded();
  const sessions = new Map<string, Promise<TargetSession>>();
  // A world for each set of habits that some case assumes.
  const sessionUnder = (policy: Partial<PolicyProfile>): Promise<TargetSession> => {
    const key = JSON.stringify(policy);
    const request = {
      runId: `cases-${process.pid}`,
      key: `cases-${sessions.size + 1}`,
      today: '2026-01-01',
      wire,
      ...(key === '{}' ? {} : { policy }),
    };
    const session = sessions.get(key) ?? driver.open(choice.address, request);
    sessions.set(key, session);
    return session;
  };
  return {
    judge: (read) => judgeOn({ sessionUnder, description }, read),
    close: async () => {
      for (const session of sessions.values()) await (await session).close();
    },
  };
}

async function judgeOn(
  target: {
    readonly sessionUnder: (policy: Partial<PolicyProfile>) => Promise<TargetSession>;
    readonly description: TargetDescription;
  },
  read: ReadCase,
): Promise<CaseJudgement> {
  const { sessionUnder, description } = target;
  const canSet = description.capabilities['policy.settings'] !== 'absent';
  const reason = lacking(read, description) ?? (canSet ? null : habitsThatDiffer(read, description.profile));
  if (reason !== null) return { kind: 'not-expressible', figures: [], reason };
  return judgeCase(read, async (calculation, assumes) => {
    const wanted = canSet ? wantedHabits(assumes, description.profile) : {};
    return (await sessionUnder(wanted)).preview(calculation);
  });
}

/** The habits that the case assumes and the target does not have by itself. */
function wantedHabits(assumes: AssumedHabits | undefined, profile: PolicyProfile): Partial<PolicyProfile> {
  const stated = Object.entries(assumes ?? {}).filter(([, value]) => value !== undefined);
  const isShared = stated.every(([habit, value]) => Reflect.get(profile, habit) === value);
  return isShared ? {} : Object.fromEntries(stated);
}

function lacking(read: ReadCase, description: TargetDescription): string | null {
  if (read.kind !== 'expressible') return null;
  const needed = new Set(read.claims.flatMap(({ questions }) => questions).flatMap(capabilitiesFor));
  const absent = [...needed].filter((capability) => description.capabilities[capability] === 'absent');
  return absent.length === 0 ? null : `the target lacks ${absent.join(', ')}`;
}

/** Opening a session writes to the target, so that what holds for a run holds here: only a known test environment. */
function guard(description: TargetDescription): void {
  if (isTestEnvironment(description.environment)) return;
  throw new HarnessFault({
    code: 'GUARD_REFUSED',
    message: `Target "${description.name}" says that its environment is "${description.environment}"; expected a test environment such as test, staging or uat.`,
    hint: 'Nothing was written to it. Point the target at a test environment.',
  });
}

/** Cases leave no evidence behind: what they say stands in their file, and what the target said is printed. */
function unrecorded(): Wire {
  let intents = 0;
  return {
    intent: () => {
      intents += 1;
      return Promise.resolve(`cases/${intents}`);
    },
    outcome: () => undefined,
    exchange: () => undefined,
  };
}
