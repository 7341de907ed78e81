import { closeSync, openSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { removeHostFoldersOf } from '../../hosts/host-folder.ts';
import { HarnessFault } from '../../model/fault.ts';
import { startDetached } from '../processes/detached.ts';
import { processOf } from '../processes/process-list.ts';
import { toolEnvironment } from '../processes/tool-environment.ts';
import { endOf } from '../processes/tool-output.ts';
import type { KeeperMessage, KeeperOrder } from './keeper-order.ts';
import { makeStandingFolder, type StandingTarget } from './standing-target.ts';

const keeperModule = fileURLToPath(new URL(import.meta.url.replace(/raise(\.[jt]s)$/, 'keeper$1')));
const endWithinMs = 60_000;
const lookEveryMs = 100;

/** Starts a system that stays. Answers where it is reached; throws what its host says when it could not be started. */
export async function raiseTarget(order: KeeperOrder, signal: AbortSignal): Promise<string> {
  await makeStandingFolder(order.folder);
  const errorPath = join(order.folder, 'keeper.log');
  const errorFile = openSync(errorPath, 'a');
  const env = toolEnvironment(process.env, {});
  const keeper = startDetached({ module: keeperModule, args: [JSON.stringify(order)], env, errorFile });
  closeSync(errorFile);
  const interrupt = () => keeper.kill('SIGTERM');
  signal.addEventListener('abort', interrupt);
  try {
    const message = await firstMessage(keeper, errorPath);
    if (message.kind === 'ready') return message.url;
    throw new HarnessFault(message);
  } catch (error) {
    await rm(order.folder, { recursive: true, force: true });
    throw error;
  } finally {
    signal.removeEventListener('abort', interrupt);
    keeper.stdout?.destroy();
    keeper.unref();
  }
}

function firstMessage(keeper: ReturnType<typeof startDetached>, errorPath: string): Promise<KeeperMessage> {
  const said = Promise.withResolvers<KeeperMessage>();
  if (keeper.stdout !== null)
    createInterface({ input: keeper.stdout }).once('line', (line) =>
      said.resolve(JSON.parse(line) as KeeperMessage),
    );
  const gone = async (how: string) => {
    const errors = await readFile(errorPath, 'utf8').catch(() => '');
    said.resolve({
      kind: 'failed',
      code: 'INTERNAL',
      message: `What holds the target ended with ${how}: ${endOf(errors.trim(), 500)}`,
      hint: 'Report this.',
    });
  };
  keeper.once('error', (error) => void gone(error.message));
  // What it said last is read before its end is heard of.
  keeper.once('close', (exitCode, signal) => void gone(signal ?? `exit code ${exitCode}`));
  return said.promise;
}

/** Ends it in order, by force where it does not end, and removes what it kept. */
export async function lowerTarget({ keeper }: StandingTarget, folder: string): Promise<void> {
  const isThere = async () => (await processOf(keeper.pid))?.startTime === keeper.startTime;
  if (await isThere()) signalProcess(keeper.pid, 'SIGTERM');
  const until = performance.now() + endWithinMs;
  while (await isThere()) {
    if (performance.now() > until) signalProcess(keeper.pid, 'SIGKILL');
    await pause(lookEveryMs);
  }
  await removeHostFoldersOf(keeper.pid);
  await rm(folder, { recursive: true, force: true });
}

function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
