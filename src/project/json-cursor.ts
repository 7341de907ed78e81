// biome-ignore lint/suspicious/noControlCharactersInRegex: what JSON forbids inside a text is exactly these.
const plainText = /[^"\\\u0000-\u001f]*/y;
const numberText = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const hexDigits = /[0-9a-fA-F]{4}/y;
const space = /[ \t\n\r]*/y;
const wordText = /[A-Za-z]+/y;
const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** Why a text is not read, and where. */
export class JsonRefused extends Error {
  readonly line: number;
  readonly column: number;
  readonly field: string;

  constructor(
    message: string,
    place: { readonly line: number; readonly column: number; readonly field: string },
  ) {
    super(message);
    this.name = 'JsonRefused';
    this.line = place.line;
    this.column = place.column;
    this.field = place.field;
  }
}

/** Goes through a text of JSON from its first character to its last; a byte order mark before them is skipped. */
export class JsonCursor {
  /** Where in the value we are, for messages. */
  field = '';
  readonly #text: string;
  #offset: number;

  constructor(text: string) {
    this.#text = text;
    this.#offset = text.startsWith('\ufeff') ? 1 : 0;
  }

  get offset(): number {
    return this.#offset;
  }

  get next(): string {
    return this.#text.charAt(this.#offset);
  }

  get isAtEnd(): boolean {
    return this.#offset >= this.#text.length;
  }

  skipSpace(): void {
    this.#match(space);
  }

  take(sign: string): void {
    if (!this.takeIf(sign)) throw this.unexpected(`"${sign}"`);
  }

  takeIf(sign: string): boolean {
    this.skipSpace();
    if (this.next !== sign) return false;
    this.#offset += 1;
    return true;
  }

  word<Value>(text: string, value: Value): Value {
    const at = this.#offset;
    const found = this.#match(wordText);
    if (found !== text) throw this.refusal(`found ${found}, expected ${text}`, at);
    return value;
  }

  number(): number {
    const at = this.#offset;
    const found = this.#match(numberText);
    if (found === '') throw this.unexpected('a value of JSON');
    if (/[\w.+]/.test(this.next)) throw this.refusal(`found "${found}${this.next}", expected a number`, at);
    const value = Number(found);
    if (!Number.isFinite(value))
      throw this.refusal(`found ${shortened(found)}, which no number can hold`, at);
    return value;
  }

  string(expected = 'a text in quotes'): string {
    const at = this.#offset;
    if (this.next !== '"') throw this.unexpected(expected);
    this.#offset += 1;
    const parts: string[] = [];
    for (;;) {
      parts.push(this.#match(plainText));
      if (this.isAtEnd) throw this.refusal('found a text without its closing quote', at);
      const sign = this.next;
      if (sign !== '"' && sign !== '\\') throw this.unexpected('no control character in a text');
      this.#offset += 1;
      if (sign === '"') break;
      parts.push(this.#escaped());
    }
    const text = parts.join('');
    if (!text.isWellFormed())
      throw this.refusal('found half of a character (a lone surrogate) in a text', at);
    return text;
  }

  unexpected(expected: string): JsonRefused {
    return this.refusal(
      `found ${this.isAtEnd ? 'the end of the file' : this.#shown()}, expected ${expected}`,
    );
  }

  refusal(message: string, offset: number = this.#offset): JsonRefused {
    const before = this.#text.slice(0, offset);
    const line = before.split('\n').length;
    return new JsonRefused(message, {
      line,
      column: offset - before.lastIndexOf('\n'),
      field: this.field,
    });
  }

  #escaped(): string {
    const sign = this.next;
    const plain = Object.hasOwn(escapes, sign) ? escapes[sign] : undefined;
    if (plain === undefined && sign !== 'u') throw this.unexpected('a known sign after \\');
    this.#offset += 1;
    if (plain !== undefined) return plain;
    const code = this.#match(hexDigits);
    if (code === '') throw this.unexpected('four hex digits after \\u');
    return String.fromCharCode(Number.parseInt(code, 16));
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#offset;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    this.#offset += found.length;
    return found;
  }

  #shown(): string {
    const word = this.#match(wordText);
    this.#offset -= word.length;
    if (word !== '') return shortened(word);
    const code = this.#text.codePointAt(this.#offset) ?? 0;
    const isPlain = code > 0x20 && code < 0x7f;
    return isPlain
      ? `"${String.fromCodePoint(code)}"`
      : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  }
}

function shortened(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}
