import type { ChannelClient } from '../../channel/client.ts';
import type { CheckTopic } from '../../model/observing/check.ts';
import type { PhaseName } from '../../model/observing/phase.ts';

/** A check of whichever tool, ready to be played as often as asked. */
export interface LoadedCheck {
  readonly id: string;
  readonly phase: PhaseName;
  readonly file: string;
  readonly titlePath: readonly string[];
  readonly topic: CheckTopic;
  readonly tags: readonly string[];
  /** Capabilities without which it cannot run. */
  readonly needs: readonly string[];
  readonly timeoutMs: number;
  /** Within a scenario's context. What it throws, or tells on the channel as its end, is its result. */
  readonly play: (how: { readonly signal: AbortSignal; readonly channel: ChannelClient }) => Promise<void>;
}
