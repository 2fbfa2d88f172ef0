import type { AttendanceCounts } from '../../outcomes/reports/attendance-facts.ts';
import { formatPercent } from '../../render/format.ts';
import { counted } from './counted.ts';

/** How many sessions the person was to come to. */
export const dueOf = ({ attended, didNotAttend, cancelledByClient }: AttendanceCounts): number =>
  attended + didNotAttend + cancelledByClient;

/**
 * Attendance in a sentence.
 *
 * @example attendanceInWords(counts) // 'The person attended 34 of the 40 sessions that were due (85.0%).'
 */
export function attendanceInWords(counts: AttendanceCounts): string {
  const due = dueOf(counts);
  if (due === 0) return 'No session that the person was to come to is recorded.';
  const share = formatPercent(counts.attended / due);
  return due === 1
    ? `One session was due; the person ${counts.attended === 1 ? 'attended it' : 'did not come to it'}.`
    : `The person attended ${counts.attended} of the ${counted(due, ['session', 'sessions'])} that were due (${share}).`;
}
