import { afterAll, describe, expect, test } from 'vitest';
import { removeProjects, twoAtATime } from '../../src/cli/end-to-end/test-run.fixture.ts';
import { k6 } from '../../src/hosts/k6.ts';
import { Controls } from './controls.ts';
import { rows } from './rows/index.ts';
import { playWithControl } from './with-control.ts';

const waitMs = 600_000;
/** A cheap one, for bench and control themselves. `npm run faults` plays them all. */
const sample = ['27a'];
const hasK6 = (await k6.find()) !== null;
const controls = new Controls();
const inTurn = twoAtATime();

afterAll(removeProjects);

describe.skipIf(!hasK6 || process.platform !== 'linux')('Of the fault bench', { concurrent: true }, () => {
  test.each(rows.filter(({ id }) => sample.includes(id)))(
    'row $id holds: $title',
    { timeout: waitMs },
    async (row) => {
      const { complaints, printed } = await inTurn(() => playWithControl(row, controls));
      expect(complaints, printed.slice(-4000)).toEqual([]);
    },
  );
});
