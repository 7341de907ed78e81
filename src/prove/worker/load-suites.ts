import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { type CheckRoots, checkFile, checkIdOf } from '../../channel/check-id.ts';
import type { CheckTopic } from '../../model/observing/check.ts';
import type { PhaseName } from '../../model/observing/phase.ts';
import type { LoadedCheck } from './loaded-check.ts';
import { type CheckContext, type DeclaredCheck, declaredBy, type NamedSuite } from './vitest-stand-in.ts';

const standIn = new URL(`./vitest-stand-in${import.meta.url.slice(-3)}`, import.meta.url).href;

export interface SuitesOfPhase {
  readonly phase: PhaseName;
  /** Absolute. */
  readonly files: readonly string[];
  readonly roots: CheckRoots;
}

/** From here on suites that this process loads declare their checks to us, and not to vitest. */
export function standInForVitest(): void {
  registerHooks({
    resolve: (specifier, context, next) => next(specifier === 'vitest' ? standIn : specifier, context),
  });
}

/** The checks of suites written for vitest, loaded once; and what does not load. */
export async function loadSuites(suites: SuitesOfPhase) {
  const checks: LoadedCheck[] = [];
  const faults: string[] = [];
  for (const file of suites.files) {
    try {
      const declared = await declaredBy(file, () => import(pathToFileURL(file).href));
      checks.push(...declared.map((check) => loaded(check, suites)));
      if (declared.length === 0) faults.push(`${checkFile(file, suites.roots)}: found no check in it`);
    } catch (error) {
      faults.push(
        `${checkFile(file, suites.roots)}: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
  return { checks, faults };
}

function loaded(declared: DeclaredCheck, { phase, roots }: SuitesOfPhase): LoadedCheck {
  const { titlePath, options, body } = declared;
  const file = checkFile(declared.file, roots);
  return {
    id: checkIdOf({ phase, file, titlePath }),
    phase,
    file,
    titlePath,
    topic: options.meta.topic as CheckTopic,
    tags: options.meta.checkTags,
    needs: options.meta.needs,
    timeoutMs: options.timeout,
    play: ({ signal }) => body({ task: taskOf(declared), signal }),
  };
}

function taskOf({ file, titlePath }: DeclaredCheck): CheckContext['task'] {
  const suite = titlePath
    .slice(0, -1)
    .reduce<NamedSuite | undefined>(
      (outer, name) => ({ name, ...(outer !== undefined && { suite: outer }) }),
      undefined,
    );
  return {
    name: titlePath.at(-1) ?? '',
    file: { filepath: file },
    ...(suite !== undefined && { suite }),
  };
}
