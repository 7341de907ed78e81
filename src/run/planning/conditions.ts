/** Variables that lead calls elsewhere or switch the check of certificates off. No tool is given them. */
export const heldBack =
  /^(.*_PROXY|NODE_USE_ENV_PROXY|NODE_TLS_REJECT_UNAUTHORIZED|K6_INSECURE_SKIP_TLS_VERIFY)$/i;

/** Variables that say which certificates are trusted. They are passed on. */
const trusting = /^(NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|SSL_CERT_DIR)$/;

/** What of the surroundings a reader of the verdict should know. Names only: a proxy's address may hold a password. */
export function conditionsOf(env: NodeJS.ProcessEnv): readonly string[] {
  const set = Object.keys(env)
    .filter((name) => (env[name] ?? '') !== '')
    .sort();
  return [
    ...told(
      set.filter((name) => heldBack.test(name)),
      'set, and no tool of the run was given them.',
    ),
    ...told(
      set.filter((name) => trusting.test(name)),
      'set, so that other certificates are trusted than by default.',
    ),
  ];
}

function told(names: readonly string[], what: string): string[] {
  return names.length === 0 ? [] : [`${names.join(', ')}: ${what}`];
}
