import type { EvidenceRef, ToolRecord } from '../model/observing/record.ts';

/** Where the channel of a run is; set for every tool's process. */
export const channelVariable = 'TOLLGATE_CHANNEL';
/** Which step the process belongs to. */
export const stepVariable = 'TOLLGATE_STEP';
/** What the project calls production, as JSON; set for every process that speaks to a target. */
export const productionVariable = 'TOLLGATE_PRODUCTION';
/** Where the agent finds its target, as JSON. */
export const agentVariable = 'TOLLGATE_AGENT';
/** What suites and steps are to judge, and what is known of it, as JSON. */
export const scenarioVariable = 'TOLLGATE_SCENARIO';

/** From a tool's process to the run. Each carries a number that the answer repeats. */
export type ClientMessage =
  | {
      readonly kind: 'hello';
      readonly n: number;
      readonly step: string;
      readonly role: 'session' | 'worker';
      readonly pid: number;
    }
  | {
      /** Nothing but a sign of life; not answered. */
      readonly kind: 'beat';
      readonly n: 0;
    }
  | { readonly kind: 'record'; readonly n: number; readonly record: ToolRecord }
  /** News that nobody waits for; not answered. */
  | { readonly kind: 'told'; readonly n: 0; readonly records: readonly ToolRecord[] }
  /** Answered when everything that came before it is taken. */
  | { readonly kind: 'sync'; readonly n: number }
  | {
      readonly kind: 'evidence';
      readonly n: number;
      readonly checkId: string;
      readonly name: string;
      readonly mediaType: string;
      readonly base64: string;
    }
  | { readonly kind: 'answer'; readonly n: number; readonly to: number; readonly value: unknown };

/** From the run to a tool's process. */
export type ServerMessage =
  | { readonly kind: 'ack'; readonly to: number; readonly evidence: EvidenceRef | null }
  | { readonly kind: 'command'; readonly n: number; readonly name: string; readonly value: unknown };

/** How often a connected process says that it lives. One in a busy loop cannot. */
export const beatEveryMs = 1_000;

/** One JSON value a line. Larger lines are refused, so that a broken tool cannot fill our memory. */
export const lineBytesMax = 24 * 1024 * 1024;

/** Splits a stream of text into lines: answers a function to feed, which answers the lines that are whole. Throws when a line grows beyond `lineBytesMax`. */
export function lineReader(): (text: string) => readonly string[] {
  let pending = '';
  return (text) => {
    const lines = text.split('\n');
    const rest = lines.pop() ?? '';
    if (lines[0] === undefined) pending += rest;
    else {
      lines[0] = pending + lines[0];
      pending = rest;
    }
    if (pending.length > lineBytesMax)
      throw new RangeError(`a line of over ${lineBytesMax} bytes on the channel`);
    return lines;
  };
}
