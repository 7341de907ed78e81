import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { runCommand } from '../../hosts/command.ts';

/** Where process numbers mean something: one machine, from one start of it to the next. */
export interface Machine {
  readonly host: string;
  /** Another one after every start. */
  readonly boot: string;
  /** A container sees its own processes only; empty where there is no such thing. */
  readonly processSpace: string;
}

export async function thisMachine(): Promise<Machine> {
  return { host: hostname(), boot: await bootId(), processSpace: processSpace() };
}

async function bootId(): Promise<string> {
  if (process.platform === 'linux') return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  const { stdout } = await runCommand({
    command: 'sysctl',
    args: ['-n', 'kern.bootsessionuuid'],
    deadlineMs: 5_000,
  });
  return stdout.trim();
}

function processSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}
