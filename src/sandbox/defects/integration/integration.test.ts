import { eachIsWitnessed } from '../witnesses/each-witnessed.fixture.ts';
import { integrationDefects } from './index.ts';

eachIsWitnessed(integrationDefects);
