import { installables } from '../hosts/index.ts';
import { HarnessFault } from '../model/fault.ts';

/** A browser that is named and not fit is one that is not there: the checks that need it say so, the others run. */
export async function chromiumPath(): Promise<string | null> {
  try {
    const found = await installables.find((tool) => tool.name === 'chromium')?.find();
    return found?.path ?? null;
  } catch (error) {
    if (error instanceof HarnessFault && error.code === 'TOOL_MISSING') return null;
    throw error;
  }
}
