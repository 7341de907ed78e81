import { readdirSync, readFileSync } from 'node:fs';
import { sceneVariable } from './scene.ts';

/** How large the largest process of a scene ever was. */
export interface MemoryWatch {
  readonly peakMiB: () => number;
  stop(): void;
}

const everyMs = 100;

export function watchMemory(project: string): MemoryWatch {
  const mark = `${sceneVariable}=${project}`;
  let peakKiB = 0;
  const look = () => {
    for (const pid of readdirSync('/proc')) peakKiB = Math.max(peakKiB, residentKiB(pid, mark));
  };
  const timer = setInterval(look, everyMs);
  return { peakMiB: () => Math.round(peakKiB / 1024), stop: () => clearInterval(timer) };
}

function residentKiB(pid: string, mark: string): number {
  if (!/^\d+$/.test(pid)) return 0;
  try {
    if (!readFileSync(`/proc/${pid}/environ`, 'utf8').includes(mark)) return 0;
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
