import { z } from 'zod';
import { day, money } from './answer-values.ts';
import { ledgerAnswer } from './answers.ts';

export const journalAnswer = ledgerAnswer;
export const scheduleAnswer = z.object({ months: z.array(z.object({ month: day, revenue: money })) });
