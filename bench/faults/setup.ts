import { fileURLToPath } from 'node:url';

/**
 * How the bench reaches the target. hosted: the run starts the sandbox itself. by-proxy: a sandbox runs already, and our fault
 * proxy stands before it. by-tls-proxy: the same over TLS, with a certificate of our own authority. in-namespace: run, sandbox
 * and what is between them live in a network namespace, where the target has a name and an address that can be taken away.
 */
export type Reach = 'hosted' | 'by-proxy' | 'by-tls-proxy' | 'in-namespace';

/** How the project looks before anything is done to it. Data only: rows with the same setup share one control. */
export interface Setup {
  readonly reach: Reach;
  /** tollgate.yaml; "{url}" stands for the target's address. */
  readonly yaml: string;
  /** Further files of the project, by their path in it. */
  readonly files: Readonly<Record<string, string>>;
  /** "{ca}" stands for the file of our own certificate authority. */
  readonly env: Readonly<Record<string, string>>;
  /** What comes after `tollgate run`. */
  readonly runArgs: readonly string[];
}

const policy = fileURLToPath(new URL('short-policy.yaml', import.meta.url));

/** The limits are wide: the bench judges what tollgate says of a fault, not how fast this machine is. */
const shortProfile = [
  'release: { name: Fault bench, candidate: RC1, environment: rehearsal }',
  `policy: ${policy}`,
  'profile: { name: short, tags: "@short" }',
  'load:',
  '  seconds: 2',
  '  ratesPerSecond: { usage.ingest: 15, invoice.read: 8, bill.run: 2 }',
  '  limitsMs: { usage.ingest: 8000, invoice.read: 8000, bill.run: 8000 }',
];

/** The short profile on one target. `more` are further lines of tollgate.yaml. */
export function shortProject(target: string, more: readonly string[] = []): string {
  return [...shortProfile, 'target: bench', 'targets:', `  bench: ${target}`, ...more, ''].join('\n');
}

export const hostedTarget = '{ driver: sandbox, host: sandbox, environment: test }';
export const addressedTarget = '{ driver: sandbox, url: "{url}", environment: test }';

/** The sandbox started by the run itself. */
export function hosted(changes: Partial<Omit<Setup, 'reach'>> = {}): Setup {
  return { reach: 'hosted', yaml: shortProject(hostedTarget), files: {}, env: {}, runArgs: [], ...changes };
}

/** A sandbox that runs already, behind our proxy. */
export function byProxy(changes: Partial<Omit<Setup, 'reach'>> = {}): Setup {
  return {
    reach: 'by-proxy',
    yaml: shortProject(addressedTarget),
    files: {},
    env: {},
    runArgs: [],
    ...changes,
  };
}

/** Both Node and k6 have to know our authority, each by its own variable. */
export function byTlsProxy(changes: Partial<Omit<Setup, 'reach'>> = {}): Setup {
  const env = { NODE_EXTRA_CA_CERTS: '{ca}', SSL_CERT_FILE: '{ca}' };
  return { ...byProxy({ env }), ...changes, reach: 'by-tls-proxy' };
}

/** A target with a name and an address that nobody else has. */
export function inNamespace(changes: Partial<Omit<Setup, 'reach'>> = {}): Setup {
  return { ...byProxy(changes), reach: 'in-namespace' };
}

export function setupKey(setup: Setup): string {
  return JSON.stringify(setup);
}
