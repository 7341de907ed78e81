import { describe, expect, test } from 'vitest';
import { capabilities } from '../../target/capability.ts';
import { answering, contractOf, promise } from './matrix.fixture.ts';
import { matrixLines } from './matrix-lines.ts';
import { endLines, unshown } from './promise-lines.ts';
import { habitStanding, standingOf } from './shown-support.ts';

const declared = { clock: 'native', 'price.flat': 'emulated', usage: 'native', tax: 'absent' };
const contract = contractOf(declared, [
  promise('kept', ['clock']),
  promise('violated', ['clock', 'price.flat'], ['dayCount']),
  promise('undeclared', ['clock', 'tax'], ['taxBase']),
  promise('absent', ['clock', 'coupon']),
]);

describe('how what is declared stands', () => {
  test.each([
    ['clock', 'verified'],
    ['price.flat', 'failed'],
    ['usage', 'unverified'],
    ['tax', 'undeclared'],
    ['coupon', 'absent'],
  ] as const)('%s is %s', (capability, standing) => {
    const support = (declared as Readonly<Record<string, string>>)[capability];
    expect(standingOf(capability, support, contract)).toBe(standing);
  });

  test('without a verification nothing declared is shown', () => {
    expect(standingOf('clock', 'native', null)).toBe('unverified');
    expect(standingOf('tax', 'absent', null)).toBe('absent');
    expect(habitStanding('dayCount', null)).toBe('unverified');
  });

  test('a violated promise fails its habit; one that was not declared shows nothing of it', () => {
    expect(habitStanding('dayCount', contract)).toBe('failed');
    expect(habitStanding('taxBase', contract)).toBe('unverified');
  });
});

describe('the matrix', () => {
  const shown = matrixLines([answering('acme', declared, contract), answering('other', {}, null)], 80);
  const row = (name: string) => shown.find((line) => line.startsWith(`${name} `))?.split(/ {2,}/);

  test('has each capability once, in 80 columns', () => {
    expect(capabilities.filter((name) => row(name) === undefined)).toEqual([]);
    expect(shown.filter((line) => line.length > 80)).toEqual([]);
  });

  test('tells native, emulated, absent and unverified apart', () => {
    expect(row('clock')).toEqual(['clock', 'native', 'absent']);
    expect(row('price.flat')).toEqual(['price.flat', 'FAILED', 'absent']);
    expect(row('usage')).toEqual(['usage', 'native ?', 'absent']);
    expect(row('tax')).toEqual(['tax', 'absent, works', 'absent']);
    expect(row('roundingMode')).toEqual(['roundingMode', 'half-up ?', 'half-up ?']);
  });

  test('says how many checks of a phase each can run, and what could not be listed', () => {
    expect(row('unit')).toEqual(['unit', '3 of 12', '3 of 12']);
    expect(shown.at(-1)).toBe('  ? performance: Found no k6.');
  });

  test('four targets stand in two blocks', () => {
    const four = ['a', 'b', 'c', 'd'].map((name) => answering(name, {}, null));
    expect(matrixLines(four, 80).filter((line) => line.startsWith('CAPABILITY'))).toEqual([
      'CAPABILITY                      a              b              c',
      'CAPABILITY                      d',
    ]);
  });
});

describe('the end of a verification', () => {
  test('counts, and names what to mend first', () => {
    const lines = endLines(contract);
    expect(lines[0]).toBe(
      '4 promises: 1 kept, 1 violated, 0 unproven, 1 working and not declared, 1 not declared',
    );
    expect(lines.at(-1)).toBe('Next: mend "clock and price.flat".');
  });

  test('without a violation it names what works and is not declared', () => {
    const sound = contractOf(declared, [promise('kept', ['clock']), promise('undeclared', ['clock', 'tax'])]);
    expect(endLines(sound).at(-1)).toBe('Next: declare tax.');
  });

  test('else what could be declared next, in the order of the contract, with its verbs', () => {
    const sound = contractOf({ clock: 'native' }, [promise('kept', ['clock'])]);
    const lines = endLines(sound);
    expect(lines.at(-3)).toContain('    price.flat: a plan costs a fixed fee. Verbs: publish,');
    expect(unshown(sound)).toEqual([]);
  });

  test('names what is declared and was not shown, and what its promise takes besides', () => {
    const open = contractOf({ 'price.flat': 'native', payment: 'native', coupon: 'native' }, []);
    expect(endLines(open)).toContain(
      '? coupon is declared and not verified: its promise also takes clock, coupon.limits',
    );
  });
});
