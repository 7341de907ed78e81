import { expect, test } from 'vitest';
import { isCatastrophic } from './catastrophic-pattern.ts';

test.each([
  /^(a+)+$/,
  /^(a*)*b/,
  /(a|a)*$/,
  /^(\w+\s?)*$/,
  /^(a|ab|b)*c/,
  /^(.*,)*x$/,
  /^(?:(?:a|b)+){2,}c$/,
  /(?<x>[a-z]+)*\d/,
  /^(a|[a-c])+$/,
  /^(A|[a-c])+$/i,
  /^(?=(a+)+$)b/,
  /^(\u0061+)+$/,
  /^(a{2,})*$/,
  /^([^"]|\\.)*"$/,
  /^(a+){10}$/,
  /^(x+x+)+y$/,
  /^(([a-z])+.)+[A-Z]([a-z])+$/,
])('%s grows without end', (pattern) => {
  expect(isCatastrophic(pattern)).toBe(true);
});

test.each([
  /^a+$/,
  /^(\d+,)*\d+$/,
  /^(\w+ )*\w+$/,
  /^"([^"\\]*(\\.[^"\\]*)*)"$/,
  /^(\d{2}){3}$/,
  /^(\d{2}){12}$/,
  /^(a|b)*$/,
  /^(a|ab)*$/,
  /.*.*=/,
  /^the (?:invoice|bill) (.+) of (?:customer )?"([^"]*)"$/,
  /^(-?\d+(?:\.\d+)?) (EUR|USD)$/,
  /^(a+)?b$/,
  /^(a?){3}$/,
  /^[[\]{}]+$/,
  /^a{b$/,
  /^(["']).*\1$/,
  /^[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*$/u,
])('%s does not', (pattern) => {
  expect(isCatastrophic(pattern)).toBe(false);
});
