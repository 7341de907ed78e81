import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChannelSink } from '../channel/connection.ts';
import { type ChannelServer, openChannel } from '../channel/server.ts';
import { newTempDir } from './temp-dir.ts';

export interface OutsideRun {
  /** Gone afterwards. */
  readonly tempDir: string;
  readonly channel: ChannelServer;
  readonly channelPath: string;
}

/** A channel for a driver's process where there is no run; evidence is not kept. */
export async function outsideRun<Result>(
  record: ChannelSink['record'],
  work: (place: OutsideRun) => Promise<Result>,
): Promise<Result> {
  const tempDir = await newTempDir();
  const channelPath = join(tempDir, 'channel');
  const keep = () => Promise.reject(new RangeError('nothing is kept here'));
  const channel = await openChannel(channelPath, { record, keep });
  try {
    return await work({ tempDir, channel, channelPath });
  } finally {
    await channel.close();
    await rm(tempDir, { recursive: true, force: true });
  }
}
