import { nothingDeduced } from '../../support/reader/nothing-deduced.ts';

nothingDeduced(1, 250);
