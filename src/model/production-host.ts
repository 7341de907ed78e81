import { type IpNumber, ipNumber, ipRange, isInRange, isLoopback } from './ip-address.ts';

/** A host as it is, however it was spelled. */
export type Host =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'address'; readonly address: IpNumber };

/** What a project says is production. */
export interface ProductionNames {
  /** Host names or addresses; a leading "*." for all names below. */
  readonly hosts: readonly string[];
  /** Addresses and ranges such as 203.0.113.0/24. */
  readonly addresses: readonly string[];
}

/**
 * One host of many spellings: upper case, trailing dots, international letters, numbers in decimal, hexadecimal and octal,
 * IPv4 within IPv6, brackets, a port. The URL standard knows them all. Null when it is no host.
 */
export function parseHost(text: string): Host | null {
  const bare = text.trim();
  const isBareIpv6 = /^[0-9a-f:.]*:[0-9a-f.]*:[0-9a-f:.]*$/i.test(bare);
  if (bare === '' || /[/?#@\\\s]/.test(bare)) return null;
  return hostOfUrl(`http://${isBareIpv6 ? `[${bare}]` : bare}`);
}

/** The host that a client would connect to; null when the text is no URL with a host. */
export function hostOfUrl(url: string): Host | null {
  // Schemes that the standard does not know keep their host as it was written: read it as that of a web address.
  const web = url.trim().replace(/^[a-z][a-z0-9+.-]*:\/\//i, 'http://');
  if (!URL.canParse(web)) return null;
  const hostname = new URL(web).hostname.replace(/\.+$/, '');
  if (hostname === '') return null;
  const address = ipNumber(hostname);
  return address === null ? { kind: 'name', name: hostname } : { kind: 'address', address };
}

/** Whether the project's marks name this host itself. What a name resolves to is for whoever can ask. */
export function isProduction(marks: ProductionNames, host: Host): boolean {
  if (host.kind === 'address') return isProductionAddress(marks, host.address);
  return marks.hosts.some((mark) => matchesName(mark, host.name));
}

export function isProductionAddress(marks: ProductionNames, address: IpNumber): boolean {
  const literals = marks.hosts.flatMap((mark) => addressOf(mark) ?? []);
  if (literals.some((literal) => isSameAddress(literal, address))) return true;
  return marks.addresses.some((text) => {
    const range = ipRange(text.trim());
    return (
      range !== null && (isInRange(range, address) || (isOne(range) && isSameAddress(range.from, address)))
    );
  });
}

/** Whether both reach the same machine. Everything on loopback does. */
export function isSameAddress(one: IpNumber, other: IpNumber): boolean {
  return one === other || (isLoopback(one) && isLoopback(other));
}

/** A mark that names hosts: the one of that name, or all below it. */
export interface MarkedName {
  readonly name: string;
  readonly isBelow: boolean;
}

/** The name in a mark, as a host is named once it is read. Null when it marks an address, or nothing. */
export function markedName(mark: string): MarkedName | null {
  const isBelow = mark.trim().startsWith('*.');
  const host = parseHost(isBelow ? mark.trim().slice(2) : mark);
  return host?.kind === 'name' ? { name: host.name, isBelow } : null;
}

/** Whether the text may stand among the marks: a host, with "*." before it for all below. */
export function isHostMark(text: string): boolean {
  if (text.startsWith('*.')) return parseHost(text.slice(2))?.kind === 'name';
  return !text.includes('*') && parseHost(text) !== null;
}

function matchesName(mark: string, name: string): boolean {
  const marked = markedName(mark);
  if (marked === null) return false;
  return marked.isBelow ? name.endsWith(`.${marked.name}`) : name === marked.name;
}

function addressOf(mark: string): IpNumber | null {
  const host = parseHost(mark);
  return host?.kind === 'address' ? host.address : null;
}

function isOne(range: { readonly prefixBits: number }): boolean {
  return range.prefixBits === 128;
}
