import { AppError, type FieldIssue } from '../platform/errors.ts';
import type { Party } from '../platform/finance-party.ts';
import type { TagOf } from '../privacy/person-tags.ts';
import type { Table } from '../store/dynamo.ts';
import type { Change } from '../store/put-record.ts';

/** How blocks and claims are taken in: where, from whom, and which version they are meant for. */
export type FinanceSubmission = {
  readonly table: Table;
  readonly party: Party;
  readonly change: Pick<Change, 'client' | 'now' | 'ifVersion'>;
  readonly tagOf: TagOf;
};

/** Everything that is wrong with what was sent. */
export function refused(issues: readonly FieldIssue[]): AppError {
  return new AppError(422, 'invalid-entry', 'The entry was refused and nothing was changed; see errors.', {
    issues,
  });
}

/** The id is that of somebody else's entry; whose, and what is in it, is not told. */
export function takenId(): AppError {
  return new AppError(409, 'id-in-use', 'This id is in use; ids of finance are unique, so use another one.');
}

/** Refuses a change of what must stay as it is. */
export function fixedFields(fields: readonly string[], detail: string): AppError {
  const message = 'this stays as it was sent first';
  const issues = fields.map((field) => ({ field, code: 'fixed-field', message }));
  return new AppError(409, 'fixed-field', detail, { issues });
}
