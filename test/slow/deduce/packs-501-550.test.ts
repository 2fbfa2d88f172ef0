import { nothingDeduced } from '../../support/reader/nothing-deduced.ts';

nothingDeduced(501, 550);
