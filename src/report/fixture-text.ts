import { gunzipSync } from 'node:zlib';
import type { Exporter, ReportInput } from './exporter.ts';
import type { CheckDetail, CheckIndex } from './page/wire.ts';

/** What an exporter writes, as one text. Test support. */
export function written(exporter: Exporter, input: ReportInput): string {
  const chunks = [...exporter.render(input)].map((chunk) => Buffer.from(chunk as string));
  return Buffer.concat(chunks).toString('utf8');
}

/** The page's plain markup, without its style, script, data and the policy that names their hashes. */
export function markupOf(page: string): string {
  return page
    .replace(/<style>[\s\S]*?<\/style>/, '<style></style>')
    .replace(/<script[\s\S]*<\/script>/, '<script></script>')
    .replace(/sha256-[A-Za-z0-9+/=]+/g, 'sha256-…');
}

export function indexOf(page: string): CheckIndex {
  return unpacked(page, 'index') as CheckIndex;
}

export function detailsOf(page: string): readonly CheckDetail[] {
  const blocks = [...page.matchAll(/id="(details-\d+)"/g)].map(([, id = '']) => unpacked(page, id));
  return blocks.flat() as readonly CheckDetail[];
}

function unpacked(page: string, id: string): unknown {
  const base64 = new RegExp(`id="${id}">([^<]*)<`).exec(page)?.[1] ?? '';
  return JSON.parse(gunzipSync(Buffer.from(base64, 'base64')).toString('utf8'));
}
