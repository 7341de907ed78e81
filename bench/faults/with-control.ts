import type { Controls } from './controls.ts';
import { type Played, play } from './play.ts';
import type { Row } from './row.ts';

/** The control first: without it a row proves nothing, and rows that begin with a finished run take its. */
export async function playWithControl(row: Row, controls: Controls): Promise<Played> {
  const control = await controls.of(row.setup);
  const played = await play(row, { finishedRun: (project) => controls.copyRun(row.setup, project) });
  if (control.isGo) return played;
  return {
    ...played,
    complaints: [...played.complaints, 'its control is not GO, so that it proves nothing'],
  };
}
