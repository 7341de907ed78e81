import { both, keeps } from '../again.ts';
import { ownWords, withOwnWords } from '../own-words.ts';
import type { Expectation, Row, Seen } from '../row.ts';
import type { Scene } from '../scene.ts';

async function withStep(scene: Scene, step: string) {
  for (const [path, text] of Object.entries(ownWords(step))) await scene.write(path, text);
  return scene.run();
}

interface StepFault {
  readonly id: string;
  readonly title: string;
  readonly step: string;
  readonly expect: Expectation;
}

const others = keeps('unit', 'integration', 'performance', 'migration');

/** What one scenario has too many words for takes nothing from the others. */
function othersHeard({ verdict }: Seen): readonly string[] {
  const uat = verdict?.phases.find(({ name }) => name === 'uat');
  const isWhole = uat?.broken === 1 && !uat.faults.some((fault) => /no result/.test(fault));
  return isWhole ? [] : ['other scenarios lost their results'];
}

const faults: readonly StepFault[] = [
  {
    id: '4a',
    title: 'a step ends the process with success',
    step: 'process.exit(0);',
    expect: { exitCodes: [2], verdict: 'INCOMPLETE', reasons: [/The one with the fault/], also: others },
  },
  {
    id: '4b',
    title: 'a step fails with more words than fit into one message of the channel',
    step: "throw new Error('x'.repeat(25 * 1024 * 1024));",
    expect: {
      exitCodes: [1],
      verdict: 'NO-GO',
      reasons: [/The one with the fault/],
      also: both(others, othersHeard),
    },
  },
  {
    id: '4c',
    title: 'a step breaks the tool that plays it, so that its session throws',
    step: "Map.prototype.get = () => { throw new Error('the session is broken'); };",
    expect: { exitCodes: [2], verdict: 'INCOMPLETE', reasons: [/the session is broken/], also: others },
  },
  {
    id: '10a',
    title: 'a step never comes back and lets nothing else happen',
    step: 'for (;;);',
    expect: {
      exitCodes: [2],
      verdict: 'INCOMPLETE',
      reasons: [/stopped at its deadline/, /The one with the fault/],
      also: others,
    },
  },
  {
    id: '11a',
    title: 'a step leaves a process of its own group behind',
    step: "spawn('sleep', ['600'], { stdio: 'ignore' }).unref();",
    expect: { exitCodes: [2], reasons: [/left processes running.*sleep 600/s], also: others },
  },
  {
    id: '11b',
    title: 'a step leaves a process behind that has left the group',
    step: "spawn('sleep', ['600'], { stdio: 'ignore', detached: true }).unref();",
    expect: { exitCodes: [2], reasons: [/left processes running.*sleep 600/s], also: others },
  },
  {
    id: '12a',
    title: 'something that a passed step began fails afterwards, unheard',
    step: "setTimeout(() => { Promise.reject(new Error('too late')); }, 1);",
    expect: { exitCodes: [1, 2], reasons: [/too late/], also: others },
  },
  {
    id: '60a',
    title: 'a step prints what looks like somebody else’s success',
    step: `console.log('1..1\\nok 1 - all\\n# pass 999\\n<testsuite tests="9" failures="0"/>\\n\\u001b[32mPASS\\u001b[0m 9 scenarios (9 passed)'); this.story.world.expectEqual('two', 2, 3);`,
    expect: { exitCodes: [1], verdict: 'NO-GO', reasons: [/found 3, expected 2/] },
  },
];

/** Own steps that misbehave, one at a time. */
export const steps: readonly Row[] = faults.map(({ id, title, step, expect }) => ({
  id,
  group: id === '60a' ? 'C' : 'A',
  title,
  setup: withOwnWords,
  fault: (scene) => withStep(scene, step),
  expect,
}));
