import { setTimeout as pause } from 'node:timers/promises';
import { listProcesses, type SeenProcess, withDescendants } from './process-list.ts';

/** How long what a tool left behind may take to go by itself: a browser notices late that nobody steers it. */
export const graceMs = 500;
const lookEveryMs = 25;
const goneWithinMs = 5_000;
const commandShown = 120;

/** Waits until nothing that fits is alive; ends by KILL what is after `waitMs`. Answers what had to be ended. */
export async function reap(
  fits: (process: SeenProcess) => boolean,
  waitMs: number,
): Promise<readonly string[]> {
  if (await goneWithin(fits, waitMs)) return [];
  const ended = new Map<string, string>();
  const giveUpAt = performance.now() + goneWithinMs;
  // Again and again: what is being ended may start another one before it goes.
  for (
    let left = await alive(fits);
    left.length > 0 && performance.now() < giveUpAt;
    left = await alive(fits)
  ) {
    for (const one of left) {
      ended.set(`${one.pid} ${one.startTime}`, shownProcess(one));
      kill(one.pid);
    }
    await pause(lookEveryMs);
  }
  return [...ended.values()];
}

/** As "pid command", short enough for a report. */
export function shownProcess({ pid, command }: SeenProcess): string {
  return `${pid} ${command.slice(0, commandShown)}`;
}

async function goneWithin(fits: (process: SeenProcess) => boolean, waitMs: number): Promise<boolean> {
  const until = performance.now() + waitMs;
  while ((await alive(fits)).length > 0) {
    if (performance.now() >= until) return false;
    await pause(lookEveryMs);
  }
  return true;
}

async function alive(fits: (process: SeenProcess) => boolean): Promise<readonly SeenProcess[]> {
  const found = withDescendants(await listProcesses(), (one) => one.pid !== process.pid && fits(one));
  return found.filter(({ pid }) => pid !== process.pid);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone already, or not ours to end; whether it is still there is looked at again.
  }
}
