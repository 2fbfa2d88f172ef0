/** One thing wrong with one field of what was sent; never the value itself. */
export type FieldIssue = {
  readonly field: string;
  readonly code: string;
  readonly message: string;
  readonly allowed?: readonly (string | number | boolean)[];
};

/**
 * An error that a person can act on: an HTTP status, a code that never changes, and a sentence that says what to do
 * and holds no value that was sent.
 *
 * @example throw new AppError(409, 'month-open', 'The month has not ended yet; run it from its next day on.')
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly status: number;
  readonly code: string;
  readonly issues: readonly FieldIssue[];

  constructor(
    status: number,
    code: string,
    detail: string,
    options: { issues?: readonly FieldIssue[]; cause?: unknown } = {},
  ) {
    super(detail, { cause: options.cause });
    this.status = status;
    this.code = code;
    this.issues = options.issues ?? [];
  }
}

/** What is absent, foreign or not to be seen: all three answer alike. */
export function notFound(detail = 'There is nothing here that this token may see.'): AppError {
  return new AppError(404, 'not-found', detail);
}
