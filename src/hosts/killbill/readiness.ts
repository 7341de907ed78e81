import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

/** How every new server lets its administrator in. It listens on loopback only, and its data are invented. */
const administrator = `Basic ${Buffer.from('admin:password').toString('base64')}`;
const lookEveryMs = 250;
/** The first real call wakes much of the server: on a busy machine that took more than 10 s. */
const answerWithinMs = 60_000;

/** Resolves when the server says that it is healthy; rejects when `gaveUp` does. */
export async function healthy(url: string, gaveUp: AbortSignal): Promise<void> {
  for (;;) {
    gaveUp.throwIfAborted();
    const answer = await ask(`${url}/1.0/healthcheck`, { method: 'GET' });
    if (answer.status === 200) return;
    await pause(lookEveryMs, undefined, { signal: gaveUp });
  }
}

/** What the server is not able to do although it says that it is healthy; null when it really works and is the right one. */
export async function shortcoming(url: string, version: string): Promise<string | null> {
  const nodes = await ask(`${url}/1.0/kb/nodesInfo`, { method: 'GET' });
  const found = /"kbVersion"\s*:\s*"([^"]*)"/.exec(nodes.body)?.[1];
  if (found !== version) return `it is version ${found ?? `unknown (${shown(nodes)})`}, expected ${version}`;
  const key = `tollgate-ready-${randomUUID()}`;
  const made = await ask(`${url}/1.0/kb/tenants`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Killbill-CreatedBy': 'tollgate' },
    body: JSON.stringify({ apiKey: key, apiSecret: key }),
  });
  return made.status === 201 ? null : `it could not create a tenant (${shown(made)})`;
}

interface Answer {
  /** 0 where there was none. */
  readonly status: number;
  readonly body: string;
}

async function ask(url: string, { headers, ...request }: RequestInit): Promise<Answer> {
  try {
    const response = await fetch(url, {
      ...request,
      headers: { Authorization: administrator, ...(headers as Record<string, string> | undefined) },
      redirect: 'error',
      signal: AbortSignal.timeout(answerWithinMs),
    });
    return { status: response.status, body: await response.text() };
  } catch (error) {
    return { status: 0, body: error instanceof Error ? error.message : String(error) };
  }
}

function shown({ status, body }: Answer): string {
  return `${status === 0 ? 'no answer' : `HTTP ${status}`}: ${body.trim().slice(0, 200)}`;
}
