import { randomBytes } from 'node:crypto';

/** Sorts by time and is unique when two runs begin at once: "20261122-060102-3f2a9c". */
export function newRunId(now: Date = new Date()): string {
  const stamp = now.toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15);
  return `${stamp}-${randomBytes(3).toString('hex')}`;
}

const shape = /^\d{8}-\d{6}-[0-9a-f]{6}$/;

/** Whether a folder of this name can be one that a run made; what a person made is called otherwise. */
export function isRunId(name: string): boolean {
  return shape.test(name);
}
