import type { CapabilityMatrix } from '../target/capability.ts';
import type { TargetDescription } from '../target/description.ts';

/** What the run asks of the child that holds a driver for it. The answers travel over the channel as JSON. */
export interface AgentCommands {
  readonly describe: {
    readonly asks: null;
    readonly answers: TargetDescription & { readonly capabilities: CapabilityMatrix };
  };
  readonly probe: { readonly asks: null; readonly answers: { readonly detail: string } };
  readonly canary: { readonly asks: { readonly runId: string }; readonly answers: CanaryFinding };
  readonly leftovers: { readonly asks: { readonly runId: string }; readonly answers: readonly string[] };
}

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
