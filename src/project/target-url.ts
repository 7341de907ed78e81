import { HarnessFault } from '../model/fault.ts';
import { addressSchema, type TargetEntry } from './project-file.ts';

/**
 * Where a target is reached, by the file or by the environment variable that the file names. The host is spelled as the URL
 * standard spells it, so that what the guard looked at is what every client connects to.
 */
export function targetUrl(
  url: TargetEntry['url'],
  where: string,
  env: NodeJS.ProcessEnv = process.env,
): string | undefined {
  if (url === undefined) return undefined;
  if (typeof url === 'string') return canonical(url);
  const found = env[url.env];
  if (found !== undefined && addressSchema.safeParse(found).success) return canonical(found);
  throw new HarnessFault({
    code: 'BAD_CONFIGURATION',
    message: `${where} found ${found === undefined ? 'no' : 'no address in the'} environment variable ${url.env}, expected an address such as http://127.0.0.1:8080 in it.`,
    hint: 'Nothing was sent to any target. Set the variable and run again.',
  });
}

function canonical(url: string): string {
  return new URL(url).href.replace(/\/+$/, '');
}
