import { type LocalDate, localDate } from '../../model/date.ts';
import { type Decimal, isDecimal } from '../../model/decimal.ts';
import { Inexpressible, NotUnderstood } from './unreadable.ts';

/**
 * The fields of one object of a case. It keeps which of them were read: what nobody read is reported, so that a statement
 * of the case is never passed over in silence.
 */
export class Fields {
  readonly path: string;
  readonly #values: Readonly<Record<string, unknown>>;
  readonly #read = new Set<string>();
  /** By path, so that whoever asks again reads on in the same one. */
  readonly #children = new Map<string, Fields>();

  constructor(values: Readonly<Record<string, unknown>>, path: string) {
    this.#values = values;
    this.path = path;
  }

  get keys(): readonly string[] {
    return Object.keys(this.#values);
  }

  has(key: string): boolean {
    return Object.hasOwn(this.#values, key);
  }

  hasAll(...keys: readonly string[]): boolean {
    return keys.every((key) => this.has(key));
  }

  wasRead(key: string): boolean {
    return this.#read.has(key);
  }

  /** Looks at a value without counting it as read. */
  peek(key: string): unknown {
    return this.#values[key];
  }

  /** Takes the value as it is and counts it as read. */
  raw(key: string): unknown {
    this.#read.add(key);
    return this.#values[key];
  }

  text(key: string): string {
    return textOf(this.raw(key), `${this.path}.${key}`);
  }

  textOr<D>(key: string, absent: D): string | D {
    return this.has(key) ? this.text(key) : absent;
  }

  decimal(key: string): Decimal {
    return decimalOf(this.raw(key), `${this.path}.${key}`);
  }

  decimalOr<D>(key: string, absent: D): Decimal | D {
    return this.has(key) && this.#values[key] !== null ? this.decimal(key) : this.#absent(key, absent);
  }

  decimals(key: string): readonly Decimal[] {
    return this.list(key).map((value, index) => decimalOf(value, `${this.path}.${key}[${index}]`));
  }

  /** A whole number, written as a number or as text. */
  count(key: string): number {
    return countOf(this.raw(key), `${this.path}.${key}`);
  }

  /** The day of a date or of an instant. */
  day(key: string): LocalDate {
    return dayOf(this.raw(key), `${this.path}.${key}`);
  }

  list(key: string): readonly unknown[] {
    const value = this.raw(key);
    if (Array.isArray(value)) return value;
    throw unexpected(value, { path: `${this.path}.${key}`, expected: 'a list' });
  }

  object(key: string): Fields {
    return this.#child(this.raw(key), `${this.path}.${key}`);
  }

  objects(key: string): readonly Fields[] {
    return this.list(key).map((value, index) => this.#child(value, `${this.path}.${key}[${index}]`));
  }

  /** Paths of all fields, here and below, that no reader asked for. */
  unread(): readonly string[] {
    const own = this.keys.filter((key) => !this.#read.has(key)).map((key) => `${this.path}.${key}`);
    return [...own, ...[...this.#children.values()].flatMap((child) => child.unread())];
  }

  #absent<D>(key: string, absent: D): D {
    this.#read.add(key);
    return absent;
  }

  #child(value: unknown, path: string): Fields {
    if (!isObject(value)) throw unexpected(value, { path, expected: 'an object' });
    const child = this.#children.get(path) ?? new Fields(value, path);
    this.#children.set(path, child);
    return child;
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function textOf(value: unknown, path: string): string {
  if (typeof value === 'string') return value;
  throw unexpected(value, { path, expected: 'a text' });
}

export function decimalOf(value: unknown, path: string): Decimal {
  if (typeof value === 'string' && isDecimal(value)) return value;
  // What is absent may stand there under a name that no reader knows.
  if (typeof value === 'object' || value === undefined)
    throw unexpected(value, { path, expected: 'a decimal in quotes' });
  throw new NotUnderstood(
    `${path}: found ${JSON.stringify(value)}, expected a decimal in quotes such as "12.50"`,
  );
}

export function dayOf(value: unknown, path: string): LocalDate {
  const text = textOf(value, path);
  if (!/^\d{4}-\d\d-\d\d(T.*)?$/.test(text)) {
    throw new NotUnderstood(`${path}: found "${text}", expected a day or an instant such as 2026-04-16`);
  }
  return localDate(text.slice(0, 10));
}

function countOf(value: unknown, path: string): number {
  const count = typeof value === 'string' && /^\d{1,9}(\.0+)?$/.test(value) ? Number(value) : value;
  if (typeof count === 'number' && Number.isInteger(count) && count >= 0) return count;
  if (count === undefined) throw unexpected(count, { path, expected: 'a whole number' });
  throw new NotUnderstood(`${path}: found ${JSON.stringify(value)}, expected a whole number`);
}

function unexpected(
  value: unknown,
  where: { readonly path: string; readonly expected: string },
): Inexpressible {
  return new Inexpressible(
    `no reader for this form of ${where.path}: found ${JSON.stringify(value) ?? 'nothing'}, expected ${where.expected}`,
  );
}
