import { join } from 'node:path';
import type { HostedTarget } from '../../hosts/host.ts';
import { hostNamed } from '../../hosts/targets.ts';
import { instantFromMs } from '../../model/date.ts';
import { HarnessFault } from '../../model/fault.ts';
import { processOf } from '../processes/process-list.ts';
import { killRunningTools, startTool } from '../processes/supervise.ts';
import { toolEnvironment } from '../processes/tool-environment.ts';
import type { KeeperMessage, KeeperOrder } from './keeper-order.ts';
import { writeStanding } from './standing-target.ts';

/**
 * Holds one system for `target up`, until TERM. It is a process of its own so that the system has somebody who ends it in order,
 * and so that nothing of it is left should this process be killed: its tools are on a leash.
 */
const order = JSON.parse(process.argv[2] ?? '{}') as KeeperOrder;
const ending = Promise.withResolvers<void>();
let hosted: HostedTarget | null = null;

for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.on(signal, () => {
    if (hosted === null) killRunningTools();
    ending.resolve();
  });
process.on('SIGHUP', () => undefined);
// Whoever started us reads one line and goes.
process.stdout.on('error', () => undefined);

try {
  hosted = await hostNamed(order.host).start({
    dataDir: join(order.folder, 'data'),
    start: startTool,
    env: toolEnvironment(process.env, {}),
    defect: null,
    settings: order.settings,
  });
  await lease(hosted.url);
  say({ kind: 'ready', url: hosted.url });
  await ending.promise;
  await hosted.stop();
} catch (error) {
  say(failure(error));
  await hosted?.stop();
  process.exitCode = 1;
}

async function lease(url: string): Promise<void> {
  const { name, host, settings, folder } = order;
  const startTime = (await processOf(process.pid))?.startTime ?? 'unknown';
  const keeper = { pid: process.pid, startTime };
  await writeStanding(folder, {
    ...{ name, host, settings, url, keeper },
    startedAt: instantFromMs(Date.now()),
  });
}

function failure(error: unknown): KeeperMessage {
  if (error instanceof HarnessFault) {
    const { code, message, hint } = error;
    return { kind: 'failed', code, message, hint };
  }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { kind: 'failed', code: 'INTERNAL', message, hint: 'Report this.' };
}

function say(message: KeeperMessage): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}
