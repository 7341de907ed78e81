import type { z } from 'zod';
import { TargetAnswerInvalid } from '../../target/session.ts';

/** What the target answered, in our words; an answer of another shape is the target's failure and is told as such. */
export function readAnswer<Schema extends z.ZodType>(
  operation: string,
  schema: Schema,
  answer: unknown,
): z.infer<Schema> {
  const read = schema.safeParse(answer);
  if (read.success) return read.data;
  const wrong = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  throw new TargetAnswerInvalid({ operation, status: 200, answer: `another shape (${wrong})` });
}
