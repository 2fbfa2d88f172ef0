import { AppError, type FieldIssue, notFound } from '../platform/errors.ts';

const CODE = 'erased';

/** What is answered where nothing is held on a person, to whom the reference belongs. */
export function nothingHeld(): AppError {
  return notFound('Nothing is held under this reference; check how it is written.');
}

/** What is answered where something was asked of, or sent about, a person who was erased. */
export function erasedError(erasure: string): AppError {
  return new AppError(410, CODE, messageOf(erasure));
}

/** The same of one record of a batch. */
export function erasedIssue(erasure: string): FieldIssue {
  return { field: 'personRef', code: CODE, message: messageOf(erasure) };
}

/** Whether records were refused for that reason, and so with what status. */
export function refusedAsErased(issues: readonly FieldIssue[]): AppError | undefined {
  const issue = issues.find(({ code }) => code === CODE);
  return issue && new AppError(410, CODE, issue.message);
}

const messageOf = (erasure: string) =>
  `This person was erased and nothing else is kept about them; if that was a mistake, ask the operator to lift erasure ${erasure}.`;
