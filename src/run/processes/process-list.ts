import { readdirSync, readFileSync } from 'node:fs';
import { runCommand } from '../../hosts/command.ts';

/** A process of this machine, whoever started it. One that has ended and only waits to be counted is not listed. */
export interface SeenProcess {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  /** A number is given again to another process; together with this one it is not. */
  readonly startTime: string;
  readonly isStopped: boolean;
  readonly command: string;
  /** Whether it was started with this variable; what another user started does not say. */
  carries(variable: string, value: string): boolean;
}

const onLinux = process.platform === 'linux';

/** Every process that is alive now. */
export async function listProcesses(): Promise<readonly SeenProcess[]> {
  if (!onLinux) return psProcesses();
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => procProcess(Number(name)) ?? []);
}

/** The process of this number, or null when there is none. */
export async function processOf(pid: number): Promise<SeenProcess | null> {
  if (onLinux) return procProcess(pid);
  return (await psProcesses()).find((one) => one.pid === pid) ?? null;
}

/** All of `list` that `fits` picks, and everything that these started, directly or not. */
export function withDescendants(
  list: readonly SeenProcess[],
  fits: (process: SeenProcess) => boolean,
): readonly SeenProcess[] {
  const chosen = new Set(list.filter(fits).map(({ pid }) => pid));
  for (let size = -1; size !== chosen.size; ) {
    size = chosen.size;
    for (const { pid, parent } of list) if (chosen.has(parent)) chosen.add(pid);
  }
  return list.filter(({ pid }) => chosen.has(pid));
}

function procProcess(pid: number): SeenProcess | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold anything, also brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, parent, group] = fields;
    if (state === undefined || 'ZXx'.includes(state)) return null;
    const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
    return {
      pid,
      parent: Number(parent),
      group: Number(group),
      startTime: fields[19] ?? '',
      isStopped: state === 'T',
      // Read only when asked for: whoever looks at all processes each second asks for it of hardly one.
      get command() {
        return textOf(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim() || name;
      },
      carries: (variable, value) =>
        textOf(`/proc/${pid}/environ`).split('\0').includes(`${variable}=${value}`),
    };
  } catch {
    return null;
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** macOS has no /proc, and shows no other process's environment in few words: there, groups and descendants are all we see. */
async function psProcesses(): Promise<readonly SeenProcess[]> {
  const { stdout } = await runCommand({
    command: 'ps',
    args: ['-ax', '-o', 'pid=,ppid=,pgid=,stat=,lstart=,command='],
    env: { LC_ALL: 'C' },
    deadlineMs: 5_000,
  });
  return stdout.split('\n').flatMap((line) => psProcess(line) ?? []);
}

const psLine = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s+(\S+\s+\S+\s+\S+\s+\S+\s+\S+)\s+(.*)$/;

/** One line of that list; null for one that is not alive or not understood. */
export function psProcess(line: string): SeenProcess | null {
  const [, pid, parent, group, state = '', startTime = '', command = ''] = psLine.exec(line) ?? [];
  if (pid === undefined || state.startsWith('Z')) return null;
  return {
    pid: Number(pid),
    parent: Number(parent),
    group: Number(group),
    startTime: startTime.replaceAll(/\s+/g, ' '),
    isStopped: state.startsWith('T'),
    command,
    carries: () => false,
  };
}
