import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endWithBench } from './end-with-bench.ts';

const address = '10.77.0.1';
const port = 8080;
const hostName = 'billing.test';
let opened = 0;

/** A network of its own, in which the target has a name and an address that can be taken away. Needs root. */
export interface BenchNamespace {
  readonly inside: readonly string[];
  readonly url: string;
  /** Lets the address lead to a sandbox that listens inside. */
  relayTo(target: string): Promise<void>;
  /** From now on nothing can be sent to the address: the machine itself says so. */
  makeUnroutable(): void;
  /** From now on what is sent to the address is lost on the way, without a word. */
  makeSilent(): void;
  /** From now on nobody knows the name. */
  forgetName(): void;
  close(): Promise<void>;
}

export async function openNamespace(): Promise<BenchNamespace> {
  opened += 1;
  const name = `fault-${process.pid}-${opened}`;
  const folder = join('/etc/netns', name);
  const inside = ['ip', 'netns', 'exec', name];
  const ip = (...args: readonly string[]) => execFileSync('ip', args, { stdio: 'pipe' });
  const knowName = (isKnown: boolean) =>
    writeFileSync(join(folder, 'hosts'), `127.0.0.1 localhost\n${isKnown ? `${address} ${hostName}\n` : ''}`);
  mkdirSync(folder, { recursive: true });
  knowName(true);
  writeFileSync(join(folder, 'resolv.conf'), 'nameserver 127.0.0.1\noptions timeout:1 attempts:1\n');
  ip('netns', 'add', name);
  ip('-n', name, 'link', 'set', 'lo', 'up');
  ip('-n', name, 'address', 'add', `${address}/32`, 'dev', 'lo');
  const remove = () => {
    ip('netns', 'del', name);
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', remove);
  let relay: ChildProcess | null = null;
  return {
    inside,
    url: `http://${hostName}:${port}`,
    relayTo: async (target) => {
      relay = await startRelay(inside, target);
    },
    makeUnroutable: () => {
      ip('-n', name, 'address', 'del', `${address}/32`, 'dev', 'lo');
      ip('-n', name, 'route', 'add', 'unreachable', `${address}/32`);
    },
    makeSilent: () => {
      ip('-n', name, 'address', 'del', `${address}/32`, 'dev', 'lo');
      ip('-n', name, 'tuntap', 'add', 'dev', 'lost', 'mode', 'tun');
      ip('-n', name, 'link', 'set', 'lost', 'up');
      ip('-n', name, 'address', 'add', '10.77.0.2/24', 'dev', 'lost');
    },
    forgetName: () => knowName(false),
    close: async () => {
      relay?.kill('SIGKILL');
      process.off('exit', remove);
      remove();
    },
  };
}

async function startRelay(inside: readonly string[], target: string): Promise<ChildProcess> {
  const [command = '', ...before] = inside;
  const script = fileURLToPath(new URL('relay.ts', import.meta.url));
  const args = [...before, process.execPath, script, address, String(port), new URL(target).port];
  const relay = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  endWithBench(relay);
  await new Promise((resolve, reject) => {
    relay.stdout.once('data', resolve);
    relay.once('exit', () => reject(new Error('the relay of the namespace did not start')));
  });
  return relay;
}
