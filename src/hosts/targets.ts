import type { Host } from './host.ts';
import { sandboxHost } from './sandbox.ts';

/** Billing systems that we can start ourselves, by the name under `host:` in tollgate.yaml. */
export const hosts = { sandbox: sandboxHost } as const satisfies Readonly<Record<string, Host>>;
