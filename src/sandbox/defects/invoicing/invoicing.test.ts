import { eachIsWitnessed } from '../witnesses/each-witnessed.fixture.ts';
import { invoicingDefects } from './index.ts';

eachIsWitnessed(invoicingDefects);
