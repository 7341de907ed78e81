import { eachIsWitnessed } from '../witnesses/each-witnessed.fixture.ts';
import { ledgerDefects } from './index.ts';

eachIsWitnessed(ledgerDefects);
