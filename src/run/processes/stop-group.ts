/** How long a tool may take to end by itself after INT, and then after TERM. */
export type StopPauses = readonly [afterInt: number, afterTerm: number];

/** INT, TERM, KILL to the whole group, as long as `ended` does not resolve. */
export async function stopGroup(pid: number, ended: Promise<unknown>, pausesMs: StopPauses): Promise<void> {
  signalGroup(pid, 'SIGINT');
  if (await isWithin(ended, pausesMs[0])) return;
  signalGroup(pid, 'SIGTERM');
  if (await isWithin(ended, pausesMs[1])) return;
  signalGroup(pid, 'SIGKILL');
}

/** To the whole group: a browser or worker that the tool started ends with it. A group that is gone is no error. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  if (pid <= 1) return;
  try {
    process.kill(-pid, signal);
  } catch (error) {
    // EPERM is what macOS says of a group of which only ended processes are left.
    if (!['ESRCH', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

/** Whether it comes to its end in time. */
export async function isWithin(ended: Promise<unknown>, ms: number): Promise<boolean> {
  const timer = Promise.withResolvers<boolean>();
  const handle = setTimeout(() => timer.resolve(false), ms);
  const inTime = await Promise.race([ended.then(() => true), timer.promise]);
  clearTimeout(handle);
  return inTime;
}
