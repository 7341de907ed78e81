import { eachIsWitnessed } from '../witnesses/each-witnessed.fixture.ts';
import { usageDefects } from './index.ts';

eachIsWitnessed(usageDefects);
