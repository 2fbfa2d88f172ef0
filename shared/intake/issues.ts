import type * as z from 'zod';
import type { FieldIssue } from '../platform/errors.ts';
import { firstIssues } from './first-issues.ts';

/**
 * What is wrong with one record, for its sender: every problem with its field and code, the first twenty, then how
 * many more there are. Values are never repeated.
 *
 * @example issuesOf([{ code: 'unrecognized_keys', keys: ['nmae'], … }], {}) // [{ field: 'nmae', code: 'unknown-field', … }]
 */
export function issuesOf(problems: readonly z.core.$ZodIssue[], sent: unknown): FieldIssue[] {
  return firstIssues(problems.flatMap((problem) => fieldIssues(problem, sent)));
}

function fieldIssues(problem: z.core.$ZodIssue, sent: unknown): FieldIssue[] {
  const field = problem.path.map(nameOf).join('.');
  switch (problem.code) {
    case 'unrecognized_keys':
      return problem.keys.map((key) =>
        issue(
          [field, nameOf(key)].filter(Boolean).join('.'),
          'unknown-field',
          'this field is not known; leave it out',
        ),
      );
    case 'invalid_type':
      return valueAt(sent, problem.path) === undefined
        ? [issue(field, 'required', 'this field is required')]
        : [wrongType(field, problem)];
    case 'invalid_value':
      return valueAt(sent, problem.path) === undefined
        ? [issue(field, 'required', 'this field is required')]
        : [
            {
              ...issue(field, 'not-allowed', 'send one of the allowed values'),
              allowed: problem.values.filter(isPlain),
            },
          ];
    case 'invalid_key':
      return [issue(field, 'unknown-field', 'this field is not known; leave it out')];
    case 'too_small':
      return [issue(field, 'out-of-range', `at least ${problem.minimum}${unitOf(problem.origin)}`)];
    case 'too_big':
      return [issue(field, 'out-of-range', `at most ${problem.maximum}${unitOf(problem.origin)}`)];
    default:
      return [coded(field, problem.message)];
  }
}

/** What is to be sent instead, in the field's own words where it has some. */
function wrongType(field: string, { message, expected }: z.core.$ZodIssueInvalidType): FieldIssue {
  return message.startsWith('wrong-type: ')
    ? coded(field, message)
    : issue(field, 'wrong-type', `send a value of type ${expected}`);
}

/** A message of ours begins with its code, `date-order: it ends on or after its start`. */
function coded(field: string, message: string): FieldIssue {
  const [, code, text] = /^([a-z][a-z0-9-]*): (.*)$/s.exec(message) ?? [];
  return code === undefined || text === undefined
    ? issue(field, 'invalid', 'this value is not valid')
    : issue(field, code, text);
}

function issue(field: string, code: string, message: string): FieldIssue {
  return { field, code, message };
}

/** A name that was sent is repeated only when it looks like a field's: no capital first, no digit, no reference. */
function nameOf(part: PropertyKey): string {
  const name = String(part);
  return /^(?:\d{1,4}|[a-z][A-Za-z]{0,39})$/.test(name) ? name : '(unnamed)';
}

const isPlain = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

function unitOf(origin: string): string {
  if (origin === 'array' || origin === 'set') return ' entries';
  return origin === 'string' ? ' characters' : '';
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (within, part) => (typeof within === 'object' && within !== null ? Reflect.get(within, part) : undefined),
    value,
  );
}
