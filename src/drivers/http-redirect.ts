import { productionVariable } from '../channel/message.ts';
import { HarnessFault } from '../model/fault.ts';
import { hostOfUrl, isProduction, type ProductionNames } from '../model/production-host.ts';

export function productionMarks(env: NodeJS.ProcessEnv = process.env): ProductionNames {
  const text = env[productionVariable];
  return text === undefined || text === ''
    ? { hosts: [], addresses: [] }
    : (JSON.parse(text) as ProductionNames);
}

export function isRedirect(status: number): boolean {
  return status >= 300 && status < 400;
}

/** Where to, without what could be a credential. */
export function redirectWords(location: string | null, from: string): string {
  const to = location !== null && URL.canParse(location, from) ? new URL(location, from) : null;
  return to === null
    ? 'a redirect to nowhere, not followed'
    : `a redirect to ${to.origin}${to.pathname}, not followed`;
}

/** A redirect is never followed; one to production ends the run, because the target is not what it seems. */
export function refuseProductionRedirect(
  location: string | null,
  from: string,
  marks: ProductionNames,
): void {
  if (location === null || !URL.canParse(location, from)) return;
  const host = hostOfUrl(new URL(location, from).href);
  if (host === null || !isProduction(marks, host)) return;
  throw new HarnessFault({
    code: 'GUARD_REFUSED',
    message: `The target answered with ${redirectWords(location, from)}: that host is one of \`production\` in tollgate.yaml.`,
    hint: 'Nothing was sent there. Find out why the test target leads to production.',
  });
}
