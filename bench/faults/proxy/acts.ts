import { setTimeout as pause } from 'node:timers/promises';
import type { Act } from './exchange.ts';

/** Between driver and target as if nobody stood there. */
export const pass: Act = async ({ forward, give }) => give(await forward());

/** Sends it on only after so long. */
export const delay =
  (milliseconds: number): Act =>
  async (exchange) => {
    await pause(milliseconds);
    await pass(exchange);
  };

/** Takes the request and ends the connection without a word; the target never got it. */
export const hangUp: Act = ({ response }) => void response.destroy();

/** The target does it, and the connection ends before its answer. */
export const hangUpAfterDoing: Act = async ({ forward, response }) => {
  await forward();
  response.destroy();
};

/** The target never got it. */
export const status =
  (code: number, body = '', headers: Readonly<Record<string, string>> = {}): Act =>
  ({ give }) =>
    give({
      status: code,
      headers: { 'content-type': 'application/json', ...headers },
      body: Buffer.from(body === '' ? JSON.stringify({ title: `proxy says ${code}` }) : body),
    });

/** The worst of all answers: the target did it, and says that it failed. */
export const statusAfterDoing =
  (code: number): Act =>
  async (exchange) => {
    await exchange.forward();
    await status(code)(exchange);
  };
