import { fitsBucket } from '../../rules/usage/counts-in-bucket.ts';
import type { Defect } from '../defect.ts';

/** Each bucket was matched by itself; nobody asked whether a narrower one takes the event. */
export const subsetBucketCountsTwice: Defect = {
  name: 'subset-bucket-counts-twice',
  row: 'USE-06',
  family: 'USE',
  stage: 'usage',
  effect: 'billed-twice',
  severity: 'critical',
  title: 'Usage that fits a bucket and a narrower one is billed in both',
  rules: {
    countsInBucket: ({ bucket, buckets, event }) =>
      bucket === null ? !buckets.some((each) => fitsBucket(each, event)) : fitsBucket(bucket, event),
  },
};
