import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { describe, expect, test } from 'vitest';

/** Longer bodies than this say how something is worked out; shorter ones can hardly be written in another way. */
const linesMax = 8;

interface Body {
  readonly place: string;
  /** Without types, comments, layout and names: what it does, not what it is called. */
  readonly shape: string;
  readonly lines: number;
}

const keywords = new Set(
  'await break case catch class const continue default do else extends finally for function if in instanceof let new null of return super switch this throw true false try typeof undefined var void while yield async'.split(
    ' ',
  ),
);

/** Every function of the source with a body of its own, nested ones too. */
function bodiesOf(source: string, file: string): readonly Body[] {
  // One layout for all: a function begins a line that ends with a brace and ends where a brace stands as far to the left.
  const lines = transformSync(source, { loader: 'ts' }).code.split('\n');
  return lines.flatMap((line, index) => {
    if (
      !/(function|=>|^\s*(async )?\*?#?\w+\(.*\)) ?.*\{$/.test(line) ||
      /^\s*(if|for|while|switch)\b/.test(line)
    )
      return [];
    const indent = line.search(/\S/);
    const end = lines.findIndex(
      (other, at) => at > index && other.search(/\S/) === indent && /^\s*\}/.test(other),
    );
    const inner = lines.slice(index + 1, end);
    const shape = inner.map(nameless).join('\n');
    return [{ place: `${file}: ${line.trim()}`, shape, lines: inner.length }];
  });
}

function nameless(line: string): string {
  return line
    .trim()
    .replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '""')
    .replace(/[A-Za-z_$][\w$]*/g, (word) => (keywords.has(word) ? word : '_'));
}

function bodiesIn(room: string): readonly Body[] {
  const dir = join(import.meta.dirname, '..', room);
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(file))
    .flatMap((file) => bodiesOf(readFileSync(join(dir, file), 'utf8'), `${room}/${file}`));
}

/** Pairs of places that do the same in the same steps. */
function twins(left: readonly Body[], right: readonly Body[]): readonly string[] {
  const known = new Map(
    left.filter(({ lines }) => lines > linesMax).map(({ shape, place }) => [shape, place]),
  );
  return right.flatMap(({ shape, place }) => {
    const twin = known.get(shape);
    return twin === undefined ? [] : [`${twin} = ${place}`];
  });
}

describe('oracle and sandbox', () => {
  test('work nothing out in the same steps: one mistake cannot make both agree', () => {
    const [oracle, sandbox] = [bodiesIn('oracle'), bodiesIn('sandbox')];
    expect(oracle.filter(({ lines }) => lines > linesMax).length).toBeGreaterThan(20);
    expect(sandbox.filter(({ lines }) => lines > linesMax).length).toBeGreaterThan(20);
    expect(twins(oracle, sandbox)).toEqual([]);
  });

  test('would be found out if one were copied from the other under new names', () => {
    const body = (a: string, b: string) => `
      export function ${a}(${b}: number): number {
        // ${a}
        let ${b}1 = 1;
        for (const each of [1, 2]) {
          ${b}1 += each;
          ${b}1 -= 2;
        }
        if (${b} > 1) {
          return ${b};
        }
        return ${b}1 * 2;
      }`;
    const [one] = bodiesOf(body('share', 'days'), 'one.ts');
    const [other] = bodiesOf(
      body('portion', 'nights').replace('number): number', 'bigint): bigint'),
      'other.ts',
    );
    expect(twins([one as Body], [other as Body])).toHaveLength(1);
    const [third] = bodiesOf(body('portion', 'nights').replace('+=', '*='), 'third.ts');
    expect(twins([one as Body], [third as Body])).toEqual([]);
  });
});
