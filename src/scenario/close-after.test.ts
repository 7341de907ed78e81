import { expect, test } from 'vitest';
import { closeAfter } from './close-after.ts';

const fails = (message: string) => async () => {
  throw new Error(message);
};
const succeeds = async () => undefined;

test('what was found stands, though the target cannot be left in order', async () => {
  await expect(closeAfter(fails('a wrong amount'), fails('nobody answers'))).rejects.toThrow(
    'a wrong amount',
  );
});

test('what cannot be left in order is said where nothing else was wrong', async () => {
  await expect(closeAfter(succeeds, fails('nobody answers'))).rejects.toThrow('nobody answers');
});
