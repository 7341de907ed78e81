import { execFileSync } from 'node:child_process';
import { copyFileSync, globSync, rmSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Row } from '../row.ts';
import { hosted } from '../setup.ts';

interface Replaced {
  readonly id: string;
  readonly what: string;
  /** Puts something else in the place of the file. */
  readonly replace: (path: string) => unknown;
}

const replaced: readonly Replaced[] = [
  {
    id: '89j',
    what: 'a link to its own bytes elsewhere',
    replace: (path) => {
      copyFileSync(path, join(path, '..', '..', '..', '..', 'elsewhere'));
      rmSync(path);
      symlinkSync('../../../elsewhere', path);
    },
  },
  {
    id: '89k',
    what: 'a pipe',
    replace: (path) => {
      rmSync(path);
      execFileSync('mkfifo', [path]);
    },
  },
  {
    id: '89l',
    what: 'a device that never ends',
    replace: (path) => {
      rmSync(path);
      execFileSync('mknod', [path, 'c', '1', '5']);
    },
  },
];

/** 89: a piece of evidence of a stored run is no file any more. */
export const storedLinks: readonly Row[] = replaced.map(({ id, what, replace }) => ({
  id,
  group: 'E',
  title: `a piece of evidence is ${what}`,
  setup: hosted(),
  fault: async (scene) => {
    const runDir = await scene.finishedRun();
    const evidence = join(runDir, globSync('evidence/*/*', { cwd: runDir }).sort()[0] ?? '');
    await replace(evidence);
    const judged = await scene.start(['judge', runDir]).ended;
    return { ...judged, stderr: `${judged.stderr}\nof ${basename(evidence)}` };
  },
  expect: { exitCodes: [65], says: [/evidence/, /expected/], hangsAfterSeconds: 100 },
}));
