import type { QualityList } from '../../../quality/quality-list.ts';

/** What a workbook of data quality is of: the list, its month, and the day it was looked at. */
export type QualityOfMonth = QualityList & {
  readonly month: string;
  readonly asAt: string;
  readonly cutOff: string;
};
