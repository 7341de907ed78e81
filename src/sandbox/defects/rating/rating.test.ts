import { eachIsWitnessed } from '../witnesses/each-witnessed.fixture.ts';
import { ratingDefects } from './index.ts';

eachIsWitnessed(ratingDefects);
