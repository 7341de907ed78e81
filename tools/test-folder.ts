import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What tests leave in the folder for temporary files goes with the run, also what a killed process could not take away. */
export async function setup(): Promise<() => Promise<void>> {
  const outer = process.env['TMPDIR'];
  const folder = await mkdtemp(join(tmpdir(), 'tollgate-tests-'));
  // PostgreSQL works as a user of its own when a test runs as root: that user must be able to go through.
  await chmod(folder, 0o711);
  process.env['TMPDIR'] = folder;
  return async () => {
    if (outer === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = outer;
    await rm(folder, { recursive: true, force: true });
  };
}
