import { evidenceText } from '../evidence-text.ts';
import { emptyBody, garbage, htmlPage, latinBytes, mark, trailingData, utf16 } from '../proxy/bodies.ts';
import type { Act } from '../proxy/exchange.ts';
import { call } from '../proxy/matches.ts';
import {
  announcedTooLong,
  announcedTooShort,
  badChunking,
  cutInBody,
  halfClosed,
  noLastChunk,
} from '../proxy/raw-answers.ts';
import type { Row } from '../row.ts';
import { byProxy } from '../setup.ts';

/** The beginning of a list of invoices inside a recorded exchange, as far as it came. */
const partOfList = /GET \/v1\/invoices\?[^\n]*\\"invoices\\":\[/;

/** 32: answers to invoice reads that are no answers. The product fails, with its bytes as evidence; nothing of ours does. */
export const brokenAnswers: readonly Row[] = [
  row('32a', 'half of the body, then the connection is half closed', [halfClosed, partOfList]),
  row('32b', 'half of the body, then the connection is reset', [cutInBody, partOfList]),
  row('32c', 'a content-length that is too large', [announcedTooLong, partOfList]),
  row('32d', 'a content-length that is too small', [announcedTooShort, partOfList]),
  row('32e', 'a chunk whose length is no number', [badChunking, null]),
  row('32f', 'chunks without a last one', [noLastChunk, partOfList]),
  row('32g', 'JSON that breaks off', [garbage, new RegExp(mark)]),
  row('32h', 'an HTML error page with status 200', [htmlPage, new RegExp(mark)]),
  row('32i', 'an empty body', [emptyBody, null]),
  row('32j', 'bytes that are no UTF-8', [latinBytes, /"number":"\xe9/]),
  row('32k', 'JSON in UTF-16', [utf16, /i\0n\0v\0o\0i\0c\0e\0s\0/]),
  row('32l', 'the JSON twice in one body', [trailingData, partOfList]),
];

function row(id: string, title: string, [act, kept]: readonly [Act, RegExp | null]): Row {
  return {
    id,
    group: 'B',
    title: `invoices are answered with ${title}`,
    setup: byProxy(),
    fault: async (scene) => {
      scene.proxy.when(call('GET', /^\/v1\/invoices/), act);
      return scene.run();
    },
    expect: {
      exitCodes: [1],
      verdict: 'NO-GO',
      neverSays: [/our own fault/],
      also: ({ runDir }) =>
        kept === null || kept.test(evidenceText(runDir)) ? [] : [`no evidence holds the bytes (${kept})`],
    },
  };
}
