import { spawn } from 'node:child_process';

/**
 * Runs a command and ends its whole process group when standard input closes, which the kernel does for us however the
 * harness dies. It is a process of its own because a tool in a busy loop would not notice.
 */
const [command, ...args] = process.argv.slice(2);
if (command === undefined) process.exit(64);

// Before the tool is there: a signal to the group is for it, and must not end its leash first.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);

const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });

process.stdin.resume();
process.stdin.on('end', () => endGroup());
process.stdin.on('error', () => endGroup());
child.on('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(127);
});
child.on('exit', (exitCode, signal) => {
  if (signal === null) process.exit(exitCode ?? 70);
  // The same end as the tool's, so that whoever waits for us sees the signal and not a number that stands for it.
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
});

function endGroup(): never {
  process.kill(-process.pid, 'SIGKILL');
  process.exit(137);
}
