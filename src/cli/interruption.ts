import { killRunningTools } from '../run/processes/supervise.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Asks the run to end when a person or a machine says so: in order at the first signal, without waiting for any tool at the
 * second. Either way the run is sealed and judged.
 */
export function listenForInterruption(): AbortSignal {
  const abort = new AbortController();
  for (const signal of signals)
    process.on(signal, () => {
      if (abort.signal.aborted) killRunningTools();
      abort.abort();
    });
  return abort.signal;
}
