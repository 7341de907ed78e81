/** The newest server whose war can be had, and the one whose files we know by hash. */
export const defaultVersion = '0.22.26';

/** Answers a health question with 200 or nothing, and cannot bill. Tried on 2026-11-22 under Java 17. */
const unfit: Readonly<Record<string, string>> = {
  '0.22.7': 'it says that it is healthy, but its payment services do not start',
  '0.22.13': 'it does not start',
  '0.22.14': 'it does not start',
  '0.22.15': 'it does not start',
};

/** Why this server cannot be used, as the end of a sentence; null when nothing is known against it. */
export function versionRefusal(version: string): string | null {
  const [, minor, patch] = /^0\.(\d{1,3})\.(\d{1,4})$/.exec(version) ?? [];
  if (minor === undefined || patch === undefined) return 'a version is written as 0.22.26';
  if (Object.hasOwn(unfit, version)) return unfit[version] ?? null;
  if (minor === '21' || Number(minor) > 22 || isUnpublished(minor, Number(patch)))
    return 'its maker publishes no war of it';
  return null;
}

function isUnpublished(minor: string, patch: number): boolean {
  return minor === '22' && ((patch > 20 && patch < 26) || patch > 26);
}

/** Older servers were made for Java 8, which brought parts that Java 11 took out: they come as jars beside them. */
export function needsRemovedJavaParts(version: string): boolean {
  return version !== defaultVersion;
}

/** Servers that were really started here, for help and messages. */
export const triedVersions: readonly string[] = [
  ...['0.18.21', '0.20.0', '0.20.1', '0.20.3', '0.20.5', '0.20.7', '0.20.9', '0.20.10', '0.20.11'],
  ...['0.20.12', '0.20.13', '0.20.14', '0.22.0', '0.22.4', '0.22.6', '0.22.8', '0.22.10', '0.22.11'],
  ...['0.22.20', '0.22.26'],
];
