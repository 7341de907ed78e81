import { isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import { HarnessFault } from '../model/fault.ts';
import { absent, readPlainFile } from './plain-file.ts';
import { plainText } from './plain-text.ts';
import { parseStrictYaml } from './strict-yaml.ts';

/** A reader mends the first ones and asks again. */
const mistakesShown = 50;

/** No configuration that a person wrote is larger. */
export const configurationBytesMax = 1024 * 1024;

/** One thing wrong in a file that somebody wrote. `line` counts from 1. */
export interface LocatedError {
  readonly file: string;
  readonly line: number;
  /** Dotted, such as "targets.sandbox.driver"; empty for the whole file. */
  readonly field: string;
  readonly message: string;
}

export interface YamlSource {
  readonly file: string;
  readonly text: string;
}

export interface Reading<Value> {
  /** Null when there are errors. */
  readonly value: Value | null;
  readonly errors: readonly LocatedError[];
}

/** `within`: the project whose file it is, when it is not one that we ship. */
export async function readSource(path: string, shownAs: string, within?: string): Promise<YamlSource> {
  const bounds = { bytesMax: configurationBytesMax, ...(within === undefined ? {} : { within }) };
  const file = readPlainFile(path, bounds);
  if (file.kind === 'refused') throw unreadSource(path, shownAs, file.why);
  const text = plainText(file.bytes);
  if (text.kind === 'text') return { file: shownAs, text: text.text };
  throw new HarnessFault({
    code: 'BAD_CONFIGURATION',
    message: `${shownAs}:${text.line}: ${text.why}`,
    hint: 'Nothing was sent to any target. Save the file as UTF-8 and run again.',
  });
}

function unreadSource(path: string, shownAs: string, why: string): HarnessFault {
  return new HarnessFault({
    code: 'BAD_CONFIGURATION',
    message: why === absent ? `Found no ${shownAs}; expected the file ${path}.` : `${shownAs} ${why}.`,
    hint:
      why === absent
        ? 'Go to the folder that holds tollgate.yaml, or write one: see README, section "Your own project".'
        : 'Nothing was sent to any target.',
    cause: why,
  });
}

/** Whether a source could not be read because there is none; what is there and cannot be read says why itself. */
export function isAbsent(error: unknown): boolean {
  return error instanceof HarnessFault && error.cause === absent;
}

/** Reads YAML by a schema. Every mistake is located; nothing is guessed, unknown keys are refused. */
export function readYaml<Value>(source: YamlSource, schema: z.ZodType<Value>): Reading<Value> {
  const { document, lines, mistakes } = parseStrictYaml(source.text);
  const lineAt = (offset: number) => lines.linePos(offset).line;
  if (mistakes.length > 0) {
    const errors = mistakes.slice(0, mistakesShown).map(({ offset, field, message }) => ({
      file: source.file,
      line: lineAt(offset),
      field,
      message,
    }));
    return { value: null, errors };
  }
  const parsed = schema.safeParse(document.toJS() ?? {});
  if (parsed.success) return { value: parsed.data, errors: [] };
  const errors = parsed.error.issues.slice(0, mistakesShown).map((issue) => {
    const path = issue.path.map(String);
    const extra = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
    const offset = offsetOf(document.contents, [...path, ...extra]);
    return {
      file: source.file,
      line: lineAt(offset),
      field: [...path, ...extra].join('.'),
      message: messageOf(issue),
    };
  });
  return { value: null, errors };
}

function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys')
    return `found an unknown key "${issue.keys.join('", "').slice(0, 300)}"; remove it or mend its spelling`;
  // The words of the library, where nothing of ours says more.
  return issue.message.replace(/^Invalid input: expected (.+), received (.+)$/, 'found $2, expected $1');
}

/** Where the deepest part of the path that exists begins in the text. */
function offsetOf(contents: Node | null, path: readonly string[]): number {
  let found: Found = { node: contents, offset: 0 };
  for (const key of path) {
    const next = childOf(found, key);
    if (next === null) break;
    found = next;
  }
  return found.offset;
}

interface Found {
  readonly node: unknown;
  readonly offset: number;
}

function childOf({ node, offset }: Found, key: string): Found | null {
  if (isMap(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
    return pair === undefined ? null : { node: pair.value, offset: (pair.key as Node).range?.[0] ?? offset };
  }
  if (!isSequence(node)) return null;
  const item = node.items[Number(key)] as Node | undefined;
  return item === undefined ? null : { node: item, offset: item.range?.[0] ?? offset };
}

function isSequence(node: unknown): node is { readonly items: readonly unknown[] } {
  return typeof node === 'object' && node !== null && Array.isArray((node as { items?: unknown }).items);
}

export function describeError(error: LocatedError): string {
  const field = error.field === '' ? '' : ` ${error.field}:`;
  return `${error.file}:${error.line}:${field} ${error.message}`;
}

/** A mistake that shows only when the value is used, at the place where it stands. */
export function locatedError(source: YamlSource, path: readonly string[], message: string): LocatedError {
  const lines = new LineCounter();
  const { contents } = parseDocument(source.text, { lineCounter: lines });
  return {
    file: source.file,
    line: lines.linePos(offsetOf(contents, path)).line,
    field: path.join('.'),
    message,
  };
}

/** The beginning of a message about a value: "tollgate.yaml:5: target:". */
export function placeOf(source: YamlSource, path: readonly string[]): string {
  return describeError(locatedError(source, path, '')).trimEnd();
}

/** The value, or one BAD_CONFIGURATION that lists every mistake. */
export function valueOrFault<Value>(reading: Reading<Value>): Value {
  if (reading.value !== null) return reading.value;
  throw new HarnessFault({
    code: 'BAD_CONFIGURATION',
    message: reading.errors.map(describeError).join('\n'),
    hint: 'Nothing was sent to any target. Mend the line and run again; npx tollgate lint checks without running.',
  });
}
