import { JsonCursor, JsonRefused } from './json-cursor.ts';

export const jsonBytesMax = 16 * 1024 * 1024;
const depthMax = 200;
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

export interface StrictJsonOptions {
  /** How the reader knows the file. */
  readonly shownAs: string;
  /** Of the text in UTF-8; `jsonBytesMax` where it is left out. */
  readonly bytesMax?: number;
}

/** What a text of JSON holds, or the one thing that is wrong with it. `line` and `column` count from 1. */
export type StrictJson =
  | { readonly kind: 'read'; readonly value: unknown }
  | {
      readonly kind: 'refused';
      readonly file: string;
      readonly line: number;
      readonly column: number;
      /** Such as `[2].given.amount`; empty for the whole file. */
      readonly field: string;
      readonly message: string;
    };

/** Reads JSON as the standard says and no looser: what two readers could understand differently is refused with its place. */
export function readStrictJson(
  text: string,
  { shownAs, bytesMax = jsonBytesMax }: StrictJsonOptions,
): StrictJson {
  const cursor = new JsonCursor(text);
  try {
    const bytes = Buffer.byteLength(text);
    if (bytes > bytesMax) throw cursor.refusal(`found ${bytes} bytes, expected at most ${bytesMax}`, 0);
    const value = new StrictReader(cursor).value('', 0);
    cursor.skipSpace();
    if (!cursor.isAtEnd) throw cursor.unexpected('the end of the file, because its value is complete');
    return { kind: 'read', value };
  } catch (error) {
    if (!(error instanceof JsonRefused)) throw error;
    const { line, column, field, message } = error;
    return { kind: 'refused', file: shownAs, line, column, field, message };
  }
}

/** `file:line:column: field: what was found`. */
export function describeJsonRefusal(refused: Extract<StrictJson, { readonly kind: 'refused' }>): string {
  const place = `${refused.file}:${refused.line}:${refused.column}`;
  return [place, ...(refused.field === '' ? [] : [refused.field]), refused.message].join(': ');
}

class StrictReader {
  readonly #cursor: JsonCursor;

  constructor(cursor: JsonCursor) {
    this.#cursor = cursor;
  }

  value(field: string, depth: number): unknown {
    const cursor = this.#cursor;
    cursor.field = field;
    cursor.skipSpace();
    if (depth > depthMax) throw cursor.refusal(`found more than ${depthMax} levels of nesting`);
    switch (cursor.next) {
      case '{':
        return this.#object(field, depth);
      case '[':
        return this.#array(field, depth);
      case '"':
        return cursor.string();
      case 't':
        return cursor.word('true', true);
      case 'f':
        return cursor.word('false', false);
      case 'n':
        return cursor.word('null', null);
      default:
        return cursor.number();
    }
  }

  #object(field: string, depth: number): Record<string, unknown> {
    const cursor = this.#cursor;
    const found: Record<string, unknown> = {};
    cursor.take('{');
    if (cursor.takeIf('}')) return found;
    do {
      cursor.skipSpace();
      const at = cursor.offset;
      const key = cursor.string('a key in quotes');
      cursor.field = field === '' ? key : `${field}.${key}`;
      if (forbiddenKeys.has(key)) throw cursor.refusal(`found the key "${key}", which no file may hold`, at);
      if (Object.hasOwn(found, key))
        throw cursor.refusal(`found the key "${key}" twice, expected each once`, at);
      cursor.take(':');
      found[key] = this.value(cursor.field, depth + 1);
      cursor.field = field;
    } while (cursor.takeIf(','));
    cursor.take('}');
    return found;
  }

  #array(field: string, depth: number): unknown[] {
    const cursor = this.#cursor;
    const found: unknown[] = [];
    cursor.take('[');
    if (cursor.takeIf(']')) return found;
    do {
      found.push(this.value(`${field}[${found.length}]`, depth + 1));
      cursor.field = field;
    } while (cursor.takeIf(','));
    cursor.take(']');
    return found;
  }
}
