import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ipNumber, ipRange, isInRange } from './ip-address.ts';
import { isHostMark, isProduction, parseHost } from './production-host.ts';

const octet = fc.integer({ min: 0, max: 255 });
const quad = fc.tuple(octet, octet, octet, octet);

describe('a host', () => {
  test('of four numbers is the same in decimal, hexadecimal, octal, short, and within IPv6', () => {
    fc.assert(
      fc.property(quad, ([a, b, c, d]) => {
        const whole = a * 2 ** 24 + b * 2 ** 16 + c * 256 + d;
        const hex = (value: number) => `0x${value.toString(16)}`;
        const octal = (value: number) => `0${value.toString(8)}`;
        const plain = parseHost(`${a}.${b}.${c}.${d}`);
        expect(plain?.kind).toBe('address');
        const spellings = [
          String(whole),
          hex(whole).toUpperCase().replace('0X', '0x'),
          [a, b, c, d].map(hex).join('.'),
          [a, b, c, d].map(octal).join('.'),
          `${a}.${b}.${c * 256 + d}`,
          `${a}.${b}.${c}.${d}.`,
          `${a}.${b}.${c}.${d}:8443`,
          `[::ffff:${a}.${b}.${c}.${d}]:80`,
          `::ffff:${a}.${b}.${c}.${d}`,
          `0:0:0:0:0:FFFF:${a}.${b}.${c}.${d}`,
        ];
        for (const spelling of spellings) expect(parseHost(spelling)).toEqual(plain);
      }),
    );
  });

  test('of a name is the same in upper case, with a dot behind and with a port', () => {
    const label = fc.stringMatching(/^[a-z][a-z0-9]{0,9}$/);
    fc.assert(
      fc.property(label, label, (one, two) => {
        const name = `${one}.${two}.example`;
        for (const spelling of [name.toUpperCase(), `${name}.`, `${name}:99`, ` ${name} `])
          expect(parseHost(spelling)).toEqual({ kind: 'name', name });
        const host = parseHost(name);
        if (host === null) throw new Error('expected a host');
        expect(isProduction({ hosts: [`*.${two.toUpperCase()}.example.`], addresses: [] }, host)).toBe(true);
        expect(isProduction({ hosts: [`*.${name}`], addresses: [] }, host)).toBe(false);
      }),
    );
  });

  test('no text makes it throw', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const host = parseHost(text);
        expect(host === null || ['name', 'address'].includes(host.kind)).toBe(true);
        expect([true, false]).toContain(isHostMark(text));
      }),
    );
  });

  test('everything on loopback is this machine, where production is', () => {
    const marks = { hosts: ['127.0.0.1'], addresses: [] };
    for (const text of ['127.0.0.1', '127.9.9.9', '0.0.0.0', '0', '[::1]', '[::]', '2130706433', '0x7f.1']) {
      const host = parseHost(text);
      expect(host !== null && isProduction(marks, host), text).toBe(true);
    }
  });
});

describe('a range', () => {
  test('holds what begins as it does', () => {
    fc.assert(
      fc.property(quad, fc.integer({ min: 0, max: 32 }), ([a, b, c, d], bits) => {
        const range = ipRange(`${a}.${b}.${c}.${d}/${bits}`);
        const address = ipNumber(`${a}.${b}.${c}.${d}`);
        if (range === null || address === null) throw new Error('expected both');
        expect(isInRange(range, address)).toBe(true);
        const flipped = address ^ (1n << BigInt(32 - bits));
        if (bits > 0) expect(isInRange(range, flipped)).toBe(false);
      }),
    );
  });

  test.each(['10.0.0.0/33', '10.0.0/8', '10.0.0.0/8/8', '2001:db8::/129', 'a', '', '1::2::3', '256.0.0.1'])(
    '"%s" is none',
    (text) => {
      expect(ipRange(text)).toBeNull();
    },
  );

  test('of IPv6 holds no IPv4', () => {
    const range = ipRange('2001:db8::/32');
    const [inside, outside] = [ipNumber('2001:db8:ffff::1'), ipNumber('32.1.13.184')];
    if (range === null || inside === null || outside === null) throw new Error('expected all');
    expect([isInRange(range, inside), isInRange(range, outside)]).toEqual([true, false]);
  });
});
