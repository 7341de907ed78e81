/** Why the system would not start a process, in plain words. */
export function startFailure(command: string, error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const why = (code !== undefined && reasons[code]) || message;
  return `${command} could not be started: ${why}${code !== undefined && why !== message ? ` (${code})` : ''}.`;
}

const reasons: Readonly<Record<string, string>> = {
  EMFILE: 'this process has too many files open; raise the limit (ulimit -n)',
  ENFILE: 'this machine has too many files open',
  EAGAIN: 'the system allows no further process; raise the limit (ulimit -u) or end other ones',
  ENOMEM: 'there is not enough memory',
  ENOENT: 'it, or the folder to start it in, is not there',
  EACCES: 'it may not be executed by this user',
};
