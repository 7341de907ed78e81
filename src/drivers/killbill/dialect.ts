import { z } from 'zod';
import type { TargetAddress } from '../../target/driver.ts';
import { KillBillCalls } from './calls.ts';
import { baseUrlOf, connect, within } from './connection.ts';

/**
 * What the calls of old servers mean. bundle-keys: the external key of an order names its bundle, and credits come one by
 * one (0.20 and before); subscription-keys: it names the subscription itself, and credits come in lists.
 */
export type Dialect = 'bundle-keys' | 'subscription-keys';

const nodesAnswer = z.array(z.object({ kbVersion: z.string() }));

const known = new Map<string, Promise<string>>();

/** The version that the server says it is; "unknown" where it says none. */
export async function versionOf(address: TargetAddress): Promise<string> {
  return within(connect(address, null, null), async (client) => {
    const [node] = await new KillBillCalls(client).get('describe', '/1.0/kb/nodesInfo', nodesAnswer);
    return node?.kbVersion ?? 'unknown';
  });
}

/** Asked once for each server: a server keeps its version. */
export async function dialectAt(address: TargetAddress): Promise<Dialect> {
  const url = baseUrlOf(address);
  const version = known.get(url) ?? versionOf(address);
  known.set(url, version);
  return dialectOf(await version);
}

export function dialectOf(version: string): Dialect {
  return /^0\.(1?\d|20)\./.test(version) ? 'bundle-keys' : 'subscription-keys';
}
