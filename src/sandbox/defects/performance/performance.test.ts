import { eachIsWitnessed } from '../witnesses/each-witnessed.fixture.ts';
import { performanceDefects } from './index.ts';

eachIsWitnessed(performanceDefects);
