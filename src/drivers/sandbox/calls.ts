import type { z } from 'zod';
import type { HttpClient } from '../http-client.ts';
import { lookupKey } from './lookup-key.ts';
import { readAnswer } from './read-answer.ts';

export interface SandboxWorld {
  readonly url: string;
  readonly tenantId: string;
  readonly apiKey: string;
  /** Begins every idempotency key, so that two sessions never share one. */
  readonly keyPrefix: string;
}

interface Creation {
  readonly operation: string;
  readonly path: string;
  readonly body: object;
  readonly key?: string;
}

/** How the verbs of a session talk to the sandbox: answers are read in our words, writes carry keys of the session's own. */
export class SandboxCalls {
  readonly world: SandboxWorld;
  readonly client: HttpClient;

  constructor(world: SandboxWorld, client: HttpClient) {
    this.world = world;
    this.client = client;
  }

  async get<Schema extends z.ZodType>(
    operation: string,
    path: string,
    schema: Schema,
  ): Promise<z.infer<Schema>> {
    return readAnswer(operation, schema, await this.client.read({ operation, method: 'GET', path }));
  }

  /** A write whose answer nobody reads, or that is read by the caller. Each call is a write of its own. */
  post(operation: string, path: string, body: unknown): Promise<unknown> {
    return this.send('POST', { operation, path, body });
  }

  send(
    method: 'POST' | 'PUT' | 'PATCH',
    call: { readonly operation: string; readonly path: string; readonly body: unknown },
  ): Promise<unknown> {
    const idempotencyKey = lookupKey(`${this.world.keyPrefix}${call.operation}`);
    return this.client.write({ ...call, method, idempotencyKey });
  }

  /** A write with its answer, read. */
  async posted<Schema extends z.ZodType>(
    call: { readonly operation: string; readonly path: string; readonly body: unknown },
    schema: Schema,
  ): Promise<z.infer<Schema>> {
    const { operation, path, body } = call;
    return readAnswer(operation, schema, await this.post(operation, path, body));
  }

  /** Creates what must exist once, however often the call is made with the same key. */
  async create<Schema extends z.ZodType<{ readonly key: string }>>(
    call: Creation,
    schema: Schema,
  ): Promise<z.infer<Schema>> {
    const { operation, path, body } = call;
    const key = call.key ?? ('key' in body ? String(body.key) : '');
    const prefix = `${this.world.keyPrefix}${operation}/`;
    const answer = await this.client.write({
      operation,
      method: 'POST',
      path,
      body,
      idempotencyKey: `${prefix}${key}`,
    });
    return this.withOwnKey(readAnswer(operation, schema, answer), operation);
  }

  /** Keys as the caller knows them, without what was put before them on the way out. */
  withOwnKey<Keyed extends { readonly key: string }>(answer: Keyed, operation: string): Keyed {
    const prefix = `${this.world.keyPrefix}${operation}/`;
    return answer.key.startsWith(prefix) ? { ...answer, key: answer.key.slice(prefix.length) } : answer;
  }
}
