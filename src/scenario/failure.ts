import { noteFailure } from '../channel/cucumber-failure.ts';

type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;

/** Wraps the code of a step or hook so that what it throws is known as it was thrown, with its code. */
export function rememberFailure(code: AnyFunction): AnyFunction {
  return async function (this: unknown, ...args: unknown[]) {
    try {
      return await code.apply(this, args);
    } catch (error) {
      noteFailure(error);
      throw error;
    }
  };
}
