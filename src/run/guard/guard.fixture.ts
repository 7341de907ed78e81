import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { placeOf } from '../../project/located-yaml.ts';
import { type GuardRequest, guardBefore } from './guard.ts';
import type { NameService } from './guard-address.ts';

const yaml = [
  'target: staging',
  'targets:',
  '  staging:',
  '    driver: sandbox',
  '    url: http://staging.acme.test',
  '    environment: test',
  '    accepts: [read, write]',
  '    options:',
  '      auth:',
  '        key: x',
  '',
].join('\n');

const projectDir = mkdtempSync(join(tmpdir(), 'guard-'));
const source = { file: 'tollgate.yaml', text: yaml };

interface Names {
  readonly addresses?: Readonly<Record<string, readonly string[]>>;
  readonly aliases?: Readonly<Record<string, readonly string[]>>;
}

export function knowing({ addresses = {}, aliases = {} }: Names): NameService {
  return {
    addresses: async (name) => addresses[name] ?? [],
    aliases: async (name) => aliases[name] ?? [],
  };
}

export const nobody = knowing({});

export interface Changes extends Partial<Omit<GuardRequest, 'target'>> {
  readonly target?: Partial<GuardRequest['target']>;
}

export function asked({ target, ...rest }: Changes): GuardRequest {
  return {
    projectDir,
    production: { hosts: [], addresses: [] },
    secrets: [],
    commands: [],
    effects: ['read', 'write'],
    ...rest,
    target: {
      name: 'staging',
      fieldPlace: (field) => placeOf(source, ['targets', 'staging', ...field]),
      url: 'http://staging.acme.test',
      options: {},
      access: 'test',
      accepts: ['read', 'write', 'load'],
      ...target,
    },
  };
}

export async function verdictOf(request: GuardRequest, names: NameService = nobody) {
  return guardBefore(request, names).then(
    () => 'may be reached',
    (error: { readonly code: string; readonly message: string }) => error,
  );
}
