/** What a cell was read as, or why it could not be. */
export type ReadCell =
  | { readonly value: unknown; readonly why?: undefined }
  | { readonly value?: undefined; readonly why: { readonly code: string; readonly message: string } };

/** A date, or a date and a time of day that nothing says the offset of. */
export type WallTime = { readonly date: string; readonly time?: string | undefined };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const ISO = /^(\d{4})-(\d\d)-(\d\d)$/;
const UK = /^(\d\d?)([/.-])(\d\d?)\2(\d{4})$/;
const NAMED = /^(\d\d?)[ -]([a-z]{3})[a-z]*[ -](\d{4})$/i;
const SHORT_YEAR = /^\d\d?[/.-](?:\d\d?|[a-z]{3,9})[/.-]\d\d$/i;
const TIME = /^(.*\S)(?:T|\s+)(\d\d?):(\d\d)(?::(\d\d)(?:\.0+)?)?$/i;

/**
 * Reads a calendar date as it is typed: `2026-11-04`, `4/11/2026` (day first) or `4 Nov 2026`, or the serial number that
 * a workbook has for it, where it can be nothing else.
 */
export function readDate(cell: string | number | boolean): ReadCell {
  const wall = readWallTime(cell);
  if ('why' in wall) return wall;
  if (wall.time !== undefined && wall.time !== '00:00:00')
    return refuse('invalid-date', 'this is a date with a time of day; leave the time out');
  return { value: wall.date };
}

/** Reads a date with or without a time of day. */
export function readWallTime(cell: string | number | boolean): WallTime | { readonly why: Why } {
  if (typeof cell === 'boolean') return notADate();
  if (typeof cell === 'number') return dateOfBareNumber(cell);
  const [, before, hour = '', minute = '', second = '00'] = TIME.exec(cell) ?? [];
  const date = calendarDate(before ?? cell);
  if (typeof date !== 'string') return date;
  if (before === undefined) return { date };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59)
    return refuse('invalid-instant', 'this is no time of day; send it from 00:00 to 23:59');
  return { date, time: `${hour.padStart(2, '0')}:${minute}:${second}` };
}

type Why = { readonly code: string; readonly message: string };

const refuse = (code: string, message: string) => ({ why: { code, message } });

const notADate = () => refuse('invalid-date', 'send a calendar date as 04/11/2026 (day first) or 2026-11-04');

/**
 * A number that nothing shows as a date may be a serial, or a date typed in figures, 041126, whose zero was lost. From
 * 41,300 up to 50,100, January 2013 to February 2037, no day, month and two figures of a year stand: 41,299 would be the
 * last of 4 December, 50,100 the first of 5 January. Those with four figures of a year are above a million.
 */
function dateOfBareNumber(number: number): WallTime | { readonly why: Why } {
  const date = number >= 41_300 && number < 50_100 ? dateOfSerial(number) : undefined;
  const message =
    'a number that is not shown as a date can be read in several ways; format the column as a date and type it again';
  return date ?? refuse('ambiguous-date', message);
}

function calendarDate(text: string): string | { readonly why: Why } {
  const iso = ISO.exec(text);
  if (iso !== null) return existing(iso[1], iso[2], iso[3]) ?? notADate();
  const uk = UK.exec(text);
  if (uk !== null) {
    const [, day, , month, year] = uk;
    return (
      existing(year, month, day) ??
      refuse('invalid-date', 'dates are read as day/month/year; this is no such day')
    );
  }
  const named = NAMED.exec(text);
  const month = MONTHS.indexOf(named?.[2]?.toLowerCase() ?? '') + 1;
  if (named !== null && month > 0) return existing(named[3], String(month), named[1]) ?? notADate();
  return SHORT_YEAR.test(text)
    ? refuse('ambiguous-date', 'a year of two digits can be read in several ways; send all four')
    : notADate();
}

/** The ISO date, where the calendar has it. */
function existing(year = '', month = '', day = ''): string | undefined {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const ms = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== date ? undefined : date;
}

/** Excel counts days from here. It takes 1900 for a leap year, so earlier serials than this first one are not read. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const FIRST_SERIAL = 61;
const LAST_SERIAL = 73_050;
const DAY_SECONDS = 86_400;

/** The date and time of day that a spreadsheet has a number for. Serial 61 is 1 March 1900, 73,050 the last day of 2099; the fraction is to the
 * nearest second. */
export function dateOfSerial(number: number): WallTime | undefined {
  if (!(number >= FIRST_SERIAL && number < LAST_SERIAL + 1)) return undefined;
  const text = new Date(DAY_ZERO + Math.round(number * DAY_SECONDS) * 1000).toISOString();
  return { date: text.slice(0, 10), ...(number % 1 !== 0 && { time: text.slice(11, 19) }) };
}
