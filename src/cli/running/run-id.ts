import { randomBytes } from 'node:crypto';

/** Sorts by time and is unique when two runs begin at once: "20261122-060102-3f2a9c". */
export function newRunId(now: Date = new Date()): string {
  const stamp = now.toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15);
  return `${stamp}-${randomBytes(3).toString('hex')}`;
}
