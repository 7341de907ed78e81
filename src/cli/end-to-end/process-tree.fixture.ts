import { readdirSync, readFileSync } from 'node:fs';
import { stepVariable } from '../../channel/message.ts';

/** For tests only: a process as Linux shows it to everybody. */
export interface SeenProcess {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
  readonly environment: string;
}

/** The process and all that it started, directly or not, except what has ended meanwhile. */
export function processTree(root: number): readonly SeenProcess[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => look(Number(name)));
  const tree = new Set([root]);
  for (let size = 0; size !== tree.size; ) {
    size = tree.size;
    for (const { pid, parent } of all) if (tree.has(parent)) tree.add(pid);
  }
  return all.filter(({ pid }) => tree.has(pid));
}

function look(pid: number): SeenProcess[] {
  try {
    const read = (name: string) => readFileSync(`/proc/${pid}/${name}`, 'utf8');
    const stat = read('stat');
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z') return [];
    return [
      {
        pid,
        parent: Number(parent),
        command: read('cmdline').replaceAll('\0', ' '),
        environment: read('environ'),
      },
    ];
  } catch {
    return [];
  }
}

/** The processes of one tool step, its leash left out. */
export function ofStep(tree: readonly SeenProcess[], step: string): readonly SeenProcess[] {
  return tree.filter(
    ({ environment, command }) =>
      environment.split('\0').includes(`${stepVariable}=${step}`) && !/\/leash\.[jt]s /.test(command),
  );
}

/** Looks every 20 ms until it finds something; fails loudly when it never does. */
export async function waitFor<Found>(what: string, find: () => Found | null | undefined): Promise<Found> {
  const until = Date.now() + 60_000;
  while (Date.now() < until) {
    const found = find();
    if (found !== null && found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`waited 60 s for ${what}`);
}
