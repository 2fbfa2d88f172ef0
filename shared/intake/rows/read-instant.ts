import { londonOffset } from './london-offset.ts';
import { type ReadCell, readWallTime } from './read-date.ts';

const WITH_OFFSET = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)\s?(Z|[+-]\d\d:\d\d)$/i;

/**
 * Reads a date and time. One with an offset is what it says; one without is London's, as a clock on the wall showed it.
 *
 * @example readInstant('01/07/2026 16:00') // { value: '2026-07-01T16:00:00+01:00' }
 */
export function readInstant(cell: string | number | boolean): ReadCell {
  const [, date, time, offset] = WITH_OFFSET.exec(typeof cell === 'string' ? cell : '') ?? [];
  if (date !== undefined && time !== undefined && offset !== undefined)
    return { value: `${date}T${time.length === 5 ? `${time}:00` : time}${offset.toUpperCase()}` };

  const wall = readWallTime(cell);
  if ('why' in wall) {
    const { code, message } = wall.why;
    return code === 'invalid-date' ? notAnInstant() : { why: { code, message } };
  }
  if (wall.time === undefined)
    return refuse('invalid-instant', 'the time of day is missing; add it, as 16:00');
  const ahead = londonOffset(`${wall.date}T${wall.time.slice(0, 2)}`);
  if (ahead === 'twice')
    return refuse(
      'ambiguous-time',
      'the clocks went back and this hour came twice; send it with its offset, as 2026-10-25T01:30:00+01:00 or +00:00',
    );
  if (ahead === 'never')
    return refuse('invalid-instant', 'the clocks went forward and this hour did not come; correct the time');
  return { value: `${wall.date}T${wall.time}${ahead}` };
}

const refuse = (code: string, message: string): ReadCell => ({ why: { code, message } });

const notAnInstant = () =>
  refuse('invalid-instant', 'send a date and time of day in London, as 04/11/2026 16:00 (day first)');
