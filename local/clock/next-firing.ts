import { Temporal } from 'temporal-polyfill';

const FIELDS = ['minute', 'hour', 'day of the month', 'month', 'day of the week', 'year'] as const;
const LIMITS = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [1, 7],
  [1970, 2199],
] as const;
const DAYS_AHEAD = 366 * 8;

/**
 * When a schedule fires next, strictly after an instant. A time that the clocks skip in spring is that much later, as
 * EventBridge has it.
 *
 * @param expression `cron(minutes hours day-of-month month day-of-week year)`, Sunday the first day of the week; with
 *   numbers, `*`, `?`, lists, ranges and steps
 * @throws Error at any other expression
 * @example nextFiring('cron(0 6 * * ? *)', 'Europe/London', new Date('2026-07-01T12:00:00Z')) // 2026-07-02T05:00:00Z
 */
export function nextFiring(expression: string, timeZone: string, after: Date): Date | undefined {
  const [minutes, hours, daysOfMonth, months, daysOfWeek, years] = parse(expression);
  const start = Temporal.Instant.fromEpochMilliseconds(after.getTime()).toZonedDateTimeISO(timeZone);
  let date = start.toPlainDate();
  for (let day = 0; day < DAYS_AHEAD; day += 1, date = date.add({ days: 1 })) {
    const weekday = (date.dayOfWeek % 7) + 1;
    const fires =
      daysOfMonth.has(date.day) && months.has(date.month) && daysOfWeek.has(weekday) && years.has(date.year);
    if (!fires) continue;
    for (const hour of hours)
      for (const minute of minutes) {
        const at = date.toZonedDateTime({ timeZone, plainTime: { hour, minute } }).epochMilliseconds;
        if (at > after.getTime()) return new Date(at);
      }
  }
  return undefined;
}

type Sets = [Set<number>, Set<number>, Set<number>, Set<number>, Set<number>, Set<number>];

function parse(expression: string): Sets {
  const fields = /^cron\(([^)]+)\)$/.exec(expression)?.[1]?.trim().split(/\s+/) ?? [];
  if (fields.length !== FIELDS.length) throw new Error(`This schedule is not understood: ${expression}`);
  const read = (index: 0 | 1 | 2 | 3 | 4 | 5) => valuesOf(fields[index] ?? '', LIMITS[index], FIELDS[index]);
  return [read(0), read(1), read(2), read(3), read(4), read(5)];
}

function valuesOf(field: string, [lowest, highest]: readonly [number, number], name: string): Set<number> {
  const values = new Set<number>();
  for (const part of field.split(',')) {
    const match = /^(?:[*?]|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part);
    if (match === null) throw new Error(`The ${name} of a schedule is not understood: ${part}`);
    const [, first, last, step] = match;
    const from = first === undefined ? lowest : Number(first);
    const to =
      last === undefined ? (first === undefined || step !== undefined ? highest : from) : Number(last);
    if (from < lowest || to > highest || Number(step ?? 1) < 1)
      throw new Error(`The ${name} of a schedule is out of its range: ${part}`);
    for (let value = from; value <= to; value += Number(step ?? 1)) values.add(value);
  }
  return new Set([...values].sort((a, b) => a - b));
}
