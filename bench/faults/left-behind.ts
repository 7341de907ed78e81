import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { sceneVariable } from './scene.ts';

const patienceMs = 6_000;

/** Commands of the scene that outlive its run by seconds; they are ended. The target of the bench itself is none of them. */
export async function endLeftBehind(project: string): Promise<readonly string[]> {
  const until = Date.now() + patienceMs;
  let left = ofScene(project);
  while (left.length > 0 && Date.now() < until) {
    await pause(100);
    left = ofScene(project);
  }
  for (const { pid } of left) endQuietly(pid);
  return left.map(({ command }) => command.slice(0, 160));
}

function ofScene(project: string) {
  const mark = `${sceneVariable}=${project}`;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => look(Number(name)))
    .filter(({ environment }) => environment.includes(mark));
}

function look(pid: number) {
  try {
    const read = (name: string) => readFileSync(`/proc/${pid}/${name}`, 'utf8');
    const environment = read('environ').split('\0');
    return [{ pid, environment, command: read('cmdline').replaceAll('\0', ' ').trim() }];
  } catch {
    return [];
  }
}

function endQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}
