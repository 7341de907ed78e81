import { makeResident } from '../../drivers/resident.ts';
import { driver } from '../../drivers/sandbox.ts';
import { buildSandbox } from '../../sandbox/build-sandbox.ts';
import type { Defect } from '../../sandbox/defects/defect.ts';
import type { TargetDescription } from '../../target/description.ts';

/** A sandbox in this process, everything in memory. */
export interface ResidentSandbox {
  readonly url: string;
  readonly description: TargetDescription;
  close(): Promise<void>;
}

/** How long it may take to end; one whose defect keeps it from ending is left to end with the process. */
const closeMs = 1_000;

/**
 * Drivers reach it without a socket. It listens all the same, for the checks that look at the wire itself, for a browser and
 * for whoever answers to what it sends.
 */
export async function openResidentSandbox(
  defect: Pick<Defect, 'rules' | 'procedures'> | null,
): Promise<ResidentSandbox> {
  const app = await buildSandbox({ dataDir: null, defect });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const leave = makeResident(url, async ({ method, path, headers, body }) => {
    const payload = body === null ? {} : { payload: body };
    const answer = await app.inject({ method, url: path, headers, ...payload, validate: false });
    const answered = answer.headers as Readonly<Record<string, string | string[] | undefined>>;
    return { status: answer.statusCode, headers: answered, bytes: answer.rawPayload };
  });
  return {
    url,
    description: await driver.describe({ url, options: {} }),
    close: async () => {
      leave();
      const closed = app.close();
      closed.then(undefined, () => undefined);
      await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, closeMs).unref())]);
    },
  };
}
