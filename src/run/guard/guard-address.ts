import { lookup, Resolver } from 'node:dns/promises';
import { type IpNumber, ipNumber } from '../../model/ip-address.ts';
import {
  type Host,
  isProduction,
  isProductionAddress,
  isSameAddress,
  type ProductionNames,
  parseHost,
} from '../../model/production-host.ts';

/** What this machine knows of names, by its hosts file and its name servers. A name that nobody knows has nothing. */
export interface NameService {
  addresses(name: string): Promise<readonly string[]>;
  /** The names that a name stands for, one after the other. */
  aliases(name: string): Promise<readonly string[]>;
}

const aliasesMax = 8;

export const systemNames: NameService = {
  addresses: async (name) => {
    if (/(^|\.)localhost$/.test(name)) return ['127.0.0.1'];
    const found = await lookup(name, { all: true }).catch(() => []);
    return found.map(({ address }) => address);
  },
  aliases: async (name) => {
    const resolver = new Resolver({ timeout: 1_500, tries: 1 });
    const seen: string[] = [];
    for (let next: string | undefined = name; next !== undefined && seen.length < aliasesMax; ) {
      [next] = await resolver.resolveCname(next).catch((): string[] => []);
      if (next !== undefined) seen.push(next);
    }
    return seen;
  },
};

/** By which of the project's marks the host is production, in words for the reader; null when by none. */
export async function productionReason(
  marks: ProductionNames,
  host: Host,
  names: NameService = systemNames,
): Promise<string | null> {
  if (isProduction(marks, host)) return 'it is one of `production` in tollgate.yaml';
  if (marks.hosts.length === 0 && marks.addresses.length === 0) return null;
  if (host.kind === 'name' && (await hasProductionAlias(marks, host.name, names)))
    return 'it is another name of one of `production` in tollgate.yaml';
  const addresses = host.kind === 'address' ? [host.address] : await addressesOf(host.name, names);
  if (addresses.some((address) => isProductionAddress(marks, address)))
    return 'it has an address of `production` in tollgate.yaml';
  for (const name of namesAmong(marks)) {
    const theirs = await addressesOf(name, names);
    if (theirs.some((one) => addresses.some((other) => isSameAddress(one, other))))
      return `it has the same address as the production host ${name}`;
  }
  return null;
}

async function hasProductionAlias(marks: ProductionNames, name: string, names: NameService) {
  if (marks.hosts.length === 0) return false;
  return (await names.aliases(name)).some((alias) => {
    const host = parseHost(alias);
    return host !== null && isProduction(marks, host);
  });
}

async function addressesOf(name: string, names: NameService): Promise<readonly IpNumber[]> {
  return (await names.addresses(name)).flatMap((text) => ipNumber(text.replace(/%.*$/, '')) ?? []);
}

function namesAmong(marks: ProductionNames): readonly string[] {
  return marks.hosts.flatMap((mark) => {
    const host = mark.includes('*') ? null : parseHost(mark);
    return host?.kind === 'name' ? [host.name] : [];
  });
}
