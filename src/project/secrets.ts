import { resolve } from 'node:path';
import { HarnessFault } from '../model/fault.ts';
import { readPlainFile } from './plain-file.ts';
import type { FieldPlace } from './project.ts';
import type { TargetEntry } from './project-file.ts';

const lengthMin = 8;
const fileBytesMax = 64 * 1024;

export interface SecretPlaces {
  readonly projectDir: string;
  readonly fieldPlace: FieldPlace;
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
    const where = places.fieldPlace(['secrets', name]);
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

/**
 * Often mounted from elsewhere, and by links: it need not be of the project. Editors and shells put a byte order mark before a
 * secret and line ends behind it; `trim` takes both.
 */
function fromFile(file: string, { projectDir }: SecretPlaces, where: string): string {
  const found = readPlainFile(resolve(projectDir, file), { bytesMax: fileBytesMax });
  if (found.kind === 'read') return Buffer.from(found.bytes).toString('utf8').trim();
  throw mistake(where, `found ${file}, which ${found.why}; it must be a file with the secret`);
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
