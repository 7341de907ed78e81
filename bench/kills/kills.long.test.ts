import { afterAll, describe, expect, test } from 'vitest';
import { removeProjects, twoAtATime } from '../../src/cli/end-to-end/test-run.fixture.ts';
import { k6 } from '../../src/hosts/k6.ts';
import { playKill } from './play-kill.ts';
import type { Reach } from './project.ts';
import { seeded } from './seeded.ts';
import { type Undisturbed, undisturbedRun } from './undisturbed.ts';

const waitMs = 900_000;
const hasK6 = (await k6.find()) !== null;
const inTurn = twoAtATime();
const random = seeded(1);
let undisturbed: Promise<Undisturbed> | null = null;

afterAll(removeProjects);

/**
 * `npm run bench -- kills` kills whole runs at random moments; these are three at which much is under way, in two phases, so
 * that they take a third of the time.
 */
const moments: readonly (readonly [string, RegExp, Reach])[] = [
  ['just after the plan', /^run (\S+) on /m, 'hosted'],
  ['at the beginning of uat, with a target that stays', /^uat: begins/m, 'by-url'],
  ['while k6 plays', /k6 plays the load/, 'hosted'],
];

describe.skipIf(!hasK6 || process.platform !== 'linux')('A run killed with all its processes', () => {
  test.concurrent.each(moments)(
    '%s comes to the undisturbed verdict, and nothing is done twice',
    {
      timeout: waitMs,
    },
    async (_when, line, reach) => {
      const { kind, complaints, printed } = await inTurn(async () => {
        undisturbed ??= undisturbedRun('hosted', ['run', '--phase', 'uat', 'performance']);
        const kill = { reach, moment: { kind: 'at', line }, times: 1, random } as const;
        return playKill({ ...kill, undisturbed: await undisturbed });
      });
      expect(complaints, printed.slice(-4000)).toEqual([]);
      expect(kind).toBe('resumed');
    },
  );
});
