import { eachIsWitnessed } from '../witnesses/each-witnessed.fixture.ts';
import { taxDefects } from './index.ts';

eachIsWitnessed(taxDefects);
