import { nothingDeduced } from '../../support/reader/nothing-deduced.ts';

nothingDeduced(251, 500);
