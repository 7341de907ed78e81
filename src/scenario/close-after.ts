/**
 * Closes whatever becomes of the body. What the body throws is what is said: something that cannot be closed any more must
 * not take the place of what was found before. Where nothing was wrong, that it cannot be closed is wrong.
 */
export async function closeAfter(body: () => Promise<void>, close: () => Promise<void>): Promise<void> {
  try {
    await body();
  } catch (error) {
    await close().catch(() => undefined);
    throw error;
  }
  await close();
}
