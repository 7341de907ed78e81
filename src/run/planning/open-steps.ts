import type { Runner, RunnerSession } from '../runner.ts';
import { type ListingContext, runnerRequest, type StepPlace } from '../runner-request.ts';

/** A step, and its tool as soon as it is open. */
export interface OpenedStep extends StepPlace {
  /** Rejects when the tool cannot be opened. */
  readonly session: Promise<RunnerSession>;
}

/** Opens the tools of all these steps at once, those of one tool together where it can; in the order of the steps. */
export function openSteps(context: ListingContext, places: readonly StepPlace[]): readonly OpenedStep[] {
  const groups = Map.groupBy(places, ({ step }) => step.runner);
  const sessions = new Map([...groups].flatMap(([runner, group]) => openGroup(context, runner, group)));
  return places.map((place) => {
    const session =
      sessions.get(place) ?? Promise.reject(new RangeError(`${place.step.name} was not opened`));
    // Each is heard when it is asked to list.
    session.catch(() => undefined);
    return { ...place, session };
  });
}

function openGroup(
  context: ListingContext,
  { open, openTogether }: Runner,
  places: readonly StepPlace[],
): readonly (readonly [StepPlace, Promise<RunnerSession>])[] {
  if (openTogether === undefined)
    return places.map((place) => [place, runnerRequest(context, place).then(open)]);
  const together = Promise.all(places.map((place) => runnerRequest(context, place))).then(openTogether);
  return places.map((place, at) => [place, together.then((sessions) => sessionAt(sessions, at))]);
}

function sessionAt(sessions: readonly RunnerSession[], at: number): RunnerSession {
  const session = sessions[at];
  if (session === undefined)
    throw new RangeError(`${sessions.length} tools were opened, and not the one at ${at}`);
  return session;
}
