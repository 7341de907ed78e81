import { constants } from 'node:fs';
import { mkdir, open, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { HarnessFault } from '../model/fault.ts';

/** What a run of the shipped suites leaves, several times over. */
const freeBytesMin = 64 * 1024 * 1024;

/** Proves that a run could keep its record there, by keeping something. Throws BAD_CONFIGURATION. */
export async function proveReportsFolder(dir: string): Promise<void> {
  try {
    await mkdir(dir, { recursive: true });
    await keepAndRemove(join(dir, `.tollgate-${process.pid}`));
  } catch (error) {
    throw unusable(dir, `cannot be written to (${(error as Error).message})`, error);
  }
  const { blocks, bavail, bsize } = await statfs(dir);
  const free = bavail * bsize;
  // Some network disks do not say.
  if (blocks > 0 && free < freeBytesMin)
    throw unusable(
      dir,
      `has ${Math.floor(free / 1024 / 1024)} MiB left, less than ${freeBytesMin / 1024 / 1024}`,
    );
}

async function keepAndRemove(path: string): Promise<void> {
  const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW } = constants;
  await rm(path, { force: true });
  const file = await open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600);
  try {
    await file.writeFile(Buffer.alloc(4096));
    await file.sync();
  } finally {
    await file.close();
    await rm(path, { force: true });
  }
}

function unusable(dir: string, what: string, cause?: unknown): HarnessFault {
  return new HarnessFault({
    code: 'BAD_CONFIGURATION',
    message: `The reports folder ${dir} ${what}; expected a folder in which a run can keep its record. Nothing was started.`,
    hint: 'Mend its rights or space, or put a link to another folder in its place.',
    cause,
  });
}
