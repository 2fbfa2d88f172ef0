import { expect, test } from 'vitest';
import { reportWindow } from '../../../shared/outcomes/reports/report-window.ts';

test('reports are read from 31 days before the twelve months of a month to its last instant', () => {
  // The twelve months to October 2026 begin on 1 November 2025; 31 days before that is 1 October.
  expect(reportWindow('2026-10')).toEqual({
    from: '2025-10-01T00:00:00.000Z',
    to: '2026-10-31T23:59:59.999Z',
  });
  // Those to February 2026 on 1 March 2025; 31 days before that is 29 January.
  expect(reportWindow('2026-02')).toEqual({
    from: '2025-01-29T00:00:00.000Z',
    to: '2026-02-28T23:59:59.999Z',
  });
});
