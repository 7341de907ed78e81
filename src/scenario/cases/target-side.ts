import { loadDriver } from '../../drivers/index.ts';
import { HarnessFault } from '../../model/fault.ts';
import { isTestEnvironment } from '../../model/test-environment.ts';
import type { TargetDescription } from '../../target/description.ts';
import type { TargetAddress } from '../../target/driver.ts';
import type { TargetSession } from '../../target/session.ts';
import type { Wire } from '../../target/wire.ts';
import { capabilitiesFor } from './capabilities-for.ts';
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
  const session = await driver.open(choice.address, {
    runId: `cases-${process.pid}`,
    key: 'cases',
    today: '2026-01-01',
    wire: unrecorded(),
  });
  return {
    judge: (read) => judgeOn({ session, description }, read),
    close: () => session.close(),
  };
}

async function judgeOn(
  target: { readonly session: TargetSession; readonly description: TargetDescription },
  read: ReadCase,
): Promise<CaseJudgement> {
  const { session, description } = target;
  const reason = lacking(read, description) ?? habitsThatDiffer(read, description.profile);
  if (reason !== null) return { kind: 'not-expressible', figures: [], reason };
  return judgeCase(read, (calculation) => session.preview(calculation));
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
