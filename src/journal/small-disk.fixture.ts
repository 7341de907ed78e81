import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Only root may mount; elsewhere these tests are listed as skipped, by name. */
export const canMount = process.getuid?.() === 0 && process.platform === 'linux';

const mounted: string[] = [];

/** A real disk of a few bytes, such as "size=64k" or "size=80m,ro". */
export function smallDisk(options: string): string {
  const dir = mkdtempSync(join(tmpdir(), 'disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', dir]);
  mounted.push(dir);
  return dir;
}

export function removeSmallDisks(): void {
  for (const dir of mounted.splice(0)) {
    execFileSync('umount', ['-l', dir]);
    rmSync(dir, { recursive: true });
  }
}
