import { outsideRun } from '../outside-run.ts';
import { startTool } from '../processes/supervise.ts';
import { paceFor } from '../reaching/pace.ts';
import type { RunRequest } from '../request.ts';
import type { ListedPhases } from './list-checks.ts';
import { listChecks } from './list-checks.ts';

/** All checks that a run would plan, without a run and without a target: what they need is told by themselves. */
export function listOutsideRun(request: RunRequest): Promise<ListedPhases> {
  const nothing = async () => undefined;
  return outsideRun(nothing, async ({ tempDir, channel, channelPath }) => {
    const keep = () => Promise.reject(new RangeError('nothing is kept while checks are listed'));
    const listed = await listChecks({
      request: { ...request, reportsDir: tempDir },
      workplace: { channel, channelPath, startFor: () => startTool, record: nothing, keep },
      url: '',
      profile: null,
      capabilities: {},
      pace: paceFor(null),
      anew: new Set(),
    });
    await Promise.all(listed.steps.map(({ session }) => session?.close()));
    return listed;
  });
}
