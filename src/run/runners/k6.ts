import { join } from 'node:path';
import { k6 as k6Tool } from '../../hosts/k6.ts';
import { HarnessFault } from '../../model/fault.ts';
import type { ToolProcess } from '../processes/supervise.ts';
import type { Runner, RunnerRequest, RunnerSession } from '../runner.ts';
import { bundleProfile } from './k6/bundle.ts';
import { listThresholds } from './k6/listing.ts';
import { playLoad } from './k6/play.ts';
import { productionBlock } from './k6/production-block.ts';
import type { K6 } from './k6/tool.ts';

/** The load generator. Its checks are the thresholds of the profile. */
export const k6: Runner = {
  tool: 'k6',
  measuresTime: true,
  open: async (request) => {
    const found = await k6Tool.find();
    if (found !== null) return session(request, found);
    throw new HarnessFault({
      code: 'TOOL_MISSING',
      message: 'Found no k6 of version 2.2 or newer on this machine, expected one for the load.',
      hint: 'Get it with: npx tollgate doctor --install k6',
    });
  },
};

/** No usage report, and no extension fetched for an import that k6 does not know. */
const quiet = { K6_NO_USAGE_REPORT: 'true', K6_AUTO_EXTENSION_RESOLUTION: 'false' } as const;

function session(request: RunnerRequest, found: { path: string; version: string }): RunnerSession {
  const started: ToolProcess[] = [];
  const tool: K6 = {
    ...found,
    bundleFile: join(request.workDir, 'profile.js'),
    start: (args, { env, deadlineMs }) => {
      const process = request.start({
        command: found.path,
        args,
        cwd: request.workDir,
        env: { ...request.env, ...quiet, ...productionBlock(request.env), ...env },
        deadlineMs,
      });
      started.push(process);
      return process;
    },
  };
  return {
    list: async () => {
      const fault = await bundleProfile(request, tool.bundleFile);
      return fault === null
        ? listThresholds(request, tool)
        : { checks: [], faults: [fault], toolVersion: found.version };
    },
    run: (checks) => playLoad(request, tool, checks),
    close: async () => {
      await Promise.all(started.map((process) => process.stop()));
    },
  };
}
