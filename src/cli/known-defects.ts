import { join } from 'node:path';
import { HarnessFault } from '../model/fault.ts';
import type { Project } from '../project/project.ts';
import { startTool } from '../run/processes/supervise.ts';
import { toolEnvironment } from '../run/processes/tool-environment.ts';
import { placesOf } from './places.ts';

/** A defect as the sandbox lists it; what it replaces stays with the sandbox. */
export interface KnownDefect {
  readonly name: string;
  readonly row: string;
  readonly family: string;
  readonly stage: string;
  readonly effect: string;
  readonly severity: string;
  readonly title: string;
}

/** Asks the sandbox, in a process of its own, which defects it can be given. */
export async function knownDefects(
  project: Pick<Project, 'dir' | 'packageDir'>,
): Promise<readonly KnownDefect[]> {
  const places = placesOf(project);
  const found: KnownDefect[] = [];
  const tool = startTool({
    command: process.execPath,
    args: [
      '--disable-warning=ExperimentalWarning',
      join(places.codeDir, 'src', 'sandbox', `list-defects${places.codeEnding}`),
    ],
    cwd: project.dir,
    env: toolEnvironment(process.env, {}),
    deadlineMs: 20_000,
  });
  tool.onLine((line) => found.push(JSON.parse(line) as KnownDefect));
  const exit = await tool.exit;
  if (exit.exitCode === 0 && found.length > 0) return found;
  throw new HarnessFault({
    code: 'INTERNAL',
    message: `The sandbox could not list its defects: ${exit.output}`,
    hint: 'Report this.',
  });
}

export async function refuseUnknownDefect(
  name: string,
  project: Pick<Project, 'dir' | 'packageDir'>,
): Promise<void> {
  const known = await knownDefects(project);
  if (known.some((defect) => defect.name === name)) return;
  throw new HarnessFault({
    code: 'USAGE',
    message: `Found --defect ${name}, expected one of ${known.map((defect) => defect.name).join(', ')}.`,
    hint: 'npx tollgate prove --list shows what each does.',
  });
}
