import { randomBytes } from 'node:crypto';
import type { ChannelClient } from '../channel/client.ts';
import type { TrailStep } from '../model/billing/calculation.ts';
import type { MoneyDifference } from '../model/observing/difference.ts';
import type { Exchange, Wire } from '../target/wire.ts';

export const trailMediaType = 'application/vnd.tollgate.trail+json';
export const exchangesMediaType = 'application/x-ndjson';

/** What exchanges of one check may take together; beyond it only their first lines are kept, and the cut is stated. */
const exchangesBytesMax = 256 * 1024;

export interface Trail {
  readonly title: string;
  readonly steps: readonly TrailStep[];
}

/** Everything one check leaves behind: calls, trails, pictures, differences, figures. */
export interface Recorder extends Wire {
  difference(difference: MoneyDifference): void;
  trail(trail: Trail): void;
  measurement(name: string, value: string, unit: string): void;
  evidence(name: string, mediaType: string, bytes: Uint8Array): void;
  /** Resolves when all of it is on disk. */
  flush(): Promise<void>;
}

/** A process number alone may come again in a later part of the run, or on another machine. */
const idPrefix = `${process.pid}.${randomBytes(4).toString('hex')}`;

export function recorderFor(checkId: string, channel: ChannelClient): Recorder {
  const exchanges: string[] = [];
  const trails: Trail[] = [];
  const sent: Promise<unknown>[] = [];
  let exchangesBytes = 0;
  let intents = 0;

  return {
    intent: async ({ operation, request, idempotencyKey }) => {
      intents += 1;
      const intentId = `${checkId}/${idPrefix}/${intents}`;
      await channel.record({ kind: 'intent', intentId, checkId, operation, request, idempotencyKey });
      return intentId;
    },
    outcome: (intentId, outcome, detail) => {
      sent.push(channel.record({ kind: 'outcome', intentId, outcome, detail }));
    },
    exchange: (exchange) => {
      const line = JSON.stringify(exchange);
      exchangesBytes += line.length;
      exchanges.push(exchangesBytes > exchangesBytesMax ? JSON.stringify(withoutBodies(exchange)) : line);
    },
    difference: (difference) => {
      sent.push(channel.record({ kind: 'difference', checkId, difference }));
    },
    trail: (trail) => {
      trails.push(trail);
    },
    measurement: (name, value, unit) => {
      sent.push(channel.record({ kind: 'measurement', checkId, name, value, unit }));
    },
    evidence: (name, mediaType, bytes) => {
      sent.push(channel.keep({ checkId, name, mediaType, bytes }));
    },
    flush: async () => {
      if (trails.length > 0) sent.push(keepText(trailMediaType, 'calculation trail', JSON.stringify(trails)));
      if (exchanges.length > 0)
        sent.push(keepText(exchangesMediaType, 'exchanges', `${exchanges.join('\n')}\n`));
      trails.length = 0;
      exchanges.length = 0;
      await Promise.all(sent.splice(0));
    },
  };

  function keepText(mediaType: string, name: string, text: string) {
    return channel.keep({ checkId, name, mediaType, bytes: new TextEncoder().encode(text) });
  }
}

/** For a check of which nobody reads afterwards what it left behind: to write all of it down takes time, too. */
export const forgetfulRecorder: Recorder = {
  intent: async () => '',
  outcome: () => undefined,
  exchange: () => undefined,
  difference: () => undefined,
  trail: () => undefined,
  measurement: () => undefined,
  evidence: () => undefined,
  flush: async () => undefined,
};

function withoutBodies(exchange: Exchange): Exchange {
  return { ...exchange, requestBody: '(left out: over the size limit of a check)', responseBody: '' };
}
