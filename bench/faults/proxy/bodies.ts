import { gzipSync } from 'node:zlib';
import type { Act, TargetAnswer } from './exchange.ts';

/** Answers that are good HTTP, and whose content is not what it should be. The target has done what it was asked. */
export const changed =
  (change: (answer: TargetAnswer) => Partial<TargetAnswer>): Act =>
  async ({ forward, give }) => {
    const answer = await forward();
    give({ ...answer, ...change(answer) });
  };

/** Words that no target says, to be found again in the evidence. */
export const mark = 'FAULT-BENCH-BYTES';

export const garbage = changed(() => ({ body: Buffer.from(`{"${mark}": [1, 2`) }));

export const htmlPage = changed(() => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: Buffer.from(`<!doctype html><title>${mark}</title><h1>Service temporarily unavailable</h1>`),
}));

export const emptyBody = changed(() => ({ body: Buffer.alloc(0) }));

/** Every invoice number begins with a letter that is one byte in Latin-1 and no UTF-8 at all. */
export const latinBytes = changed(({ body }) => ({
  body: Buffer.from(body.toString('utf8').replaceAll('"number":"', '"number":"\u00e9'), 'latin1'),
}));

/** JSON in UTF-16, and honestly called so. */
export const utf16 = changed(({ body }) => ({
  headers: { 'content-type': 'application/json; charset=utf-16le' },
  body: Buffer.from(body.toString('utf8'), 'utf16le'),
}));

/** The answer twice in one body. */
export const trailingData = changed(({ body }) => ({ body: Buffer.concat([body, body]) }));

const mebibyte = Buffer.alloc(1024 * 1024, 0x20);

/** One mebibyte on the wire, one gibibyte when it is unpacked: a thousand members, which is good gzip. */
export const gzipBomb: Act = async ({ forward, give }) => {
  const answer = await forward();
  const body = Buffer.concat(Array<Buffer>(1024).fill(gzipSync(mebibyte)));
  give({ ...answer, headers: { ...answer.headers, 'content-encoding': 'gzip' }, body });
};

/** Every amount of the answer, in the words of the target's JSON, through a function of text. */
export const amounts = (change: (amount: string) => string): Act => {
  const text = (body: Buffer) =>
    body
      .toString('utf8')
      .replace(/("amount":)"(-?[\d.]+)"/g, (_, name, amount) => `${name}${change(amount)}`);
  return changed(({ body }) => ({ body: Buffer.from(text(body)) }));
};

/** Every currency code. */
export const currencies = (change: (code: string) => string): Act =>
  changed(({ body }) => ({
    body: Buffer.from(
      body
        .toString('utf8')
        .replace(/("currency":)"([A-Z]{3})"/g, (_, name, code) => `${name}"${change(code)}"`),
    ),
  }));

/** The target's clock, so many milliseconds off ours, as its Date header tells it. */
export const clockOff = (milliseconds: number): Act =>
  changed(({ headers }) => ({
    headers: { ...headers, date: new Date(Date.now() + milliseconds).toUTCString() },
  }));
