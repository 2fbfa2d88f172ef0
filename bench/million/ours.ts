/** The prepared pages as a month run takes them: every measure and split computed, small numbers withheld. */
import { computeMonth } from './compute-month.ts';

computeMonth({});
