import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface SandboxProcess {
  readonly url: string;
  /** The most memory that it held so far. */
  readonly peakMiB: () => number;
  readonly stop: () => Promise<void>;
}

/** The sandbox as a run starts it: a process of its own with its database on disk. */
export async function startSandboxProcess(dataDir: string): Promise<SandboxProcess> {
  const entry = fileURLToPath(new URL('../../src/sandbox/main.ts', import.meta.url));
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', entry, '--port', '0', '--data', dataDir],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const { url } = JSON.parse(await firstLine(child)) as { readonly url: string };
  return {
    url,
    peakMiB: () => peakMiB(child.pid ?? 0),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout !== null) for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error('the sandbox ended before it said where it listens');
}

function peakMiB(pid: number): number {
  const [, kib = '0'] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kib) / 1024);
}
