/** What happens between two systems on a bad day, on command. */
export interface WebhookDrillVerbs {
  /** Tells everything once more that was ever to be told, under its old identity, also what was lost. */
  redeliver(order: 'as-happened' | 'reversed'): Promise<void>;
  /** The next events, as many as stated, are lost on their way to everybody. */
  loseDeliveries(count: number): Promise<void>;
}
