import type { CheckDetail, CheckIndex } from '../wire.ts';

/** The data blocks of the page; each is inflated when it is first asked for. */
export async function readIndex(): Promise<CheckIndex> {
  return (await inflated('index')) as CheckIndex;
}

const opened = new Map<number, Promise<readonly CheckDetail[]>>();

export async function readDetail(index: CheckIndex, position: number): Promise<CheckDetail> {
  const block = index.blockStarts.findLastIndex((start) => start <= position);
  const details = await blockOf(block);
  const detail = details[position - (index.blockStarts[block] ?? 0)];
  if (detail === undefined) throw new Error(`Found no detail for check ${position}, expected one.`);
  return detail;
}

function blockOf(block: number): Promise<readonly CheckDetail[]> {
  const known = opened.get(block);
  if (known !== undefined) return known;
  const details = inflated(`details-${block}`) as Promise<readonly CheckDetail[]>;
  opened.set(block, details);
  return details;
}

async function inflated(id: string): Promise<unknown> {
  const base64 = document.getElementById(id)?.textContent ?? '';
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).json();
}
