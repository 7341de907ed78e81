import { gunzipSync } from 'node:zlib';

const block = /<script type="application\/gzip" id="[\w-]+">([A-Za-z0-9+/=]*)<\/script>/g;

/** What a report page says in plain markup, and what its compressed blocks hold, inflated, which its script draws from. */
export function openedPage(page: string): { readonly markup: string; readonly data: string } {
  const blocks = [...page.matchAll(block)].map(([, base64 = '']) =>
    gunzipSync(Buffer.from(base64, 'base64')).toString('utf8'),
  );
  return { markup: page.replaceAll(block, ''), data: blocks.join('\n') };
}
