import { join } from 'node:path';
import { type FaultCode, HarnessFault } from '../model/fault.ts';
import type { Places } from '../run/phases/phase.ts';
import { startTool } from '../run/processes/supervise.ts';
import { toolEnvironment } from '../run/processes/tool-environment.ts';

/** A defect as the sandbox lists it; what it replaces stays with the sandbox. */
export interface KnownDefect {
  readonly name: string;
  readonly row: string;
  readonly family: string;
  readonly stage: string;
  readonly effect: string;
  readonly severity: string;
  readonly title: string;
  /** Names of the engine's entries in whose place it stands. */
  readonly replaces: readonly string[];
}

type ListedLine = KnownDefect | { readonly code: FaultCode; readonly message: string; readonly hint: string };

/** Asks the sandbox, in a process of its own, which defects it can be given: the shipped ones, and after them those of a folder. */
export async function knownDefects(
  places: Places,
  defectsDir: string | null = null,
): Promise<readonly KnownDefect[]> {
  const lines: ListedLine[] = [];
  const tool = startTool({
    command: process.execPath,
    args: [
      '--disable-warning=ExperimentalWarning',
      join(places.codeDir, 'src', 'sandbox', `list-defects${places.codeEnding}`),
      ...(defectsDir === null ? [] : ['--defects', defectsDir]),
    ],
    cwd: places.projectDir,
    env: toolEnvironment(process.env, {}),
    deadlineMs: 60_000,
  });
  tool.onLine((line) => lines.push(...parsed(line)));
  const exit = await tool.exit;
  for (const line of lines) if ('code' in line) throw new HarnessFault(line);
  const known = lines.filter((line) => 'name' in line);
  if (exit.exitCode === 0 && known.length > 0) return known;
  throw new HarnessFault({
    code: 'INTERNAL',
    message: `The sandbox could not list its defects: ${exit.output}`,
    hint: 'Report this.',
  });
}

/** Modules of a folder may print what they like. */
function parsed(line: string): readonly ListedLine[] {
  if (!line.startsWith('{"defect":')) return [];
  return [(JSON.parse(line) as { readonly defect: ListedLine }).defect];
}
