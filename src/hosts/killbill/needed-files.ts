import { HarnessFault } from '../../model/fault.ts';
import { librariesOf, serverArtifact } from './artifacts.ts';
import { proveFile } from './file-hashes.ts';
import { missingFiles, type ServerFiles, serverFiles } from './folders.ts';
import { defaultVersion } from './versions.ts';

/** What a server is started from, each file proven to be the one that was fetched. Nothing is fetched here. */
export async function neededFiles(version: string): Promise<ServerFiles> {
  const files = serverFiles(version);
  const missing = missingFiles(files);
  if (missing.length > 0) throw notHere(version, missing);
  await Promise.all([serverArtifact(version), ...librariesOf(version)].map(proveFile));
  return files;
}

function notHere(version: string, missing: readonly string[]): HarnessFault {
  const which = version === defaultVersion ? '' : ` --version ${version}`;
  return new HarnessFault({
    code: 'TOOL_MISSING',
    message: `Found no Kill Bill ${version} on this machine, expected ${missing[0]}.`,
    hint: `Get it with: npx tollgate doctor --install killbill${which}`,
  });
}
