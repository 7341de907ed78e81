import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTollgate } from '../../src/cli/end-to-end/test-run.fixture.ts';
import { ownAuthority } from './certificates.ts';
import { endWithBench } from './end-with-bench.ts';
import { type BenchNamespace, openNamespace } from './namespace.ts';
import { FaultProxy } from './proxy/fault-proxy.ts';
import type { Reach } from './setup.ts';

/** Where the target of a scene is, and what is between it and the run. */
export interface Place {
  /** What tollgate.yaml gets for "{url}". */
  readonly url: string;
  readonly proxy: FaultProxy | null;
  readonly target: { readonly url: string; readonly dataDir: string } | null;
  readonly namespace: BenchNamespace | null;
  /** The command that ours has to be started by, such as `ip netns exec NAME`. */
  readonly inside: readonly string[];
  /** Certificate of our own authority; empty without TLS. */
  readonly authorityFile: string;
  close(): Promise<void>;
}

export async function placeFor(reach: Reach): Promise<Place> {
  switch (reach) {
    case 'hosted':
      return hostedPlace();
    case 'by-proxy':
      return proxiedPlace(false);
    case 'by-tls-proxy':
      return proxiedPlace(true);
    case 'in-namespace':
      return namespacePlace();
  }
}

function hostedPlace(): Place {
  const nothing = { proxy: null, target: null, namespace: null, inside: [], authorityFile: '' };
  return { url: '', ...nothing, close: async () => undefined };
}

async function proxiedPlace(isTls: boolean): Promise<Place> {
  const target = await startTarget();
  const authority = isTls ? await ownAuthority() : null;
  const proxy = await FaultProxy.open(target.url, authority?.good ?? null);
  return {
    url: proxy.url,
    proxy,
    target,
    namespace: null,
    inside: [],
    authorityFile: authority?.file ?? '',
    close: async () => {
      await proxy.close();
      await target.close();
    },
  };
}

async function namespacePlace(): Promise<Place> {
  const namespace = await openNamespace();
  const target = await startTarget(namespace.inside);
  await namespace.relayTo(target.url);
  return {
    url: namespace.url,
    proxy: null,
    target,
    namespace,
    inside: namespace.inside,
    authorityFile: '',
    close: async () => {
      await target.close();
      await namespace.close();
    },
  };
}

/** The sandbox as a command of its own, until it is closed. */
async function startTarget(inside: readonly string[] = []) {
  const dataDir = await mkdtemp(join(tmpdir(), 'fault-target-'));
  const started = startTollgate(dataDir, ['sandbox', '--port', '0', '--data', dataDir], { inside });
  endWithBench(started.child);
  const [, url = ''] = await started.line(/listens on (\S+)/);
  return {
    url,
    dataDir,
    close: async () => {
      started.child.kill('SIGTERM');
      await started.ended;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
