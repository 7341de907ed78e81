import { HarnessFault } from '../../model/fault.ts';
import { type Host, hostOfUrl, isProduction } from '../../model/production-host.ts';
import type { FieldPlace } from '../../project/project.ts';
import type { NamedSecret, ProductionMarks } from '../request.ts';
import { commandWords, type NamedCommand } from './command-words.ts';
import { type NameService, productionReason } from './guard-address.ts';
import { namedHosts } from './named-hosts.ts';

interface HostPlaces {
  readonly target: { readonly url: string | null; readonly options: Readonly<Record<string, unknown>> };
  readonly production: ProductionMarks;
  readonly secrets: readonly NamedSecret[];
  readonly commands: readonly NamedCommand[];
}

/** Refuses production wherever a driver or a suite could read of it: address, options, secrets, words of a command. */
export async function refuseProductionHosts(
  { target, production, secrets, commands }: HostPlaces,
  place: FieldPlace,
  names: NameService,
): Promise<void> {
  const found = [
    ...addressOf(target.url, place),
    ...hostsIn({ value: target.options, field: ['options'] }, place),
    // A secret may be a whole connection string. No name server hears of it.
    ...secrets.flatMap(({ name, value }) =>
      namedHosts(value).map(({ host }) => ({ where: place(['secrets', name]), host, isAsked: false })),
    ),
    // Most words with dots are names of files.
    ...commandWords(commands).flatMap(({ where, word }) =>
      namedHosts(word).map(({ host, form }) => ({ where, host, isAsked: form === 'place' })),
    ),
  ];
  const asked = rememberedNames(names);
  for (const { where, host, isAsked } of once(found)) {
    const reason = isAsked ? await productionReason(production, host, asked) : markOf(production, host);
    if (reason === null) continue;
    throw new HarnessFault({
      code: 'GUARD_REFUSED',
      message: `${where} found a host that is production: ${reason}; expected a test target's.`,
      hint: 'Nothing was sent to it. Point the target at a test environment.',
    });
  }
}

interface FoundHost {
  readonly where: string;
  readonly host: Host;
  /** Whether it is worth asking where the name leads; else it is only compared with what the project calls production. */
  readonly isAsked: boolean;
}

function addressOf(url: string | null, place: FieldPlace): readonly FoundHost[] {
  const host = url === null ? null : hostOfUrl(url);
  return host === null ? [] : [{ where: place(['url']), host, isAsked: true }];
}

interface Option {
  readonly value: unknown;
  readonly field: readonly string[];
}

function hostsIn({ value, field }: Option, place: FieldPlace): readonly FoundHost[] {
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, one]) => [
      ...namedHosts(key).map(({ host }) => ({
        where: `${place(field)} in the name of a field:`,
        host,
        isAsked: false,
      })),
      ...hostsIn({ value: one, field: [...field, key] }, place),
    ]);
  }
  if (typeof value !== 'string' && typeof value !== 'number') return [];
  const text = withoutMailboxes(String(value), field.at(-1) ?? '');
  return namedHosts(text).map(({ host, form }) => ({ where: place(field), host, isAsked: form !== 'word' }));
}

/** Where mail goes nobody logs in: "billing@acme.com" is a mailbox where the field or the text says so. */
function withoutMailboxes(text: string, field: string): string {
  const rest = text.replace(/\bmailto:[^\s@/\\]+@[^\s@:/\\]+/gi, ' ');
  return /mail|sender|recipient|^from$|reply|contact|notify/i.test(field)
    ? rest.replace(/(^|[\s<,;])[^\s@:/\\]+@[^\s@:/\\]+(?=$|[\s>,;])/g, ' ')
    : rest;
}

function markOf(production: ProductionMarks, host: Host): string | null {
  return isProduction(production, host) ? 'it is one of `production` in tollgate.yaml' : null;
}

/** One host of one place, however many readings led to it. */
function once(found: readonly FoundHost[]): readonly FoundHost[] {
  const byKey = new Map<string, FoundHost>();
  for (const one of found) {
    const key = `${one.where} ${one.host.kind === 'name' ? one.host.name : one.host.address}`;
    if (byKey.get(key)?.isAsked !== true) byKey.set(key, one);
  }
  return [...byKey.values()];
}

/** Asks for each name once. */
function rememberedNames(names: NameService): NameService {
  const addresses = new Map<string, ReturnType<NameService['addresses']>>();
  const aliases = new Map<string, ReturnType<NameService['aliases']>>();
  return {
    addresses: (name) => remembered(addresses, name, names.addresses),
    aliases: (name) => remembered(aliases, name, names.aliases),
  };
}

function remembered<Value>(known: Map<string, Value>, name: string, ask: (name: string) => Value): Value {
  const value = known.get(name) ?? ask(name);
  known.set(name, value);
  return value;
}
