import { countsInBucket } from '../../rules/usage/counts-in-bucket.ts';
import type { Defect } from '../defect.ts';

/** Once a charge had buckets, its own price was never asked for. The list has no row for it. */
export const usageWithoutBucketLost: Defect = {
  name: 'usage-without-bucket-lost',
  row: 'USE',
  family: 'USE',
  stage: 'usage',
  effect: 'lost',
  severity: 'critical',
  title: 'Usage that is in no bucket of a charge is not billed',
  rules: {
    countsInBucket: (question) =>
      (question.bucket !== null || question.buckets.length === 0) && countsInBucket(question),
  },
};
