import type { CheckTopic } from '../../model/observing/check.ts';
import type { Capability } from '../../target/capability.ts';
import { refusalOf } from '../billing-session.ts';
import { check } from '../check.ts';
import { ExpectationFailed } from '../expectation-failed.ts';
import type { World } from '../world.ts';
import { accountShown, expectSameAccount } from './account-shown.ts';
import { expectAlikeLater, openTwins, type Twin, type Twins } from './twins.ts';

/** Something that cannot be done to an account as it stands. */
export interface ImpossibleAct {
  /** What is tried, such as "a change to the plan that is in use". */
  readonly what: string;
  /** Beyond what the situation needs. */
  readonly needs?: Capability;
  /** without-sense: nothing can come of it, so that a target may as well take it and do nothing. */
  readonly kind?: 'without-sense';
  attempt(twin: Twin, other: Twin): Promise<unknown>;
}

/** An account as it stands, and what cannot be done to it. */
export interface Situation {
  /** Goes on from "With an account …". */
  readonly title: string;
  readonly topic: CheckTopic;
  readonly needs: readonly Capability[];
  /** `both` does the same to the twin on whom something is tried, and to the other. */
  prepare?(twins: Twins, both: (act: (twin: Twin) => Promise<unknown>) => Promise<void>): Promise<void>;
  readonly acts: readonly ImpossibleAct[];
}

/**
 * One check for the acts that need nothing more than their situation, and one for each further capability: what a target
 * lacks is not run, and not passed.
 */
export function refusedActsChecks(situations: readonly Situation[]): void {
  for (const situation of situations)
    for (const need of new Set(situation.acts.map(({ needs }) => needs))) {
      const acts = situation.acts.filter(({ needs }) => needs === need);
      const title = `${situation.title}, what cannot be done is refused and changes nothing`;
      const { topic } = situation;
      const options = { topic, tags: ['@edge', '@risk-high'], timeoutMs: 40_000 };
      const needs = need === undefined ? situation.needs : [...situation.needs, need];
      check(need === undefined ? title : `${title} (${need})`, { ...options, needs }, (world) =>
        expectRefusedActs(world, { ...situation, acts }),
      );
    }
}

/**
 * What cannot be done is refused and changes nothing, neither at once nor in the bills to come. All that is tried is tried on
 * one account, one after the other: what was refused leaves it as it was.
 */
async function expectRefusedActs(world: World, situation: Situation): Promise<void> {
  const twins = await openTwins(world);
  await situation.prepare?.(twins, async (act) => {
    await act(twins.first);
    await act(twins.second);
  });
  const before = await accountShown(world, twins.first);
  world.expectThat(before.invoices.length > 0, 'Found no invoice of the month that runs, expected one.');
  expectSameAccount(world, 'against its twin to begin with', [
    await accountShown(world, twins.second),
    before,
  ]);
  world.verify();
  for (const { what, kind, attempt } of situation.acts) {
    const answer = await refusalOf(attempt(twins.first, twins.second));
    if (kind === undefined || answer !== 'accepted')
      world.expectRefused(answer, `What cannot be was accepted: ${what}.`);
    expectSameAccount(world, `after ${what}`, [before, await accountShown(world, twins.first)]);
    world.verify();
  }
  await expectAlikeLater(world, twins);
}

/** What the situation is about. That it is not there must not be the reason for which something is refused. */
export function theFirst<Thing>(things: readonly Thing[], what: string): Thing {
  const [first] = things;
  if (first === undefined) throw new ExpectationFailed([`Found no ${what}, expected one.`]);
  return first;
}
