import { productionVariable } from '../../../channel/message.ts';
import { type IpRange, ipRange, isInRange } from '../../../model/ip-address.ts';
import { hostOfUrl, markedName, type ProductionNames, parseHost } from '../../../model/production-host.ts';

/** What k6 takes for a host name; one that it cannot read would end it before any request. */
const blockable = /^(\*\.)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;

type Environment = Readonly<Record<string, string>>;

/**
 * Keeps the load from production wherever the target's answers lead: no redirect is followed, and should a profile follow
 * one by its own leave, k6 opens no connection to what the project calls production.
 */
export function productionBlock(env: Environment): Environment {
  const marks = JSON.parse(env[productionVariable] || '{"hosts":[],"addresses":[]}') as ProductionNames;
  // A system that we started ourselves may stand where a mark points: the guard let it pass.
  const target = hostOfUrl(env['TOLLGATE_TARGET_URL'] ?? '');
  const names = marks.hosts
    .flatMap(blockedName)
    .filter((name) => target?.kind !== 'name' || name !== target.name);
  const ranges = blockedRanges(marks).filter(
    (range) => target?.kind !== 'address' || !isInRange(range, target.address),
  );
  return {
    K6_MAX_REDIRECTS: '0',
    ...asList('K6_BLOCK_HOSTNAMES', env, names),
    ...asList('K6_BLACKLIST_IPS', env, ranges.map(cidr)),
  };
}

function blockedName(mark: string): readonly string[] {
  const marked = markedName(mark);
  if (marked === null) return [];
  const name = `${marked.isBelow ? '*.' : ''}${marked.name}`;
  return blockable.test(name) ? [name] : [];
}

function blockedRanges({ hosts, addresses }: ProductionNames): readonly IpRange[] {
  const ones = hosts.flatMap((mark) => {
    const host = parseHost(mark);
    return host?.kind === 'address' ? [{ from: host.address, prefixBits: 128 }] : [];
  });
  return [...ones, ...addresses.flatMap((text) => ipRange(text.trim()) ?? [])];
}

/** k6 knows an IPv4 address in the form of IPv6, too. */
function cidr({ from, prefixBits }: IpRange): string {
  const groups = Array.from({ length: 8 }, (_, n) => (from >> BigInt(112 - 16 * n)) & 0xffffn);
  return `${groups.map((group) => group.toString(16)).join(':')}/${prefixBits}`;
}

/** Beside what the surroundings block already. */
function asList(variable: string, env: Environment, added: readonly string[]): Environment {
  const inherited = env[variable] ?? '';
  const all = inherited === '' ? added : [inherited, ...added];
  return all.length === 0 ? {} : { [variable]: all.join(',') };
}
