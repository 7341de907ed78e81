import type { TargetAddress } from '../../target/driver.ts';
import type { Wire } from '../../target/wire.ts';
import { HttpClient } from '../http-client.ts';
import type { Tenant } from './tenant.ts';

/** One call may wait for queues that the server drains, so it gets longer than a usual one. */
const deadlineMs = 60_000;

/** A client in the name of the tenant; null for what belongs to none. */
export function connect(address: TargetAddress, tenant: Tenant | null, wire: Wire | null): HttpClient {
  return new HttpClient({
    baseUrl: baseUrlOf(address),
    headers: headersFor(address, tenant),
    wire,
    deadlineMs,
  });
}

/** Who calls, and in whose name. */
export function headersFor(address: TargetAddress, tenant: Tenant | null): Readonly<Record<string, string>> {
  const { username, password } = loginOf(address);
  return {
    authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
    accept: '*/*',
    'x-killbill-createdby': 'tollgate',
    ...(tenant === null
      ? {}
      : { 'x-killbill-apikey': tenant.apiKey, 'x-killbill-apisecret': tenant.apiSecret }),
  };
}

export async function within<Result>(
  client: HttpClient,
  work: (client: HttpClient) => Promise<Result>,
): Promise<Result> {
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}

export function baseUrlOf({ url }: TargetAddress): string {
  return url.replace(/\/+$/, '');
}

/** `username` and `password` of the target's options; a server as it is shipped has admin and password. */
function loginOf({ options }: TargetAddress): { readonly username: string; readonly password: string } {
  const { username = 'admin', password = 'password' } = options;
  return { username: String(username), password: String(password) };
}
