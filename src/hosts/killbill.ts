import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Host, HostedTarget, HostRequest } from './host.ts';
import { newHostFolder, removeHostFolder } from './host-folder.ts';
import { choiceOf, type Database, mistakeIn } from './killbill/choice.ts';
import { neededJdk } from './killbill/java.ts';
import { neededFiles } from './killbill/needed-files.ts';
import { memoryAccess, postgresAccess } from './killbill/properties.ts';
import { startServer } from './killbill/start-server.ts';
import { type Cluster, startCluster } from './postgres/cluster.ts';

/**
 * A real billing system: the Kill Bill server on a database of its own, with a clock of its own, for one run. Everything is new
 * each time, because a restarted server puts its clock to today and bills all that lies between at once.
 */
export const killbillHost: Host = {
  name: 'killbill',
  startsAt: 'asked',
  takesDefects: false,
  mistakeIn,
  start: async (request) => {
    const { version, database } = choiceOf(request.settings);
    const files = await neededFiles(version);
    const { java } = await neededJdk();
    const folder = await newHostFolder();
    let cluster: Cluster | null = null;
    try {
      cluster = await databaseFor(database, { ...request, folder, tables: files.tables });
      const access = cluster === null ? memoryAccess : postgresAccess(cluster);
      const { url, process } = await startServer({ ...request, files, java, access, folder });
      const stop = stopOnce(async () => {
        await process.stop([8_000, 4_000]);
        await stopDatabase(cluster, request.dataDir);
        await removeHostFolder(folder);
      });
      return { url, stop } satisfies HostedTarget;
    } catch (error) {
      await cluster?.stop();
      await removeHostFolder(folder);
      throw error;
    }
  },
};

interface DatabaseRequest extends HostRequest {
  readonly folder: string;
  readonly tables: string;
}

/** Null for the one in the server's own memory. */
async function databaseFor(database: Database, request: DatabaseRequest): Promise<Cluster | null> {
  if (database === 'memory') return null;
  const { folder, start, env, tables } = request;
  const cluster = await startCluster({ folder: join(folder, 'database'), start, env });
  await cluster.load(tables);
  return cluster;
}

/** What it held is kept beside the log, for whoever wants to see a wrong bill where it was made. */
async function stopDatabase(cluster: Cluster | null, dataDir: string): Promise<void> {
  if (cluster === null) return;
  await cluster
    .dump(join(dataDir, 'database.sql.gz'))
    .catch((error: Error) => writeFile(join(dataDir, 'database-not-kept.txt'), `${error.message}\n`));
  await cluster.stop();
}

function stopOnce(work: () => Promise<void>): () => Promise<void> {
  let stopping: Promise<void> | null = null;
  return () => {
    stopping ??= work();
    return stopping;
  };
}
