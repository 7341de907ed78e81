import { isAbsolute, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { HarnessFault } from '../model/fault.ts';
import type { Driver } from '../target/driver.ts';
import type { OfferedSession } from '../target/session.ts';
import { withAllVerbs } from './all-verbs.ts';
import { servePublicNames } from './public-names.ts';

/** The drivers we ship. Loaded when asked for, so that a run pays only for its own. */
const shipped: Readonly<Record<string, () => Promise<{ readonly driver: Driver<OfferedSession> }>>> = {
  sandbox: () => import('./sandbox.ts'),
  killbill: () => import('./killbill.ts'),
};

/** A shipped name, or a module of the project ("./billing-driver.ts") that exports `driver`. */
export async function loadDriver(name: string, projectDir: string): Promise<Driver> {
  const load = Object.hasOwn(shipped, name) ? shipped[name] : undefined;
  if (load !== undefined) return withAllVerbs((await load()).driver);
  if (!/^\.{0,2}\//.test(name) && !isAbsolute(name)) {
    throw unknownDriver(
      name,
      `expected one of ${Object.keys(shipped).join(', ')} or a module path such as ./billing-driver.ts`,
    );
  }
  const path = resolve(projectDir, name);
  const loaded = await importModule(path, name);
  if (!isDriver(loaded['driver']))
    throw unknownDriver(
      name,
      'expected the module to export `driver` with name, describe, open, resume, cleanUp and leftovers',
    );
  return withAllVerbs(loaded['driver']);
}

async function importModule(path: string, name: string): Promise<Record<string, unknown>> {
  servePublicNames();
  try {
    return (await import(pathToFileURL(path).href)) as Record<string, unknown>;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new HarnessFault({
      code: 'BAD_CONFIGURATION',
      message: `Found driver "${name}", which could not be loaded: ${reason}`,
      hint: loadHint(reason),
      cause,
    });
  }
}

function loadHint(reason: string): string {
  if (/import statement outside a module|Unexpected token 'export'/.test(reason))
    return 'Node takes the file for CommonJS: write "type": "module" into package.json, or end its name in .mts.';
  if (/Cannot find package 'tollgate'/.test(reason))
    return 'Import from tollgate/driver, and install tollgate in the project.';
  return 'Mend the module, or the `driver` of the target in tollgate.yaml.';
}

function isDriver(value: unknown): value is Driver<OfferedSession> {
  const driver = value as Partial<Driver<OfferedSession>> | undefined;
  return (
    typeof driver?.name === 'string' &&
    typeof driver.describe === 'function' &&
    typeof driver.open === 'function' &&
    typeof driver.resume === 'function' &&
    typeof driver.cleanUp === 'function' &&
    typeof driver.leftovers === 'function'
  );
}

function unknownDriver(name: string, expected: string): HarnessFault {
  return new HarnessFault({
    code: 'BAD_CONFIGURATION',
    message: `Found driver "${name}", ${expected}.`,
    hint: 'Set `driver` of the target in tollgate.yaml.',
  });
}
