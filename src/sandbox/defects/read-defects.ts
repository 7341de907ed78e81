import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { HarnessFault } from '../../model/fault.ts';
import { standardProcedures } from '../procedures/index.ts';
import { standardRules } from '../rules/index.ts';
import { type Defect, effects, severities, stages } from './defect.ts';
import { servePublicNames } from './public-names.ts';

/** A defect and the file in which it stands. */
export interface ReadDefect {
  readonly file: string;
  readonly defect: Defect;
}

const text = z.string().min(1);

/** One line for each field of the type, so that neither can be without the other. */
const fields: Readonly<Record<keyof Defect, z.ZodType>> = {
  name: z.string().regex(/^[\w.-]+$/, 'expected one word, such as late-fee-taxed-twice'),
  row: text,
  family: text,
  stage: z.enum(stages),
  effect: z.enum(effects),
  severity: z.enum(severities),
  title: text,
  rules: replacing(standardRules).optional(),
  procedures: replacing(standardProcedures).optional(),
};

const shape = z
  .strictObject(fields)
  .refine(
    ({ rules, procedures }) => Object.keys({ ...(rules as object), ...(procedures as object) }).length > 0,
    { error: 'expected at least one replaced entry of the engine', path: ['rules'] },
  );

/** Functions only, and only under the names of entries that there are. */
function replacing(entries: object): z.ZodType {
  const code = z.custom<unknown>((value) => typeof value === 'function', 'expected a function');
  return z.strictObject(Object.fromEntries(Object.keys(entries).map((name) => [name, code.optional()])));
}

/**
 * What a folder holds: every module in it exports defects, by names or as its default; whatever else it exports is a mistake.
 * This runs the modules, so only for a process of which nothing is believed but what its checks find.
 */
export async function readDefects(dir: string): Promise<readonly ReadDefect[]> {
  const files = modulesIn(dir);
  if (files.length === 0)
    throw mistake(dir, 'found no module, expected files that end in .ts, .mts, .js or .mjs');
  servePublicNames();
  const read: ReadDefect[] = [];
  for (const file of files) read.push(...(await readModule(file)));
  const names = read.map(({ defect }) => defect.name);
  const twin = read.find(({ defect }, index) => names.indexOf(defect.name) < index);
  if (twin !== undefined)
    throw mistake(twin.file, `name: found "${twin.defect.name}" a second time, expected a name of its own`);
  return read;
}

function modulesIn(dir: string): readonly string[] {
  if (statSync(dir, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw mistake(dir, 'found no such folder, expected one with modules of defects');
  return readdirSync(dir)
    .filter((name) => /\.m?[jt]s$/.test(name) && !/\.(test|d)\.m?[jt]s$/.test(name))
    .sort()
    .map((name) => resolve(join(dir, name)));
}

async function readModule(file: string): Promise<readonly ReadDefect[]> {
  let exported: Readonly<Record<string, unknown>>;
  try {
    exported = (await import(pathToFileURL(file).href)) as Readonly<Record<string, unknown>>;
  } catch (cause) {
    throw mistake(file, `could not be loaded: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
  // The same defect by name and as the default is one defect.
  const found = [...new Map(Object.entries(exported).map(([name, value]) => [value, name]))];
  const defects = found.flatMap(([value, name]) =>
    (Array.isArray(value) ? value : [value]).map((one: unknown) => asDefect(one, `${file}: ${name}`)),
  );
  if (defects.length === 0) throw mistake(file, 'exports nothing, expected a defect');
  return defects.map((defect) => ({ file, defect }));
}

function asDefect(value: unknown, place: string): Defect {
  const read = shape.safeParse(value);
  if (read.success) return value as Defect;
  const issues = read.error.issues.map(({ path, message }) =>
    [path.join('.'), message].filter(Boolean).join(': '),
  );
  throw mistake(place, issues.join('; '));
}

function mistake(place: string, what: string): HarnessFault {
  return new HarnessFault({
    code: 'BAD_CONFIGURATION',
    message: `${place}: ${what}.`,
    hint: 'docs/proving.md shows what a defect is made of.',
  });
}
