import type { AttendanceCounts, AttendanceFacts } from '../../outcomes/reports/attendance-facts.ts';
import type { Block, Cell, Section } from '../blocks.ts';
import { monthInWords } from '../calendar.ts';
import { count, percent, text } from '../cells.ts';
import { plainTable } from '../plain-table.ts';
import { attendanceInWords, dueOf } from './attendance-in-words.ts';
import { KINDS } from './words.ts';

/** How the person attended, by month and by kind of session. */
export function attendanceSection({ all, byMonth, byKind }: AttendanceFacts): Section {
  const tables: Block[] =
    byMonth.length === 0
      ? []
      : [
          table('attendance_by_month', 'Sessions by month', 'Month', [
            ...byMonth.map(({ month, ...counts }) => row(monthInWords(month), counts)),
            row('All', all),
          ]),
          table('attendance_by_kind', 'Sessions by kind', 'Kind', [
            ...byKind.map(({ kind, ...counts }) => row(KINDS[kind], counts)),
          ]),
          {
            kind: 'paragraph',
            role: 'small',
            text: 'Due are the sessions that the person attended, did not attend or cancelled. Those that the service cancelled are not among them.',
          },
        ];
  return {
    id: 'attendance',
    title: 'Attendance',
    blocks: [{ kind: 'paragraph', text: attendanceInWords(all) }, ...tables],
  };
}

const table = (id: string, title: string, first: string, rows: Cell[][]): Block =>
  plainTable(
    {
      id,
      title,
      columns: [
        { title: first },
        ...['Due', 'Attended', 'Share attended', 'Did not attend', 'Cancelled by the person'].map((name) => ({
          title: name,
          numeric: true,
        })),
        { title: 'Cancelled by the service', numeric: true },
      ],
    },
    rows,
  );

function row(label: string, counts: AttendanceCounts): Cell[] {
  const due = dueOf(counts);
  return [
    text(label),
    count(due),
    count(counts.attended),
    due === 0 ? text('none due') : percent(counts.attended / due),
    count(counts.didNotAttend),
    count(counts.cancelledByClient),
    count(counts.cancelledByService),
  ];
}
