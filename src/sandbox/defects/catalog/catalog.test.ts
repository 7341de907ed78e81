import { eachIsWitnessed } from '../witnesses/each-witnessed.fixture.ts';
import { catalogDefects } from './index.ts';

eachIsWitnessed(catalogDefects);
