import type { FastifyReply } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { Refusal } from '../refusal.ts';
import type { SandboxApp } from './app.ts';

interface Problem {
  readonly status: number;
  readonly detail: string;
  readonly errors: readonly { readonly field: string; readonly message: string }[];
}

const titles: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'No valid key',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Conflict',
  413: 'Too large',
  415: 'Wrong media type',
  422: 'Refused',
  500: 'Internal error',
};

/** Answers in the form of RFC 9457. */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  // Serialised here, because routes have schemas for their good answers only.
  const body = JSON.stringify({ type: 'about:blank', title: titles[problem.status] ?? 'Error', ...problem });
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json')
    .serializer(String)
    .send(body);
}

export function answerErrors(app: SandboxApp): void {
  app.setErrorHandler((error, _request, reply) => sendProblem(reply, problemOf(error)));
  app.setNotFoundHandler((request, reply) =>
    sendProblem(reply, {
      status: 404,
      detail: `Found no route ${request.method} ${request.url}.`,
      errors: [],
    }),
  );
}

function problemOf(error: unknown): Problem {
  if (error instanceof Refusal) {
    return {
      status: error.status,
      detail: error.message,
      errors: [{ field: error.field, message: error.message }],
    };
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = error.validation.map((issue) => ({
      field: issue.instancePath.replace(/^\//, '').replaceAll('/', '.'),
      message: issue.message ?? 'not as expected',
    }));
    return {
      status: 400,
      detail: errors.map(({ field, message }) => `${field}: ${message}`).join('; '),
      errors,
    };
  }
  const status = statusOf(error);
  const detail = error instanceof Error ? error.message : 'Found something thrown that is no error.';
  return { status, detail, errors: [] };
}

/** Fastify's own refusals, such as a body that is not JSON, carry their status. */
function statusOf(error: unknown): number {
  if (!(error instanceof Error) || !('statusCode' in error)) return 500;
  return typeof error.statusCode === 'number' ? error.statusCode : 500;
}
