import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newProject, type Started, startTollgate } from '../../src/cli/end-to-end/test-run.fixture.ts';
import { addressedTarget, hostedTarget, shortProject } from '../faults/setup.ts';

/** hosted: the run starts the sandbox, which is killed with it. by-url: it runs already and stays. */
export type Reach = 'hosted' | 'by-url';

/** One project of the short profile, with scenarios of its own that count by themselves how often they were played. */
export interface KillProject {
  readonly dir: string;
  readonly countFile: string;
  /** Where the sandbox keeps its books, when it does not belong to the run. */
  readonly dataDir: string | null;
  start(args: readonly string[]): Started;
  close(): Promise<void>;
}

/** Every process of a run carries it, wherever it was put in the tree. */
export const killVariable = 'KILL_BENCH';
const countVariable = 'KILL_BENCH_COUNTS';

const steps = `
import { appendFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { After, Before, Then, When } from '@cucumber/cucumber';
const note = (word, { name }) => appendFileSync(process.env.${countVariable}, word + '\\t' + name + '\\n');
Before(({ pickle }) => note('begins', pickle));
After(({ pickle }) => note('ends', pickle));
When('somebody takes his time', () => pause(250));
Then('it was well spent', function () { this.story.world.expectEqual('one', 1, 1); });
`;

const scenario = (number: number) => `
  Scenario: Scenario ${number} of the project
    When somebody takes his time
    Then it was well spent
`;

const feature = `@short\nFeature: What counts by itself\n${[1, 2, 3, 4].map(scenario).join('')}`;

export async function openKillProject(reach: Reach): Promise<KillProject> {
  const target = reach === 'hosted' ? null : await startTarget();
  const place = target === null ? hostedTarget : addressedTarget.replace('{url}', target.url);
  const dir = await newProject(shortProject(place), {
    'steps/count.steps.mjs': steps,
    'features/count.feature': feature,
  });
  const countFile = join(dir, 'counts.txt');
  return {
    dir,
    countFile,
    dataDir: target?.dataDir ?? null,
    start: (args) =>
      startTollgate(dir, args, { env: { [killVariable]: dir, [countVariable]: countFile, TMPDIR: dir } }),
    close: async () => target?.close(),
  };
}

async function startTarget() {
  const dataDir = await mkdtemp(join(tmpdir(), 'kill-target-'));
  const started = startTollgate(dataDir, ['sandbox', '--port', '0', '--data', dataDir]);
  const [, url = ''] = await started.line(/listens on (\S+)/);
  return {
    url,
    dataDir,
    close: async () => {
      started.child.kill('SIGTERM');
      await started.ended;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
