import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { killVariable } from './project.ts';

/** SIGKILL to every process of the run at once, in any order, until none is left. Answers how many there were. */
export async function killEverything(project: string, random: () => number): Promise<number> {
  const killed = new Set<number>();
  for (let living = processesOf(project); living.length > 0; living = processesOf(project)) {
    for (const pid of shuffled(living, random)) {
      killed.add(pid);
      endNow(pid);
    }
    await pause(5);
  }
  return killed.size;
}

/** What the kernel still knows to carry the project's mark; what has ended and was not collected yet carries nothing. */
export function processesOf(project: string): readonly number[] {
  const mark = `${killVariable}=${project}`;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => environmentOf(pid).split('\0').includes(mark));
}

function environmentOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8');
  } catch {
    return '';
  }
}

function shuffled(pids: readonly number[], random: () => number): readonly number[] {
  return pids
    .map((pid) => ({ pid, place: random() }))
    .sort((left, right) => left.place - right.place)
    .map(({ pid }) => pid);
}

function endNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}
