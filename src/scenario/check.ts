import { type RunnerTestCase, test } from 'vitest';
import { checkFile, checkIdOf } from '../channel/check-id.ts';
import { scenarioVariable } from '../channel/message.ts';
import type { CheckTopic } from '../model/observing/check.ts';
import type { Capability } from '../target/capability.ts';
import { closeAfter } from './close-after.ts';
import { type ScenarioConfiguration, scenarioConfiguration } from './configuration.ts';
import { telling } from './tell-check.ts';
import { connectScenario, openWorld, type World } from './world.ts';

export interface CheckOptions {
  readonly topic: CheckTopic;
  /** Where the target lacks one of these, the check is NOT RUN. */
  readonly needs: readonly Capability[];
  readonly tags?: readonly string[];
  /** Default 20 s. */
  readonly timeoutMs?: number;
}

/**
 * Declares one billing check of a suite. Declaring has no effect on anything; the body runs when the plan says so, in a
 * world of its own, and must expect something.
 */
export function check(title: string, options: CheckOptions, body: (world: World) => Promise<void>): void {
  const meta = { topic: options.topic, needs: options.needs, checkTags: options.tags ?? [] };
  test(
    title,
    { meta, timeout: (options.timeoutMs ?? 20_000) * patience() } as object,
    async ({ task, signal }) => {
      const { channel, configuration } = await connectScenario();
      const checkId = idOf(task, configuration);
      await telling({ channel, checkId, signal }, () => inWorld(checkId, body));
    },
  );
}

/** A process that serves many targets has no configuration of its own; what it judges is as quick as usual. */
function patience(): number {
  return process.env[scenarioVariable] === undefined ? 1 : (scenarioConfiguration().patience ?? 1);
}

async function inWorld(checkId: string, body: (world: World) => Promise<void>): Promise<void> {
  const world = await openWorld(checkId);
  await closeAfter(
    async () => {
      try {
        await body(world);
        world.verify();
        world.refuseEmpty();
      } catch (error) {
        throw world.endedBy(error);
      }
    },
    () => world.close(),
  );
}

function idOf(task: Readonly<RunnerTestCase>, configuration: ScenarioConfiguration): string {
  const titlePath = [task.name];
  for (let suite = task.suite; suite !== undefined && suite.name !== ''; suite = suite.suite)
    titlePath.unshift(suite.name);
  return checkIdOf({
    phase: configuration.phase,
    file: checkFile(task.file.filepath, configuration),
    titlePath,
  });
}
