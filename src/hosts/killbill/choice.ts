import type { HostSettings, SettingMistake } from '../host.ts';
import { defaultVersion, versionRefusal } from './versions.ts';

const databases = ['postgres', 'memory'] as const;
export type Database = (typeof databases)[number];

/** Which server is started on which database. */
export interface Choice {
  readonly version: string;
  readonly database: Database;
}

export function mistakeIn({ version, database }: HostSettings): SettingMistake | null {
  const reason = version === null ? null : versionRefusal(version);
  if (reason !== null)
    return {
      field: 'version',
      message: `found ${version}, expected another version of Kill Bill: ${reason}`,
    };
  if (database === null || isDatabase(database)) return null;
  return { field: 'database', message: `found "${database}", expected ${databases.join(' or ')}` };
}

/** PostgreSQL where nothing is said: it is what a customer's server runs on, and what can be looked at afterwards. */
export function choiceOf({ version, database }: HostSettings): Choice {
  return {
    version: version ?? defaultVersion,
    database: database !== null && isDatabase(database) ? database : 'postgres',
  };
}

function isDatabase(text: string): text is Database {
  return (databases as readonly string[]).includes(text);
}
