import { cp } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { whatIsSeen } from './play.ts';
import { openScene } from './scene.ts';
import { type Setup, setupKey } from './setup.ts';

/** A healthy run of one setup. */
export interface Control {
  readonly setup: Setup;
  readonly isGo: boolean;
  readonly seconds: number;
  readonly runDir: string | null;
  readonly printed: string;
}

/** Controls by setup: each is run once, whoever asks first. */
export class Controls {
  readonly #made = new Map<string, Promise<Control>>();

  of(setup: Setup): Promise<Control> {
    const key = setupKey(setup);
    const made = this.#made.get(key) ?? runControl(setup);
    this.#made.set(key, made);
    return made;
  }

  all(): Promise<readonly Control[]> {
    return Promise.all(this.#made.values());
  }

  /** Copies the control's run into the reports of another project. */
  async copyRun(setup: Setup, project: string): Promise<string> {
    const { runDir } = await this.of(setup);
    if (runDir === null) throw new Error('the control of this setup left no run folder');
    const copy = join(project, 'reports', basename(runDir));
    await cp(runDir, copy, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
    return copy;
  }
}

async function runControl(setup: Setup): Promise<Control> {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  try {
    const finishedRun = async () => Promise.reject(new Error('a control has no finished run before it'));
    const { scene, close } = await openScene(setup, { finishedRun });
    try {
      const ended = await scene.run();
      const { runDir, verdict } = whatIsSeen(scene, ended);
      const isGo = ended.exitCode === 0 && verdict?.verdict === 'GO';
      return { setup, isGo, seconds: seconds(), runDir, printed: `${ended.stdout}\n${ended.stderr}` };
    } finally {
      await close();
    }
  } catch (error) {
    const printed = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { setup, isGo: false, seconds: seconds(), runDir: null, printed };
  }
}
