import { join, relative } from 'node:path';
import { HarnessFault } from '../../model/fault.ts';
import { liveKeyIn } from '../../model/live-key.ts';
import { readPlainFile } from '../../project/plain-file.ts';
import type { FieldPlace } from '../../project/project.ts';
import type { NamedSecret } from '../request.ts';
import { featureBytesMax } from '../runners/cucumber/feature-text.ts';
import { featuresBelow } from '../runners/cucumber/files.ts';
import { commandWords, type NamedCommand } from './command-words.ts';
import { percentDecoded } from './percent-decoded.ts';

interface KeyPlaces {
  readonly projectDir: string;
  readonly target: { readonly url: string | null; readonly options: Readonly<Record<string, unknown>> };
  readonly secrets: readonly NamedSecret[];
  readonly commands: readonly NamedCommand[];
}

/** Refuses a key that moves real money, wherever the target's configuration, a suite's command or an example names one. Never shows it. */
export function refuseLiveKeys(
  { projectDir, target, secrets, commands }: KeyPlaces,
  place: FieldPlace,
): void {
  refuse(target.url ?? '', place(['url']));
  refuseIn(target.options, ['options'], place);
  for (const { name, value } of secrets) refuse(value, place(['secrets', name]));
  for (const { where, word } of commandWords(commands)) refuse(word, where);
  for (const path of featuresBelow(join(projectDir, 'features'))) {
    textOf(path, projectDir)
      .split('\n')
      .forEach((line, index) => {
        refuse(line, `${relative(projectDir, path).replaceAll('\\', '/')}:${index + 1}:`);
      });
  }
}

/** What is no plain file, or too large, is given to no tool either: the listing says so, and here nobody waits for it. */
function textOf(path: string, projectDir: string): string {
  const file = readPlainFile(path, { bytesMax: featureBytesMax, within: projectDir });
  return file.kind === 'read' ? Buffer.from(file.bytes).toString() : '';
}

function refuseIn(value: unknown, field: readonly string[], place: FieldPlace): void {
  if (typeof value === 'string') refuse(value, place(field));
  if (typeof value !== 'object' || value === null) return;
  for (const [key, one] of Object.entries(value)) {
    refuse(key, `${place(field)} in the name of a field:`);
    refuseIn(one, [...field, key], place);
  }
}

function refuse(text: string, where: string): void {
  const begins = readings(text)
    .map(liveKeyIn)
    .find((found) => found !== null);
  if (begins === undefined) return;
  throw new HarnessFault({
    code: 'GUARD_REFUSED',
    message: `${where} found a key that begins with "${begins}", expected a test key (the key itself is not shown).`,
    hint: 'Nothing was sent to any target. A live key moves real money; take one of a test account.',
  });
}

/** As it stands, and what it hides: percent-encoding, and base64 as in an authorization header. */
function readings(text: string): readonly string[] {
  const packed = text.match(/[A-Za-z0-9+/_-]{16,}={0,2}/g) ?? [];
  const unpacked = packed.map((part) => Buffer.from(part, 'base64').toString('latin1'));
  return [text, percentDecoded(text), ...unpacked];
}
