import type { EvidenceRef } from '../../model/observing/record.ts';
import { evidencePath, type ReportInput } from '../exporter.ts';
import type { ShownEvidence } from './wire.ts';

/** One item may not crowd out the others, and the page must stay small enough to be mailed. */
const itemBytesMax = 64 * 1024;
const allBytesMax = 6 * 1024 * 1024;

export type Inliner = (item: EvidenceRef) => ShownEvidence;

/** Puts evidence into the page, first come first served, until the page is full; the rest is named with its hash. */
export function evidenceInliner(read: ReportInput['evidence']): Inliner {
  let left = allBytesMax;
  return (item) => {
    const why = whyElsewhere(item, left);
    if (why !== null) return elsewhere(item, why);
    const bytes = read(item.sha256);
    if (bytes === null) return elsewhere(item, 'It is missing from the run folder.');
    if (bytes.byteLength > Math.min(itemBytesMax, left)) {
      return elsewhere(item, 'It is larger than the run recorded.');
    }
    left -= bytes.byteLength;
    return { ...named(item), body: bodyOf(item, bytes) };
  };
}

function whyElsewhere(item: EvidenceRef, left: number): string | null {
  if (!isPicture(item) && !isText(item)) return 'This kind of file is not shown in the page.';
  if (item.bytes > itemBytesMax) return 'It is too large for the page.';
  if (item.bytes > left) return 'The page is full.';
  return null;
}

function bodyOf(item: EvidenceRef, bytes: Uint8Array): ShownEvidence['body'] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isPicture(item)) return { kind: 'picture', base64: buffer.toString('base64') };
  return { kind: 'text', text: buffer.toString('utf8') };
}

function elsewhere(item: EvidenceRef, why: string): ShownEvidence {
  return { ...named(item), body: { kind: 'elsewhere', why } };
}

function named(item: EvidenceRef): Omit<ShownEvidence, 'body'> {
  const { name, mediaType, bytes, sha256 } = item;
  return { name, mediaType, bytes, sha256, path: evidencePath(sha256) };
}

function isPicture(item: EvidenceRef): boolean {
  return item.mediaType === 'image/png';
}

function isText(item: EvidenceRef): boolean {
  return /^text\/|json|xml|yaml|csv/.test(item.mediaType);
}
