import { access } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HarnessFault } from '../model/fault.ts';
import { packageRoot } from '../model/package-root.ts';
import {
  describeError,
  type LocatedError,
  locatedError,
  placeOf,
  readSource,
  readYaml,
  valueOrFault,
  type YamlSource,
} from './located-yaml.ts';
import { addressSchema, type ProjectFile, projectFileSchema, type TargetEntry } from './project-file.ts';
import { targetUrl } from './target-url.ts';

/** What belongs to the user, found from the folder of his tollgate.yaml; what we ship is found from the package. */
export interface Project {
  readonly dir: string;
  readonly packageDir: string;
  readonly reportsDir: string;
  readonly file: ProjectFile;
  /** The text of tollgate.yaml, to say where in it a value stands. */
  readonly source: YamlSource;
}

export const projectFileName = 'tollgate.yaml';

/** The folder of our own package.json, written as a project's is: in this repository both are one. */
export function packageDirectory(): string {
  return resolve(fileURLToPath(packageRoot(import.meta.url)));
}

/** Looks for tollgate.yaml here and in the folders above. */
export async function findProjectDir(from: string): Promise<string> {
  for (let dir = resolve(from); ; dir = dirname(dir)) {
    if (await exists(join(dir, projectFileName))) return dir;
    if (dirname(dir) === dir) break;
  }
  throw new HarnessFault({
    code: 'BAD_CONFIGURATION',
    message: `Found no ${projectFileName} in ${from} or above it; expected one, which names the target and the release.`,
    hint: 'Go to your project, or write the file: see README, section "Your own project".',
  });
}

export async function readProject(from: string): Promise<Project> {
  const dir = await findProjectDir(from);
  const source = await readSource(join(dir, projectFileName), projectFileName);
  const file = valueOrFault(readYaml(source, projectFileSchema));
  return { dir, packageDir: packageDirectory(), reportsDir: join(dir, 'reports'), file, source };
}

/** `mistakeInHost` knows the systems that we can start, which the project room does not. */
export async function lintProject(
  path: string,
  shownAs: string,
  mistakeInHost: MistakeInHost,
): Promise<readonly LocatedError[]> {
  const source = await readSource(path, shownAs);
  const reading = readYaml(source, projectFileSchema);
  if (reading.value === null) return reading.errors;
  const { target, targets } = reading.value;
  const unknown = Object.hasOwn(targets, target)
    ? []
    : [{ path: ['target'], message: unknownTarget(target, targets) }];
  const strangers = Object.entries(targets).flatMap(([name, entry]) => {
    const mistake = mistakeInHost(entry);
    return mistake === null ? [] : [{ path: ['targets', name, mistake.field], message: mistake.message }];
  });
  return [...unknown, ...strangers].map(({ path: field, message }) => locatedError(source, field, message));
}

/** The first field about the system to be started that cannot be fulfilled, or null. */
type MistakeInHost = (
  entry: Pick<TargetEntry, 'host' | 'version' | 'database'>,
) => { readonly field: string; readonly message: string } | null;

/** The beginning of a message about a field of a target: "tollgate.yaml:7: targets.staging.url:". */
export type FieldPlace = (field: readonly string[]) => string;

/** How a target is called that was given by its address. */
const typedName = 'by-url';

export interface ChosenTarget {
  readonly name: string;
  readonly fieldPlace: FieldPlace;
  /** As in the file, with the address that is really meant. */
  readonly entry: Omit<TargetEntry, 'url'> & { readonly url?: string | undefined };
}

/** By its name in tollgate.yaml; an address is taken as the project's own target, reached there instead. */
export function chooseTarget(project: Project, asked: string | undefined): ChosenTarget {
  const { targets, target } = project.file;
  const name = asked ?? target;
  if (/^https?:\/\//i.test(name)) {
    const {
      host: _,
      version: _version,
      database: _database,
      ...entry
    } = targets[target] ?? {
      driver: 'sandbox',
      environment: 'test' as const,
      accepts: ['read' as const, 'write' as const, 'load' as const],
      requires: [],
      options: {},
      secrets: {},
    };
    const url = targetUrl(typedAddress(name), '--target:');
    const fieldPlace: FieldPlace = (field) =>
      field[0] === 'url' ? '--target:' : placeOf(project.source, ['targets', target, ...field]);
    return { name: typedName, fieldPlace, entry: { ...entry, url } };
  }
  const entry = Object.hasOwn(targets, name) ? targets[name] : undefined;
  if (entry !== undefined) {
    const fieldPlace: FieldPlace = (field) => placeOf(project.source, ['targets', name, ...field]);
    return { name, fieldPlace, entry: { ...entry, url: targetUrl(entry.url, fieldPlace(['url'])) } };
  }
  throw new HarnessFault({
    code: 'BAD_CONFIGURATION',
    message:
      asked === undefined
        ? describeError(locatedError(project.source, ['target'], unknownTarget(name, targets)))
        : `--target: ${unknownTarget(name, targets)}`,
    hint: 'Add it under targets:, or choose another with --target.',
  });
}

/** What to ask for, to get the target of a run again. */
export function askedAgain(
  { file }: Project,
  planned: { readonly name: string; readonly url: string },
): string {
  const isTyped = planned.name === typedName && !Object.hasOwn(file.targets, typedName);
  return isTyped ? planned.url : planned.name;
}

function typedAddress(text: string): string {
  if (addressSchema.safeParse(text).success) return text;
  throw new HarnessFault({
    code: 'BAD_CONFIGURATION',
    message: '--target: found an address that cannot be read, expected one such as http://127.0.0.1:8080.',
    hint: 'Nothing was sent to any target.',
  });
}

function unknownTarget(name: string, targets: ProjectFile['targets']): string {
  const known = Object.keys(targets);
  return `found "${name}", expected one of the targets of this file (${known.length === 0 ? 'there is none' : known.join(', ')})`;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
