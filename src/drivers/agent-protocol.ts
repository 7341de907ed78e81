/** What the canary found; the run records it as it came. */
export interface CanaryFinding {
  readonly result: 'discriminates' | 'does-not-discriminate' | 'wrong';
  readonly detail: string;
}

/** Where the agent finds its target, as JSON. */
export const agentVariable = 'TOLLGATE_AGENT';

export interface AgentConfiguration {
  readonly driver: string;
  readonly projectDir: string;
  readonly url: string;
  readonly options: Readonly<Record<string, unknown>>;
}
