import { createHash } from 'node:crypto';

/** A fixed namespace of our own, so that no other tool derives the same identifier from the same name. */
const namespace = Buffer.from('6f1d0a5e3b7c4d2f9e8a715c40b2d963', 'hex');

/** UUID version 5 (RFC 9562): the same name always gives the same identifier. */
export function nameBasedUuid(name: string): string {
  const hash = createHash('sha1').update(namespace).update(name, 'utf8').digest().subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
