import type { z } from 'zod';
import { TargetAnswerInvalid } from '../../target/session.ts';
import type { HttpCall, HttpClient } from '../http-client.ts';
import { parseLossless } from './lossless-json.ts';

type Write = Pick<HttpCall, 'operation' | 'path' | 'body' | 'document'> & {
  readonly method?: 'POST' | 'PUT' | 'DELETE';
  /** By which a later look can find out whether it was done; empty where nothing tells. */
  readonly naturalKey?: string;
};

/** How the verbs of a session talk to Kill Bill: numbers as they were written, creations answered with where the thing is. */
export class KillBillCalls {
  readonly #client: HttpClient;
  readonly #tenant: string;

  /** `tenant`: the key of the tenant in whose name is written, so that a later look knows where to look. */
  constructor(client: HttpClient, tenant = '') {
    this.#client = client;
    this.#tenant = tenant;
  }

  async get<Schema extends z.ZodType>(
    operation: string,
    path: string,
    schema: Schema,
  ): Promise<z.infer<Schema>> {
    return this.ask({ operation, method: 'GET', path }, schema);
  }

  /** A call that changes nothing, whatever its method. */
  async ask<Schema extends z.ZodType>(call: HttpCall, schema: Schema): Promise<z.infer<Schema>> {
    const text = await this.#client.read({ ...call, answers: 'text' });
    return read(call.operation, schema, String(text));
  }

  /** What the server says, as it says it. */
  async text(operation: string, path: string): Promise<string> {
    return String(await this.#client.read({ operation, method: 'GET', path, answers: 'text' }));
  }

  /** A write; the id of what it made, or "" where it made nothing that has one. */
  async write(call: Write): Promise<string> {
    const { naturalKey = '', method = 'POST', ...rest } = call;
    const location = await this.#client.write({
      ...rest,
      method,
      idempotencyKey: this.#keyOf(naturalKey),
      answers: 'location',
    });
    return String(location).replace(/\/+$/, '').split('/').at(-1) ?? '';
  }

  /** A write whose answer is read. */
  async posted<Schema extends z.ZodType>(call: Write, schema: Schema): Promise<z.infer<Schema>> {
    const { naturalKey = '', method = 'POST', ...rest } = call;
    const idempotencyKey = this.#keyOf(naturalKey);
    const text = await this.#client.write({ ...rest, method, idempotencyKey, answers: 'text' });
    return read(call.operation, schema, String(text));
  }

  #keyOf(naturalKey: string): string {
    return naturalKey === '' ? '' : `${this.#tenant}|${naturalKey}`;
  }

  close(): Promise<void> {
    return this.#client.close();
  }
}

function read<Schema extends z.ZodType>(operation: string, schema: Schema, text: string): z.infer<Schema> {
  const found = schema.safeParse(jsonOf(operation, text));
  if (found.success) return found.data;
  const wrong = found.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  throw new TargetAnswerInvalid({ operation, status: 200, answer: `another shape (${wrong})` });
}

function jsonOf(operation: string, text: string): unknown {
  if (text === '') return null;
  try {
    return parseLossless(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new TargetAnswerInvalid({ operation, status: 200, answer: `no JSON (${reason})` });
  }
}
