import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Places } from '../phases/phase.ts';
import { moduleDigest } from '../planning/module-digest.ts';
import { digestOf } from '../planning/source-digests.ts';

export interface DigestedDriver {
  readonly places: Places;
  readonly driver: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** What a verification of a driver holds for: the driver, how it is set up, the contract, and what all drivers share. */
export function driverDigests({ places, driver, options }: DigestedDriver): Readonly<Record<string, string>> {
  const { codeDir, codeEnding, projectDir } = places;
  return {
    driver: driver.includes('/') ? moduleDigest(resolve(projectDir, driver)) : 'shipped',
    options: sha256(JSON.stringify(options)),
    contract: digestOf(codeDir, `src/{target,drivers}/**/*${codeEnding}`),
  };
}

function sha256(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}
