import { HarnessFault } from '../../model/fault.ts';
import { isObject } from './fields.ts';
import { asTexts, withoutNone } from './plain-values.ts';
import type { CaseLocation, CaseStep, PublishedCase } from './published-case.ts';

const topFields = ['id', 'area', 'title', 'given', 'when', 'expect', 'source', 'note'];

/** Reads a file of cases. Throws BAD_CONFIGURATION with file, line and field for anything that is not in the format. */
export function readCaseFile(text: string, file: string): readonly PublishedCase[] {
  const json = parsed(text, file);
  if (!Array.isArray(json)) throw malformed({ file, line: 1 }, 'the file', 'a list of cases in [ ]');
  const seen = new Set<string>();
  return json.map((value: unknown, index) => {
    const locate = locator(text, file);
    const one = strictCase(value, locate(value, index));
    if (seen.has(one.id)) throw malformed(one, 'id', `one case called "${one.id}", this is the second`);
    seen.add(one.id);
    return one;
  });
}

/** Checks the shape that all cases share and the form of their numbers. */
export function strictCase(value: unknown, at: CaseLocation): PublishedCase {
  if (!isObject(value)) throw malformed(at, 'the case', 'an object in { }');
  const unknown = Object.keys(value).find((key) => !topFields.includes(key));
  if (unknown !== undefined) throw malformed(at, unknown, `only the fields ${topFields.join(', ')}`);
  const text = (field: string): string => {
    const found = value[field];
    if (typeof found !== 'string' || found === '') throw malformed(at, field, 'a text that is not empty');
    return found;
  };
  refuseFractions(value['given'], { at, path: 'given' });
  refuseFractions(value['expect'], { at, path: 'expect' });
  return {
    id: text('id'),
    area: text('area'),
    title: text('title'),
    given: withoutNone(asTexts(objectField(value, 'given', at))),
    when: stepsOf(value['when'], at),
    expect: asTexts(nonEmpty(objectField(value, 'expect', at), at)),
    source: sourceOf(value['source'], at),
    note: value['note'] === undefined || value['note'] === '' ? '' : text('note'),
    ...at,
  };
}

function stepsOf(value: unknown, at: CaseLocation): readonly CaseStep[] {
  if (!Array.isArray(value) || value.length === 0) throw malformed(at, 'when', 'a list of at least one step');
  return value.map((step: unknown, index) => {
    if (typeof step === 'string') return { do: step, at: null, more: {} };
    const field = `when[${index}]`;
    if (!isObject(step)) throw malformed(at, field, 'a step {at?, do, ...}');
    const { do: verb, at: when, ...more } = step;
    if (typeof verb !== 'string') throw malformed(at, `${field}.do`, 'a text');
    if (when !== undefined && typeof when !== 'string')
      throw malformed(at, `${field}.at`, 'a day or an instant');
    refuseFractions(more, { at, path: field });
    return { do: verb, at: when ?? null, more: asTexts(more) };
  });
}

function sourceOf(value: unknown, at: CaseLocation): PublishedCase['source'] {
  const source = isObject(value) ? value : {};
  const text = (key: string): string => {
    const found = source[key];
    if (typeof found !== 'string')
      throw malformed(at, `source.${key}`, 'a text that says where the figures stand');
    return found;
  };
  return { repo: text('repo'), path: text('path'), what: text('what') };
}

function objectField(
  value: Readonly<Record<string, unknown>>,
  field: string,
  at: CaseLocation,
): Readonly<Record<string, unknown>> {
  const found = value[field];
  if (!isObject(found)) throw malformed(at, field, 'an object in { }');
  return found;
}

function nonEmpty<T extends object>(expect: T, at: CaseLocation): T {
  if (Object.keys(expect).length > 0) return expect;
  throw malformed(at, 'expect', 'at least one expected figure');
}

/** A number with a point has lost its exactness in most JSON readers before anybody could look at it. */
function refuseFractions(value: unknown, where: { readonly at: CaseLocation; readonly path: string }): void {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    throw malformed(where.at, where.path, `a decimal in quotes such as "12.50", found the number ${value}`);
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const path = Array.isArray(value) ? `${where.path}[${key}]` : `${where.path}.${key}`;
    refuseFractions(inner, { at: where.at, path });
  }
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    const position = /position (\d+)/.exec(message)?.[1];
    const before = position === undefined ? text : text.slice(0, Number(position));
    throw malformed({ file, line: before.split('\n').length }, 'the file', `JSON (${message})`);
  }
}

/** Finds a case by the text of its id, and the n-th case without one by counting ids before it. */
function locator(text: string, file: string): (value: unknown, index: number) => CaseLocation {
  const lines = text.split('\n');
  return (value, index) => {
    const id = isObject(value) ? value['id'] : undefined;
    const wanted = new RegExp(`"id"\\s*:\\s*${escaped(JSON.stringify(id) ?? '')}`);
    const byId = id === undefined ? -1 : lines.findIndex((line) => wanted.test(line));
    if (byId >= 0) return { file, line: byId + 1 };
    const ids = lines.flatMap((line, at) => (/"id"\s*:/.test(line) ? [at + 1] : []));
    return { file, line: ids[Math.max(0, index - 1)] ?? 1 };
  };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function malformed(at: CaseLocation, field: string, expected: string): HarnessFault {
  return new HarnessFault({
    code: 'BAD_CONFIGURATION',
    message: `${at.file}, line ${at.line}, ${field}: expected ${expected}.`,
    hint: 'The format of a case is written down in data/README.md.',
  });
}
