import { type Host, parseHost } from '../../model/production-host.ts';
import { percentDecoded } from './percent-decoded.ts';

/** A host that a text may lead to. */
export interface NamedHost {
  readonly host: Host;
  /** How it was written: as a place to connect to, as a name with dots that may be one, or as any word. */
  readonly form: 'place' | 'dotted' | 'word';
}

/**
 * Every host that somebody could read out of a text, because nobody knows how a driver reads its options: addresses as
 * browsers forgive them, several in one, connection strings, host and port, numbers. Most are none: only what the project
 * calls production makes any difference.
 */
export function namedHosts(text: string): readonly NamedHost[] {
  // What clients drop from an address before they read it.
  const joined = text.replace(/[\t\r\n]/g, '');
  const isProse = /\s/.test(text.trim()) && !text.includes('=');
  const found = tokensOf(text).flatMap(hostsOfToken);
  const hidden = [joined, percentDecoded(text), percentDecoded(joined)].filter((reading) => reading !== text);
  return [
    ...found.map((one): NamedHost => (isProse && one.form === 'dotted' ? { ...one, form: 'word' } : one)),
    ...hidden.flatMap(tokensOf).flatMap(hostsOfToken).map(asWord),
  ];
}

function asWord({ host }: NamedHost): NamedHost {
  return { host, form: 'word' };
}

/** Also without the brackets that stand around a list, not around an address of IPv6. */
function tokensOf(text: string): readonly string[] {
  const tokens = text.split(/[\s,;="'`|()<>{}&]+/);
  return tokens.flatMap((token) => {
    const bare = token.replace(/^\[+|\]+$/g, '');
    return bare === token ? [token] : [token, bare];
  });
}

function hostsOfToken(token: string): readonly NamedHost[] {
  return authoritiesOf(token).flatMap(({ authority, isAddressed }): readonly NamedHost[] => {
    const host = hostOfAuthority(authority);
    if (host === null) return [];
    if (isAddressed || host.kind === 'address' || /:\d+$/.test(authority)) return [{ host, form: 'place' }];
    return [{ host, form: host.name.includes('.') ? 'dotted' : 'word' }];
  });
}

interface Authority {
  readonly authority: string;
  readonly isAddressed: boolean;
}

/** As it stands, and after each scheme before it ("jdbc:postgresql://"), as whose host it may end in ":443" itself. */
function authoritiesOf(token: string): readonly Authority[] {
  const found: Authority[] = [];
  for (let rest = token; ; ) {
    const [, led = '', tail = ''] = /^([/\\@]*)(.*)$/s.exec(rest) ?? [];
    const upToPath = tail.replace(/[/\\?#].*$/s, '');
    const authority = upToPath.slice(upToPath.lastIndexOf('@') + 1);
    found.push({ authority, isAddressed: /[/\\]{2}/.test(led) });
    const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(tail)?.[0];
    if (scheme === undefined) return found;
    rest = tail.slice(scheme.length);
  }
}

function hostOfAuthority(authority: string): Host | null {
  const host = parseHost(authority) ?? parseHost(authority.replace(/:.*$/s, ''));
  if (host?.kind !== 'address') return host;
  // A port, a count or an amount: nobody means 0.0.1.187 with 443.
  const isSmallNumber = host.address >> 24n === 0xffffn << 8n && !/\..*\.|\[/.test(authority);
  return isSmallNumber ? null : host;
}
