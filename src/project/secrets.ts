import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { HarnessFault } from '../model/fault.ts';
import { placeOf, type YamlSource } from './located-yaml.ts';
import type { TargetEntry } from './project-file.ts';

const lengthMin = 8;
const fileBytesMax = 64 * 1024;

export interface SecretPlaces {
  readonly projectDir: string;
  readonly source: YamlSource;
  /** Under `targets` in the file. */
  readonly targetName: string;
  readonly env: NodeJS.ProcessEnv;
}

export interface ReadSecret {
  readonly name: string;
  readonly value: string;
}

/**
 * The values that the target's secrets stand for. One that is too short, or could be an amount, is refused: it would be found
 * in ordinary text, and masking it would spoil what was observed. No message shows a value.
 */
export function readSecrets(secrets: TargetEntry['secrets'], places: SecretPlaces): readonly ReadSecret[] {
  return Object.entries(secrets).map(([name, from]) => {
    const where = placeOf(places.source, ['targets', places.targetName, 'secrets', name]);
    const value =
      'env' in from ? fromVariable(from.env, places.env, where) : fromFile(from.file, places, where);
    const wrong = weaknessOf(value);
    if (wrong !== null)
      throw mistake(where, `found ${wrong}, expected at least ${lengthMin} characters that are not a number`);
    return { name, value };
  });
}

function fromVariable(variable: string, env: NodeJS.ProcessEnv, where: string): string {
  const value = env[variable];
  if (value !== undefined) return value;
  throw mistake(where, `found no environment variable ${variable}, expected the secret in it`);
}

function fromFile(file: string, { projectDir }: SecretPlaces, where: string): string {
  const expected = `expected a file of at most ${fileBytesMax} bytes with the secret`;
  let handle: number;
  try {
    // Without waiting: a pipe that nobody writes to would hold us for ever.
    handle = openSync(resolve(projectDir, file), constants.O_RDONLY | constants.O_NONBLOCK);
  } catch {
    throw mistake(where, `found no file ${file} that can be read, ${expected}`);
  }
  try {
    const found = fstatSync(handle);
    if (!found.isFile()) throw mistake(where, `found ${file}, which is no regular file; ${expected}`);
    if (found.size > fileBytesMax) throw mistake(where, `found ${found.size} bytes in ${file}, ${expected}`);
    return readFileSync(handle, 'utf8').replace(/\r?\n$/, '');
  } finally {
    closeSync(handle);
  }
}

function weaknessOf(value: string): string | null {
  if (value === '') return 'an empty secret';
  if (value.length < lengthMin) return `a secret of ${value.length} characters`;
  if (/^[\d\s.,'+-]+$/.test(value)) return 'a secret of digits only, which could be an amount';
  return value.trim() === '' ? 'a secret of spaces' : null;
}

function mistake(where: string, what: string): HarnessFault {
  return new HarnessFault({
    code: 'BAD_CONFIGURATION',
    message: `${where} ${what}.`,
    hint: 'Nothing was sent to any target. The secret itself is never shown.',
  });
}
