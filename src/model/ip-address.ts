/** An IP address as one number of 128 bits. An IPv4 address is its mapped form, so that one address has one number. */
export type IpNumber = bigint;

/** All addresses whose first `prefixBits` of 128 are those of `from`. */
export interface IpRange {
  readonly from: IpNumber;
  readonly prefixBits: number;
}

const mapped = 0xffffn << 32n;
const low32 = 0xffffffffn;
/** Prefixes under which the last 32 bits are an IPv4 address: mapped, compatible, and translated (RFC 6052). */
const embedding = [0xffffn, 0n, 0x64ff9bn << 64n] as const;

/** Reads "10.0.0.1", "2001:db8::1" or "[::1]" as the URL standard writes them; null for anything else. */
export function ipNumber(text: string): IpNumber | null {
  const bare = text.replace(/^\[(.*)\]$/, '$1');
  return bare.includes(':') ? ipv6Number(bare) : ipv4Number(bare);
}

function ipv4Number(text: string): IpNumber | null {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return null;
  return mapped | parts.reduce((sum, part) => (sum << 8n) | BigInt(part), 0n);
}

function ipv6Number(text: string): IpNumber | null {
  const [head = '', tail, ...more] = text.split('::');
  if (more.length > 0) return null;
  const before = groupsOf(head);
  const after = groupsOf(tail ?? '');
  const missing = 8 - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return null;
  const groups = [...before, ...Array<string>(missing).fill('0'), ...after];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null;
  return unified(groups.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n));
}

/** "ffff:127.0.0.1" ends with two groups in decimal. */
function groupsOf(text: string): string[] {
  if (text === '') return [];
  const groups = text.split(':');
  const last = groups.at(-1) ?? '';
  const ipv4 = last.includes('.') ? ipv4Number(last) : null;
  if (ipv4 === null) return groups;
  const number = ipv4 & low32;
  return [...groups.slice(0, -1), (number >> 16n).toString(16), (number & 0xffffn).toString(16)];
}

function unified(number: IpNumber): IpNumber {
  const isEmbedded = number > 1n && embedding.some((prefix) => number >> 32n === prefix);
  return isEmbedded ? mapped | (number & low32) : number;
}

/** "10.0.0.0/8", "2001:db8::/32", or one address; null for anything else. */
export function ipRange(text: string): IpRange | null {
  const [address = '', bits, ...more] = text.split('/');
  const from = ipNumber(address);
  if (from === null || more.length > 0) return null;
  const bitsMax = address.includes(':') ? 128 : 32;
  if (bits === undefined) return { from, prefixBits: 128 };
  if (!/^\d{1,3}$/.test(bits) || Number(bits) > bitsMax) return null;
  return { from, prefixBits: 128 - bitsMax + Number(bits) };
}

export function isInRange(range: IpRange, address: IpNumber): boolean {
  const free = BigInt(128 - range.prefixBits);
  return range.from >> free === address >> free;
}

/** This machine, by whichever of its many numbers: 127.0.0.0/8, ::1, and the addresses that mean "here". */
export function isLoopback(address: IpNumber): boolean {
  return address <= 1n || address === mapped || address >> 24n === (mapped | (127n << 24n)) >> 24n;
}
