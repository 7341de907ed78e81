/** How the server reaches its database. */
export interface DatabaseAccess {
  readonly url: string;
  readonly user: string;
  readonly password: string;
}

export const memoryAccess: DatabaseAccess = {
  // The server's own spelling of its shipped tests: it makes the tables itself at each start.
  url: 'jdbc:h2:mem:killbill;MODE=MYSQL;DB_CLOSE_DELAY=-1',
  user: 'killbill',
  password: 'killbill',
};

export function postgresAccess(cluster: {
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}): DatabaseAccess {
  const { port, user, password, database } = cluster;
  return { url: `jdbc:postgresql://127.0.0.1:${port}/${database}`, user, password };
}

/**
 * What is set, and therefore what is judged. Everything else is the server's own default, as a customer would run it: above all
 * the two guards against double billing (`invoice.sanitySafetyBoundEnabled` and `invoice.maxDailyNumberOfItemsSafetyBound`), which
 * the shipped test settings switch off, and the days on which a failed payment is tried again.
 */
export function serverProperties(access: DatabaseAccess, workFolder: string): string {
  const settings: Readonly<Record<string, string | number>> = {
    ...prefixed('dao', access),
    ...prefixed('billing.osgi.dao', access),
    // The clock that can be moved; without it no bill of next month can be seen.
    'server.test.mode': 'true',
    'server.multitenant': 'true',
    // It would ask its maker's site for news.
    'server.updateCheck.skip': 'true',
    'osgi.bundle.install.dir': `${workFolder}/plugins`,
    'osgi.root.dir': `${workFolder}/osgi`,
    'tenant.broadcast.rate': '1s',
    'payment.plugin.timeout': '5s',
    // How often a tenant's secret is hashed at each call: the shipped 200,000 rounds cost 0.3 s a call, and bill nothing.
    'security.shiroNbHashIterations': 1,
    ...queueSettings,
  };
  return Object.entries(settings)
    .map(([name, value]) => `org.killbill.${name}=${value}\n`)
    .join('');
}

/**
 * As shipped, but that due events are taken ten at a time instead of one: each look into the queue waits 100 ms, which caps the
 * server at ten invoices a second. Still one thread, so that the events of an account keep their order.
 */
const queueSettings: Readonly<Record<string, string | number>> = {
  'notificationq.main.sleep': 100,
  'notificationq.main.claimed': 10,
  'notificationq.main.queue.mode': 'STICKY_POLLING',
  'notificationq.main.notification.nbThreads': 1,
  'persistent.bus.main.queue.mode': 'STICKY_EVENTS',
  'persistent.bus.main.claimed': 1,
  'persistent.bus.main.nbThreads': 1,
  'persistent.bus.main.sleep': 0,
  'persistent.bus.main.queue.capacity': 1000,
  'persistent.bus.external.queue.mode': 'STICKY_EVENTS',
  'persistent.bus.external.inMemory': 'true',
};

function prefixed(prefix: string, access: DatabaseAccess): Record<string, string> {
  return Object.fromEntries(Object.entries(access).map(([name, value]) => [`${prefix}.${name}`, value]));
}
