import { needsRemovedJavaParts } from './versions.ts';

/** A file as Maven knows it. */
export interface Artifact {
  /** group:name:version:packaging. */
  readonly coordinates: string;
  readonly file: string;
  /** As it was when we first had it; null where the first download on this machine is what later ones are held against. */
  readonly sha256: string | null;
}

function artifact(coordinates: string, sha256: string | null): Artifact {
  const [, name, version, packaging] = coordinates.split(':');
  return { coordinates, file: `${name}-${version}.${packaging}`, sha256 };
}

/** Runs a web application by itself. */
export const webServer = artifact(
  'org.eclipse.jetty:jetty-runner:9.4.57.v20241219:jar',
  'f63fbee00a06f04a3f715267d5d53ba4389b5b3e9ecc6168d8b73d81243a883f',
);

const removedJavaParts: readonly Artifact[] = [
  artifact(
    'javax.xml.bind:jaxb-api:2.3.1:jar',
    '88b955a0df57880a26a74708bc34f74dcaf8ebf4e78843a28b50eae945732b06',
  ),
  artifact(
    'com.sun.xml.bind:jaxb-impl:2.3.1:jar',
    'e6c9e0f1830fd5f7c30c25ecf5e2046c5668b06d304add89d2f027d5072297d0',
  ),
  artifact(
    'com.sun.xml.bind:jaxb-core:2.3.0.1:jar',
    'd2ecba63615f317a11fb55c6468f6a9480f6411c10951d9881bafd9a9a8d0467',
  ),
  artifact(
    'javax.activation:activation:1.1.1:jar',
    'ae475120e9fcd99b4b00b38329bd61cdc5eb754eee03fe66c01f50e137724f99',
  ),
  artifact(
    'javax.annotation:javax.annotation-api:1.3.2:jar',
    'e04ba5195bcd555dc95650f7cc614d151e4bcd52d29a10b8aa2197f3ab89ab9b',
  ),
];

const serverHashes: Readonly<Record<string, string>> = {
  '0.20.0': '3a0d83421fc4c6efa2305a8ff23568e03f5fb0a096d7bddecf93b9c12dc7e49a',
  '0.20.9': 'a0ca9e21af32f6c1896c65c06dea8bfd25655bc028ad7663769699dc4f0df6ca',
  '0.20.14': '60ed5cc225dd5677a8e23b93d7f0b5f791ed3f4066e7b042ba768c904d325b70',
  '0.22.0': 'c6d0918344b1e46712914746d6afc35589be8e7fa9429f211f3e2ffd680dd500',
  '0.22.4': 'e3c90cffcdda6127eaa6ee3cdb887410a34fbfec4b1a4a307f8c2144dfa7024c',
  '0.22.6': 'a09334922d892c74a591b4fbc54ae3c30ab31066d56d4f584241a0e5d883eb3b',
  '0.22.8': '06ba25a3a8ee6cfbe823928c92d0af21b361073ffe7131154bb2410b4178d1c9',
  '0.22.10': '4209e854891d7b3fc2a0f81610dba06630408387f25a1eb8ca59649b5a8eb88f',
  '0.22.11': '6cd396c1a62273d6962d260272247453c5db647688c5c9cc7820b083cfab90d6',
  '0.22.20': '3d46d3eb7ee8766c1692f6bf3df6cc6aa6c7584a70524bb450307693f7cddd1c',
  '0.22.26': '3a777ea29916900a62f5450f0805d33dbb8086bd33f2babad4fb7be2ef48917b',
};

export function serverArtifact(version: string): Artifact {
  const hash = Object.hasOwn(serverHashes, version) ? serverHashes[version] : undefined;
  return artifact(`org.kill-bill.billing:killbill-profiles-killbill:${version}:war`, hash ?? null);
}

/** What stands beside the server on the class path. */
export function librariesOf(version: string): readonly Artifact[] {
  return needsRemovedJavaParts(version) ? [webServer, ...removedJavaParts] : [webServer];
}
