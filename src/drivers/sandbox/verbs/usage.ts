import type { UsageVerbs } from '../../../target/verbs/usage.ts';
import { dailyUsageAnswer, usageAnswer, usageTotalAnswer } from '../answers.ts';
import type { SandboxCalls } from '../calls.ts';

export function usageVerbs(calls: SandboxCalls): UsageVerbs {
  return {
    sendUsage: async (events) => {
      const call = { operation: 'usage.ingest', path: '/v1/usage', body: { events } };
      return (await calls.posted(call, usageAnswer)).results;
    },
    billedUsage: async (customerId, meter, { from, to }) => {
      const query = new URLSearchParams({ customerId, meter, from, to });
      return (await calls.get('usage.total', `/v1/usage/total?${query}`, usageTotalAnswer)).quantity;
    },
    dailyUsage: async (customerId, meter, { from, to }) => {
      const query = new URLSearchParams({ customerId, meter, from, to });
      return (await calls.get('usage.daily', `/v1/usage/daily?${query}`, dailyUsageAnswer)).days;
    },
  };
}
