/** A refusal in S3's own words: its status and its code. */
export class ObjectError extends Error {
  override readonly name = 'ObjectError';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export const accessDenied = (message = 'Access Denied') => new ObjectError(403, 'AccessDenied', message);

export const noSuchKey = () => new ObjectError(404, 'NoSuchKey', 'The specified key does not exist.');

export const preconditionFailed = () =>
  new ObjectError(412, 'PreconditionFailed', 'At least one of the pre-conditions you specified did not hold');

export const notImplemented = (what: string) =>
  new ObjectError(501, 'NotImplemented', `${what} is not a part of S3 that one machine stands in for.`);
