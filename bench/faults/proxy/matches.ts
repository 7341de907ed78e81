import type { Match } from './exchange.ts';

export const everything: Match = () => true;

export const writes: Match = ({ isWrite }) => isWrite;

export const path =
  (pattern: RegExp): Match =>
  ({ path: asked }) =>
    pattern.test(asked);

/** GET or POST, and a path. */
export const call =
  (method: string, pattern: RegExp): Match =>
  (asked) =>
    asked.method === method && pattern.test(asked.path);

export const not =
  (match: Match): Match =>
  (asked) =>
    !match(asked);

/** The n-th of those that fit, the 2n-th, and so on. */
export function every(n: number, match: Match): Match {
  let seen = 0;
  return (asked) => match(asked) && ++seen % n === 0;
}

/** All that fit after the first `count` of them. */
export function after(count: number, match: Match): Match {
  let seen = 0;
  return (asked) => match(asked) && ++seen > count;
}

/** The first that fits, and no other. */
export function once(match: Match): Match {
  let isOver = false;
  return (asked) => {
    if (isOver || !match(asked)) return false;
    isOver = true;
    return true;
  };
}
