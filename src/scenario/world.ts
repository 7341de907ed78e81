import { connectChannel } from '../channel/client.ts';
import { loadDriver } from '../drivers/index.ts';
import type { PolicyProfile } from '../model/billing/policy-profile.ts';
import { formatMoney, type Money, moneyAmount } from '../model/money.ts';
import type { MoneyDifference } from '../model/observing/difference.ts';
import type { Driver } from '../target/driver.ts';
import type { TargetSession } from '../target/session.ts';
import { ambientScenario, type ScenarioContext } from './ambient.ts';
import { closeAfter } from './close-after.ts';
import { type ScenarioConfiguration, scenarioConfiguration } from './configuration.ts';
import { ExpectationFailed, ScenarioDefect } from './expectation-failed.ts';
import { forgetfulRecorder, type Recorder, recorderFor, type Trail } from './recorder.ts';

export interface MoneyExpectation {
  /** "invoice total", "line net", … */
  readonly measure: string;
  /** From the oracle, a published source or a hand-calculated figure; never from the target. */
  readonly expected: Money;
  readonly actual: Money;
  readonly nature: MoneyDifference['nature'];
  readonly customer?: string;
  readonly invoice?: string;
  /** One sentence: what it means if the two differ. */
  readonly explanation: string;
}

/**
 * One check's own world: a session with the target, a record of what happened, and expectations. Expectations do not stop
 * the check; `verify` throws once, with everything that was found, so that a reader sees all wrong amounts at once.
 */
export class World {
  readonly configuration: ScenarioConfiguration;
  readonly checkId: string;
  readonly record: Recorder;
  readonly #driver: Driver;
  readonly #findings: string[] = [];
  readonly #sessions: TargetSession[] = [];
  #policy: Partial<PolicyProfile> | null = null;
  #expectations = 0;
  #opened = 0;

  constructor(parts: {
    configuration: ScenarioConfiguration;
    checkId: string;
    record: Recorder;
    driver: Driver;
  }) {
    this.configuration = parts.configuration;
    this.checkId = parts.checkId;
    this.record = parts.record;
    this.#driver = parts.driver;
  }

  get seed(): number {
    return this.configuration.seed;
  }

  /** How many of so many drawn cases are played: fewer on a target that can only be asked a little. */
  casesOf(usual: number): number {
    return Math.min(usual, this.configuration.effort ?? usual);
  }

  /** The target's legal habits. Throws when the target never described itself. */
  get profile(): PolicyProfile {
    const { profile } = this.configuration.target;
    if (profile === null) throw new ScenarioDefect('The target did not say what its legal habits are.');
    return { ...profile, ...this.#policy };
  }

  /** From now on the check's worlds have these habits instead of those that the target states; needs `policy.settings`. */
  setPolicy(policy: Partial<PolicyProfile>): void {
    this.#policy = policy;
  }

  can(capability: string): boolean {
    const support = this.configuration.target.capabilities[capability];
    return support === 'native' || support === 'emulated';
  }

  /**
   * A world of its own in the target, beginning on `today`. Each call opens another one. `keep` leaves it standing when the
   * check ends, for a later step of the phase that resumes it by its handle.
   */
  async target(
    today = '2026-01-01',
    options: { readonly keep: boolean } = { keep: false },
  ): Promise<TargetSession> {
    const session = await this.#driver.open(this.#address, this.#request(today));
    if (!options.keep) this.#sessions.push(session);
    return session;
  }

  /** The world that an earlier step of this run kept. It is closed with this check unless kept again. */
  async resume(handle: string): Promise<TargetSession> {
    const session = await this.#driver.resume(this.#address, this.#request('2026-01-01'), handle);
    this.#sessions.push(session);
    return session;
  }

  get #address() {
    return { url: this.configuration.target.url, options: this.configuration.target.options };
  }

  #request(today: string) {
    this.#opened += 1;
    return {
      runId: this.configuration.runId,
      key: sessionKey(this.checkId, this.#opened, this.configuration.part),
      today,
      ...(this.#policy === null ? {} : { policy: this.#policy }),
      wire: this.record,
    };
  }

  trail(title: string, steps: Trail['steps']): void {
    this.record.trail({ title, steps });
  }

  expectMoney(expectation: MoneyExpectation): void {
    this.#expectations += 1;
    const { expected, actual, measure, nature, explanation, customer = '', invoice = '' } = expectation;
    if (expected.currency !== actual.currency) {
      this.#findings.push(
        `${measure}: found ${formatMoney(actual)}, expected ${formatMoney(expected)}: another currency. ${explanation}`,
      );
      return;
    }
    if (expected.amountMinor === actual.amountMinor) return;
    this.record.difference({
      measure,
      currency: expected.currency,
      expected: moneyAmount(expected),
      actual: moneyAmount(actual),
      nature,
      customer,
      invoice,
      explanation,
    });
    this.#findings.push(
      `${measure}: found ${formatMoney(actual)}, expected ${formatMoney(expected)}. ${explanation}`,
    );
  }

  /** For everything that is not money: dates, counts, states, texts. Compared by their JSON. */
  expectEqual(name: string, expected: unknown, actual: unknown): void {
    this.#expectations += 1;
    const [wanted, found] = [shown(expected), shown(actual)];
    if (wanted !== found) this.#findings.push(`${name}: found ${found}, expected ${wanted}.`);
  }

  /** A condition that stands for itself; `found` says what was seen when it does not hold. */
  expectThat(holds: boolean, found: string): void {
    this.#expectations += 1;
    if (!holds) this.#findings.push(found);
  }

  /**
   * The target must have understood and said no (4xx). One that fell over it, or led elsewhere, refused nothing: what it did
   * before is not known. `found` says what was taken.
   */
  expectRefused(answer: number | 'accepted', found: string): void {
    const isRefusal = answer !== 'accepted' && answer >= 400 && answer < 500;
    const instead = answer === 'accepted' ? '' : ` The target answered ${answer}, which is no refusal.`;
    this.expectThat(isRefusal, `${found}${instead}`);
  }

  /** Throws everything that was found wrong since the last call. */
  verify(): void {
    if (this.#findings.length > 0) throw new ExpectationFailed(this.#findings.splice(0));
  }

  /**
   * What a check that was thrown out of its way has to say: what it found wrong before comes first and stays a finding,
   * whatever could not be done after it.
   */
  endedBy(error: unknown): unknown {
    if (this.#findings.length === 0) return error;
    const why = error instanceof Error ? error.message : String(error);
    if (error instanceof ExpectationFailed) return new ExpectationFailed([...this.#findings.splice(0), why]);
    return new ExpectationFailed([
      ...this.#findings.splice(0),
      `The check could not go on after that: ${why}`,
    ]);
  }

  /** A check that expected nothing proves nothing. */
  refuseEmpty(): void {
    if (this.#expectations > 0) return;
    throw new ScenarioDefect(
      'The check came to its end without expecting anything; it would pass whatever the target does.',
    );
  }

  /** Ends all that was opened, also when a part of it cannot be ended, and keeps all that was recorded. */
  async close(): Promise<void> {
    const [session, ...others] = this.#sessions.splice(0);
    this.#sessions.push(...others);
    if (session === undefined) return this.record.flush();
    await closeAfter(
      () => session.close(),
      () => this.close(),
    );
  }
}

/** A check that is run again in a later part of the run gets worlds of its own. */
function sessionKey(checkId: string, opened: number, part: number): string {
  return part > 1 ? `${checkId}-${opened}-part-${part}` : `${checkId}-${opened}`;
}

/** Money is held in whole numbers that JSON has no word for; without this a wrong amount would break the check. */
function shown(value: unknown): string | undefined {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? String(part) : part));
}

let connected: Promise<ScenarioContext> | null = null;

/** Whom a check belongs to: the one around it in a process that serves many, else the run of this process, connected once. */
export async function connectScenario(): Promise<ScenarioContext> {
  const around = ambientScenario();
  if (around !== null) return around;
  connected ??= connectToRun();
  return connected;
}

async function connectToRun(): Promise<ScenarioContext> {
  const configuration = scenarioConfiguration();
  const driver = await loadDriver(configuration.target.driver, configuration.projectDir);
  return { configuration, channel: await connectChannel('worker'), driver };
}

export async function openWorld(checkId: string): Promise<World> {
  const { configuration, channel, driver, isForgotten = false } = await connectScenario();
  const record = isForgotten ? forgetfulRecorder : recorderFor(checkId, channel);
  return new World({ configuration, checkId, record, driver });
}
