import type { ChildProcess } from 'node:child_process';

const children = new Set<ChildProcess>();

/** What the bench started ends with it, also when somebody stops the bench. */
export function endWithBench(child: ChildProcess): void {
  children.add(child);
  child.once('close', () => children.delete(child));
}

process.once('exit', () => {
  for (const child of children) child.kill('SIGTERM');
});
