import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Row } from '../row.ts';
import type { Scene } from '../scene.ts';
import { hosted } from '../setup.ts';
import { atStandstill, checkOf, watchRun } from '../watched.ts';

function mustDo(command: string, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync(command, [...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
}

/** A real file system of its own in the place of the reports folder. */
function smallDisk(scene: Scene, options: string): string {
  const dir = join(scene.project, 'reports');
  mkdirSync(dir, { recursive: true });
  mustDo('mount', '-t', 'tmpfs', '-o', options, 'tmpfs', dir);
  scene.atEnd(() => mustDo('umount', '-l', dir));
  return dir;
}

/** Until nothing more fits but so many bytes. */
function fillUp(dir: string, leftBytes: number): void {
  const { bavail, bsize } = statfsSync(dir);
  const pages = bavail - Math.ceil(leftBytes / bsize);
  if (pages <= 0) return;
  try {
    writeFileSync(join(dir, `filler-${performance.now()}`), Buffer.alloc(pages * bsize));
  } catch (error) {
    // Others write meanwhile: then it is full all the same.
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}

interface FullAt {
  readonly id: string;
  readonly where: string;
  readonly since: 'integration' | 'migration';
  readonly leftBytes: number;
  readonly exitCodes: readonly number[];
}

/** The last reports are written within a moment: their disk is filled before, but for what the journal still takes. */
const fullAt: readonly FullAt[] = [
  {
    id: '14a',
    where: 'the journal and the evidence of the integration phase',
    since: 'integration',
    leftBytes: 0,
    exitCodes: [2],
  },
  { id: '14c', where: 'the reports', since: 'migration', leftBytes: 300_000, exitCodes: [2, 70] },
];

/** 14: the disk is full; nothing more is written to the target once the journal cannot be kept. */
const full: readonly Row[] = fullAt.map(({ id, where, since, leftBytes, exitCodes }) => ({
  id,
  group: 'A',
  title: `the disk is full at ${where}`,
  setup: hosted(),
  fault: async (scene) => {
    const dir = smallDisk(scene, 'size=128m');
    const run = await watchRun(scene);
    await run.sees(`a check of ${since}`, checkOf('check-finished', since));
    atStandstill(run.started.pid, () => fillUp(dir, leftBytes));
    // What the run deletes of its own on the way makes no room either.
    const filling = setInterval(() => fillUp(dir, leftBytes), 5);
    scene.atEnd(() => clearInterval(filling));
    return run.ended;
  },
  expect: {
    exitCodes,
    says: [/ENOSPC|no space|full/i],
    also: ({ runDir }) =>
      runDir !== null && existsSync(join(runDir, 'verdict.json')) ? ['there is a verdict.json'] : [],
  },
}));

const folders: readonly Row[] = [
  {
    id: '15a',
    group: 'A',
    title: 'the reports folder cannot be written to',
    setup: hosted(),
    fault: async (scene) => {
      smallDisk(scene, 'size=128m,ro');
      return scene.run();
    },
    expect: { exitCodes: [78], verdict: null, says: [/reports/] },
  },
  {
    id: '16a',
    group: 'A',
    title: 'the run folder is deleted in the middle of the run',
    setup: hosted(),
    fault: async (scene) => {
      const run = await watchRun(scene);
      await run.sees('a check of integration', checkOf('check-finished', 'integration'));
      // The run goes on writing into it meanwhile.
      rmSync(run.runDir, { recursive: true, maxRetries: 20, retryDelay: 20 });
      return run.ended;
    },
    expect: { exitCodes: [2], says: [/journal|folder/i] },
  },
  {
    id: '16b',
    group: 'A',
    title: 'the run folder is replaced by a link that leads elsewhere',
    setup: hosted(),
    fault: async (scene) => {
      const run = await watchRun(scene);
      const elsewhere = join(scene.project, 'elsewhere');
      mkdirSync(elsewhere);
      await run.sees('a check of integration', checkOf('check-finished', 'integration'));
      renameSync(run.runDir, `${run.runDir}.moved`);
      symlinkSync(elsewhere, run.runDir);
      return run.ended;
    },
    expect: {
      exitCodes: [2],
      says: [/folder|journal/i],
      also: ({ scene }) =>
        readdirSync(join(scene.project, 'elsewhere')).map((name) => `${name} was written through the link`),
    },
  },
  {
    id: '19a',
    group: 'A',
    title: 'a report cannot be written after the tests passed; rendered again afterwards',
    setup: hosted(),
    fault: async (scene) => {
      const run = await watchRun(scene);
      await run.sees('the unit phase', checkOf('check-finished', 'unit'));
      mkdirSync(join(run.runDir, 'junit.xml'));
      return run.ended;
    },
    expect: {
      exitCodes: [70],
      verdict: null,
      says: [/tollgate report/],
      also: async ({ scene, runDir }) => {
        if (runDir === null) return ['no run folder'];
        rmSync(join(runDir, 'junit.xml'), { recursive: true });
        const again = await scene.start(['report', runDir]).ended;
        return again.exitCode === 0 ? [] : [`report again ended with ${again.exitCode}: ${again.stderr}`];
      },
    },
  },
];

/** 18: what the system allows one user is used up. */
const limits: readonly Row[] = [
  {
    id: '18a',
    group: 'A',
    title: 'too few files may be open',
    setup: hosted(),
    fault: (scene) => scene.run({ inside: ['prlimit', '--nofile=40:40'] }),
    expect: { exitCodes: [2, 70] },
  },
  {
    id: '18b',
    group: 'A',
    title: 'another user who may start only few processes',
    setup: hosted(),
    fault: async (scene) => {
      mustDo('chown', '-R', '65534:65534', scene.project);
      const asNobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];
      return scene.run({
        env: {
          HOME: scene.project,
          TMPDIR: scene.project,
          NODE_COMPILE_CACHE: join(scene.project, '.cache'),
        },
        inside: ['prlimit', '--nproc=40:40', ...asNobody],
      });
    },
    expect: { exitCodes: [2, 70] },
  },
];

/** Disks, folders and limits. */
export const disk: readonly Row[] = [...full, ...folders, ...limits];
