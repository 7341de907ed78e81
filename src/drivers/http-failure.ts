import { HarnessFault } from '../model/fault.ts';

/** Before any byte of the request was sent. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Node's words for a certificate, in ours. */
const certificateReasons: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'its certificate has expired',
  CERT_NOT_YET_VALID: 'its certificate is not valid yet',
  CERT_REVOKED: 'its certificate was revoked',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate comes from an authority that this machine does not know',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate comes from an authority that this machine does not know',
  UNABLE_TO_GET_ISSUER_CERT: 'its certificate comes from an authority that this machine does not know',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    'its certificate comes from an authority that this machine does not know',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
};

/** Nobody took the request, so that it cannot have had an effect. */
export function wasNeverSent(error: unknown): boolean {
  const code = codeOf(error);
  return neverSent.has(code) || Object.hasOwn(certificateReasons, code);
}

/** Somebody answered, and not in HTTP: bad chunks, a wrong length, garbage. */
export function isNoHttp(error: unknown): boolean {
  if (error instanceof Error && error.name === 'HTTPParserError') return true;
  return codeOf(error) === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH';
}

export function unreachableTarget(what: string, baseUrl: string, cause: unknown): HarnessFault {
  const certificate = certificateReasons[codeOf(cause)];
  const reason = certificate ?? reasonOf(cause);
  return new HarnessFault({
    code: 'TARGET_UNREACHABLE',
    message: `Found no answer to ${what} at ${baseUrl} (${reason}), expected one.`,
    hint:
      certificate === undefined
        ? 'Check that the target runs and that `url` in tollgate.yaml is right.'
        : 'Mend the certificate, or name the authority that signed it in NODE_EXTRA_CA_CERTS; there is no switch to ignore it.',
    cause,
  });
}

/** Of an attempt on several addresses, the first. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}

function codeOf(error: unknown): string {
  const { code, cause } = (error ?? {}) as { readonly code?: unknown; readonly cause?: unknown };
  if (typeof code === 'string') return code;
  return cause instanceof Error ? codeOf(cause) : '';
}
