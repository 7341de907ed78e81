import { eachIsWitnessed } from '../witnesses/each-witnessed.fixture.ts';
import { paymentDefects } from './index.ts';

eachIsWitnessed(paymentDefects);
