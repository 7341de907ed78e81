import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { describeError, readYaml } from './located-yaml.ts';

const anything = z.unknown();

function mistakesOf(text: string): string[] {
  return readYaml({ file: 'a.yaml', text }, anything).errors.map(describeError);
}

test('what everybody reads alike is read', () => {
  const text = 'a: &x { b: 10, c: -0.5, d: NO, e: "010" }\nf: *x\ng: 2026-01-01\nh: 12:30\n';
  expect(readYaml({ file: 'a.yaml', text }, anything)).toEqual({
    value: {
      a: { b: 10, c: -0.5, d: 'NO', e: '010' },
      f: { b: 10, c: -0.5, d: 'NO', e: '010' },
      g: '2026-01-01',
      h: '12:30',
    },
    errors: [],
  });
});

test('lines are counted alike with CRLF and after a comment', () => {
  expect(mistakesOf('# one\r\na:\r\n  b: 010\r\n')).toEqual([
    'a.yaml:3: a.b: found 010, which can be read in several ways; write 10, or "010" for a text',
  ]);
});

describe('refused with its line', () => {
  test.each([
    ['a tab', 'a:\n\tb: 1\n', 'a.yaml:2: Tabs are not allowed as indentation'],
    ['a key twice', 'a:\n  b: 1\n  b: 2\n', 'a.yaml:3: a.b: found the key "b" twice; keys must be unique'],
    [
      '__proto__',
      'a:\n  __proto__: { b: 1 }\n',
      'a.yaml:2: a.__proto__: found the key "__proto__", which no file may hold',
    ],
    [
      'constructor',
      '"constructor": 1\n',
      'a.yaml:1: constructor: found the key "constructor", which no file may hold',
    ],
    [
      'a merge',
      'a: &x { b: 1 }\nc:\n  <<: *x\n',
      'a.yaml:3: c.<<: found the key "<<", which merges; write the keys out',
    ],
    [
      '1e3',
      'a: 1e3\n',
      'a.yaml:1: a: found 1e3, which can be read in several ways; write 1000, or "1e3" for a text',
    ],
    [
      'a hexadecimal number',
      'a: 0x1F\n',
      'a.yaml:1: a: found 0x1F, which can be read in several ways; write 31, or "0x1F" for a text',
    ],
    [
      'no number',
      'a: [.nan]\n',
      'a.yaml:1: a.0: found .nan, which can be read in several ways; write NaN, or ".nan" for a text',
    ],
    ['a number as key', 'a:\n  010: b\n', 'a.yaml:2: a: found a key that is no text; put it in quotes'],
    ['two documents', 'a: 1\n---\nb: 2\n', 'a.yaml:2: found a second document, expected one in a file'],
    [
      'another version',
      '%YAML 1.1\n---\na: NO\n',
      'a.yaml:1: found a directive (%), expected none; the file is read as YAML 1.2',
    ],
    [
      'a tag',
      'a: !!binary aGk=\n',
      'a.yaml:1: a: found the tag tag:yaml.org,2002:binary, expected none; put a text in quotes',
    ],
    [
      'an alias of nothing',
      'a: *x\n',
      'a.yaml:1: a: found the alias *x, which nothing is called; write the value out',
    ],
    [
      'an alias of itself',
      'a: &x [*x]\n',
      'a.yaml:1: a.0: found the alias *x of what holds aliases itself; write the value out',
    ],
    [
      'brackets without end',
      `a:\n  ${'['.repeat(500_000)}`,
      'a.yaml:2: found more than 100 levels of nesting',
    ],
    ['dashes without end', `a:\n${'- '.repeat(300_000)}x`, 'a.yaml:2: found more than 100 levels of nesting'],
  ])('%s', (_what, text, message) => {
    expect(mistakesOf(text)[0]).toBe(message);
  });

  test('a file that grows by its aliases', () => {
    const levels = Array.from({ length: 9 }, (_, n) => `l${n + 1}: &l${n + 1} [${`*l${n},`.repeat(9)}]`);
    expect(mistakesOf(`l0: &l0 [x]\n${levels.join('\n')}\n`)[0]).toBe(
      'a.yaml:3: l2.0: found the alias *l1 of what holds aliases itself; write the value out',
    );
  });

  test('a hundred thousand keys, the last one twice', () => {
    const keys = Array.from({ length: 100_000 }, (_, n) => `k${n}: 1`).join('\n');
    expect(mistakesOf(`${keys}\nk1: 2\n`)).toEqual([
      'a.yaml:100001: k1: found the key "k1" twice; keys must be unique',
    ]);
  });
});
