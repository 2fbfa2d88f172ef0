import { Refusal } from '../../examples/typescript/janus-client.ts';

/** What went wrong, for the person it happened to. */
export type Message = {
  readonly title: string;
  readonly detail: string;
  /** The code that never changes, to look up or to quote; absent where nothing answered. */
  readonly code?: string;
  readonly fields: readonly { readonly field: string; readonly message: string }[];
  /** Whether signing in again is what helps. */
  readonly signedOut: boolean;
};

/**
 * What a person is told of an error: the sentence of the problem document, under a title that says what it means for
 * them.
 */
export function messageOf(error: unknown): Message {
  if (!(error instanceof Refusal)) {
    const detail =
      error instanceof TypeError
        ? 'Check that you are online, then try again. Nothing was changed by this attempt as far as we know.'
        : error instanceof Error
          ? error.message
          : 'Try again.';
    return { title: 'The service could not be reached', detail, fields: [], signedOut: false };
  }
  const { status, code, message, errors } = error;
  if (status === 401)
    return {
      title: 'You have been signed out',
      detail:
        'A sign-in lasts an hour. Sign in again and you come back to this page; what you had typed is lost.',
      code: code ?? 'signed-out',
      fields: [],
      signedOut: true,
    };
  return {
    title: titleOf(status, code),
    detail: code === undefined ? STATUS_DETAIL : message,
    code: code ?? `status-${status}`,
    fields: errors.map(({ field, message: wrong }) => ({ field, message: wrong })),
    signedOut: false,
  };
}

const STATUS_DETAIL =
  'Try again in a minute. If it happens again, tell the operator what you were doing and when.';

/** Where a code means more to a person than its status does. */
const TITLES: Readonly<Record<string, string>> = {
  'gate-failed': 'The checks do not allow this',
  'commentary-needed': 'Write a commentary first',
  'not-latest': 'A newer revision was issued',
  'manifest-differs': 'The pack is not the one you looked at',
  'already-approved': 'You have approved already',
  'already-released': 'This revision is released already',
  'enough-approvals': 'Enough people have approved',
  'approvals-needed': 'Two people have to approve first',
  'person-required': 'Only a person can do this',
  'insufficient-scope': 'You are not allowed to do this',
  'month-open': 'The month has not ended yet',
};

function titleOf(status: number, code: string | undefined): string {
  const known = code === undefined ? undefined : TITLES[code];
  if (known !== undefined) return known;
  if (status === 403) return 'You are not allowed to do this';
  if (status === 404) return 'There is nothing here';
  if (status === 409) return 'Something changed in the meantime';
  if (status === 422 || status === 400) return 'There is a problem with what was sent';
  if (status === 429) return 'Too much was asked at once';
  return status >= 500 ? 'Something failed on our side' : 'This was refused';
}
