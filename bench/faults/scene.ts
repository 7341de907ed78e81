import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Ended,
  newProject,
  type Started,
  type StartOptions,
  startTollgate,
} from '../../src/cli/end-to-end/test-run.fixture.ts';
import { endWithBench } from './end-with-bench.ts';
import { type Place, placeFor } from './place.ts';
import type { FaultProxy } from './proxy/fault-proxy.ts';
import type { Setup } from './setup.ts';

/** Marks every process that a scene starts, so that what it leaves behind is found. */
export const sceneVariable = 'FAULT_BENCH_SCENE';

/** One project with its target, in which one run with one fault (or its control) is played. */
export interface Scene {
  readonly setup: Setup;
  /** The folder of tollgate.yaml. */
  readonly project: string;
  /** What stands between driver and target; complains where the setup has none. */
  readonly proxy: FaultProxy;
  /** Address of the sandbox itself, and the folder of its database. Only where it does not belong to the run. */
  readonly target: { readonly url: string; readonly dataDir: string };
  /** Only in a namespace. */
  readonly namespace: NonNullable<Place['namespace']>;
  /** `tollgate ARGS` in the project. */
  start(args: readonly string[], options?: StartOptions): Started;
  /** `tollgate run` as the setup says, to its end. */
  run(options?: StartOptions): Promise<Ended>;
  /** `tollgate run` as the setup says, for a fault that comes while it runs. */
  startRun(options?: StartOptions): Started;
  /** Writes a file of the project. */
  write(path: string, text: string | Uint8Array): Promise<void>;
  /** Replaces a part of tollgate.yaml; complains when it is not there. */
  editYaml(from: string, to: string): Promise<void>;
  /** A copy of the control's finished run in this project: the folder. For faults that come after a run. */
  finishedRun(): Promise<string>;
  /** Work for the end of the scene, such as to unmount; the last one first. */
  atEnd(work: () => Promise<void> | void): void;
}

export interface SceneOptions {
  readonly finishedRun: (project: string) => Promise<string>;
}

export interface OpenScene {
  readonly scene: Scene;
  close(): Promise<void>;
}

export async function openScene(setup: Setup, options: SceneOptions): Promise<OpenScene> {
  const place = await placeFor(setup.reach);
  const yaml = setup.yaml.replaceAll('{url}', place.url);
  const project = await newProject(yaml, setup.files);
  const endings: (() => Promise<void> | void)[] = [];
  const start: Scene['start'] = (args, given = {}) => {
    const started = startTollgate(project, args, {
      ...given,
      env: { ...environment(setup, place), [sceneVariable]: project, ...given.env },
      inside: [...place.inside, ...(given.inside ?? [])],
    });
    endWithBench(started.child);
    return started;
  };
  let current = yaml;
  const scene: Scene = {
    setup,
    project,
    get proxy() {
      return present(place.proxy, 'a proxy');
    },
    get target() {
      return present(place.target, 'a target of its own');
    },
    get namespace() {
      return present(place.namespace, 'a network namespace');
    },
    start,
    run: (given) => start(['run', ...setup.runArgs], given).ended,
    startRun: (given) => start(['run', ...setup.runArgs], given),
    write: async (path, text) => {
      const file = join(project, path);
      await mkdir(join(file, '..'), { recursive: true });
      await writeFile(file, text);
    },
    editYaml: async (from, to) => {
      if (!current.includes(from)) throw new Error(`tollgate.yaml of this setup holds no "${from}"`);
      current = current.replace(from, () => to);
      await writeFile(join(project, 'tollgate.yaml'), current);
    },
    finishedRun: () => options.finishedRun(project),
    atEnd: (work) => endings.unshift(work),
  };
  const close = async () => {
    for (const work of endings) await work();
    await place.close();
  };
  return { scene, close };
}

function environment(setup: Setup, place: Place): Record<string, string> {
  const filled = Object.entries(setup.env).map(([name, value]) => [
    name,
    value.replaceAll('{ca}', place.authorityFile),
  ]);
  return Object.fromEntries(filled) as Record<string, string>;
}

function present<Thing>(thing: Thing | null, what: string): Thing {
  if (thing === null) throw new Error(`this setup has no ${what}; choose another reach`);
  return thing;
}
