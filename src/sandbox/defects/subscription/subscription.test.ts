import { eachIsWitnessed } from '../witnesses/each-witnessed.fixture.ts';
import { subscriptionDefects } from './index.ts';

eachIsWitnessed(subscriptionDefects);
