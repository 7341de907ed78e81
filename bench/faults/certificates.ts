import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** A certificate authority of our own, and what a server can do wrong with it. */
export interface Authority {
  /** Its certificate, as a file that a user would trust. */
  readonly file: string;
  readonly good: Certificate;
  readonly expired: Certificate;
  readonly wrongName: Certificate;
  /** Signed by nobody but itself. */
  readonly selfSigned: Certificate;
}

const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
const ownName = 'subjectAltName=DNS:localhost,IP:127.0.0.1';
let made: Authority | null = null;

/** Made once for the whole bench, by openssl. */
export async function ownAuthority(): Promise<Authority> {
  made ??= makeAuthority(mkdtempSync(join(tmpdir(), 'fault-authority-')));
  return made;
}

function makeAuthority(dir: string): Authority {
  const file = join(dir, 'ca.pem');
  const openssl = (args: readonly string[]) => execFileSync('openssl', args, { cwd: dir, stdio: 'pipe' });
  openssl([
    'req',
    '-x509',
    ...curve,
    '-keyout',
    'ca.key',
    '-out',
    file,
    '-days',
    '30',
    '-subj',
    '/CN=Fault bench',
  ]);
  const signed = (name: string, days: string, names: string): Certificate => {
    writeFileSync(join(dir, `${name}.ext`), names);
    openssl(['req', ...curve, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', '/CN=localhost']);
    const by = ['-CA', file, '-CAkey', 'ca.key', '-CAcreateserial', '-days', days];
    openssl(['x509', '-req', '-in', `${name}.csr`, ...by, '-extfile', `${name}.ext`, '-out', `${name}.pem`]);
    return pair(dir, name);
  };
  const alone = ['-keyout', 'alone.key', '-out', 'alone.pem', '-days', '30', '-subj', '/CN=localhost'];
  openssl(['req', '-x509', ...curve, ...alone, '-addext', ownName]);
  return {
    file,
    good: signed('good', '30', ownName),
    expired: signed('expired', '-1', ownName),
    wrongName: signed('wrong-name', '30', 'subjectAltName=DNS:billing.example'),
    selfSigned: pair(dir, 'alone'),
  };
}

function pair(dir: string, name: string): Certificate {
  const read = (ending: string) => readFileSync(join(dir, `${name}.${ending}`), 'utf8');
  return { cert: read('pem'), key: read('key') };
}
