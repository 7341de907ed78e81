import { inflateSync } from 'node:zlib';

export interface PdfObject {
  readonly number: number;
  /** The dictionary or other value, as it is written. */
  readonly text: string;
  /** Decoded; null for an object without one. One byte is one character. */
  readonly stream: string | null;
}

export type PdfObjects = ReadonlyMap<number, PdfObject>;

/** All objects of a file, also those that are packed within streams. Of an object that was written again, the last counts. */
export function readObjects(bytes: Uint8Array): PdfObjects {
  const file = Buffer.from(bytes).toString('latin1');
  const objects = new Map<number, PdfObject>();
  for (const match of file.matchAll(/(\d+)\s+\d+\s+obj\b/g)) {
    const object = readObject(file, Number(match[1]), match.index + match[0].length);
    objects.set(object.number, object);
  }
  for (const packed of [...objects.values()].filter(({ text }) => /\/Type\s*\/ObjStm\b/.test(text)))
    for (const object of unpacked(packed)) objects.set(object.number, object);
  return objects;
}

/** The number of the object that an entry of a dictionary points to; null where it does not. */
export function reference(text: string, key: string): number | null {
  const found = new RegExp(`/${key}\\s+(\\d+)\\s+\\d+\\s+R`).exec(text)?.[1];
  return found === undefined ? null : Number(found);
}

/** What stands between the brackets of a list or of a dictionary within the text; null where there is none. */
export function nested(text: string, key: string, [open, close]: readonly [string, string]): string | null {
  const [opened, closed] = [escaped(open), escaped(close)];
  const at = new RegExp(`/${key}\\s*${opened}`).exec(text);
  if (at === null) return null;
  const rest = text.slice(at.index + at[0].length);
  let depth = 1;
  for (const bracket of rest.matchAll(new RegExp(`${opened}|${closed}`, 'g'))) {
    depth += bracket[0] === open ? 1 : -1;
    if (depth === 0) return rest.slice(0, bracket.index);
  }
  return null;
}

function escaped(bracket: string): string {
  return bracket.replaceAll(/[[\]]/g, '\\$&');
}

function readObject(file: string, number: number, from: number): PdfObject {
  const end = file.indexOf('endobj', from);
  const whole = file.slice(from, end === -1 ? file.length : end);
  const begin = /\bstream\r?\n/.exec(whole);
  if (begin === null) return { number, text: whole, stream: null };
  const text = whole.slice(0, begin.index);
  const start = from + begin.index + begin[0].length;
  const length = /\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(text)?.[1];
  const close = file.indexOf('endstream', start + Number(length ?? 0));
  const raw = file.slice(start, length === undefined ? close : start + Number(length));
  return { number, text, stream: decoded(text, raw) };
}

function decoded(text: string, raw: string): string {
  if (!/\/FlateDecode\b/.test(text)) return raw;
  try {
    return inflateSync(Buffer.from(raw, 'latin1')).toString('latin1');
  } catch {
    // Pictures and fonts in forms of their own hold no text.
    return '';
  }
}

function unpacked({ text, stream }: PdfObject): readonly PdfObject[] {
  const first = Number(/\/First\s+(\d+)/.exec(text)?.[1] ?? '0');
  const heads = (stream ?? '').slice(0, first).trim().split(/\s+/).map(Number);
  const places = heads.flatMap((number, index) =>
    index % 2 === 0 ? [{ number, from: heads[index + 1] ?? 0 }] : [],
  );
  return places.map(({ number, from }, index) => ({
    number,
    text: (stream ?? '').slice(first + from, first + (places[index + 1]?.from ?? Number.MAX_SAFE_INTEGER)),
    stream: null,
  }));
}
