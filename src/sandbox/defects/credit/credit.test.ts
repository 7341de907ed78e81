import { eachIsWitnessed } from '../witnesses/each-witnessed.fixture.ts';
import { creditDefects } from './index.ts';

eachIsWitnessed(creditDefects);
