import type { Host } from './host.ts';
import { killbillHost } from './killbill.ts';
import { sandboxHost } from './sandbox.ts';

/** Billing systems that we can start ourselves. Their names are what `host:` in tollgate.yaml may say. */
export const hosts: readonly Host[] = [sandboxHost, killbillHost];

/** Throws for a name that is not in the list: whoever reads the configuration refuses it with its line before. */
export function hostNamed(name: string): Host {
  const host = hosts.find((one) => one.name === name);
  if (host === undefined) throw new RangeError(`no host is called "${name}"`);
  return host;
}
