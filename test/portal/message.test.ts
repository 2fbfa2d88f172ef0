import { expect, test } from 'vitest';
import { Refusal } from '../../examples/typescript/janus-client.ts';
import { messageOf } from '../../portal/interface/message.ts';

test('a problem is told by its own sentence and code, with every field', () => {
  const errors = [{ field: 'month', code: 'invalid-month', message: 'send a month as YYYY-MM' }];
  expect(
    messageOf(new Refusal(422, { code: 'invalid-run', detail: 'The run was refused.', errors })),
  ).toEqual({
    title: 'There is a problem with what was sent',
    detail: 'The run was refused.',
    code: 'invalid-run',
    fields: [{ field: 'month', message: 'send a month as YYYY-MM' }],
    signedOut: false,
  });
});

test.each([
  ['gate-failed', 409, 'The checks do not allow this'],
  ['commentary-needed', 422, 'Write a commentary first'],
  ['not-latest', 409, 'A newer revision was issued'],
  ['manifest-differs', 409, 'The pack is not the one you looked at'],
  ['already-approved', 409, 'You have approved already'],
  ['already-released', 409, 'This revision is released already'],
  ['enough-approvals', 409, 'Enough people have approved'],
  ['approvals-needed', 409, 'Two people have to approve first'],
  ['person-required', 403, 'Only a person can do this'],
  ['a-code-of-tomorrow', 409, 'Something changed in the meantime'],
])('the code %s has a title that says what it means', (code, status, title) => {
  expect(messageOf(new Refusal(status, { code, detail: 'Why.' }))).toMatchObject({
    title,
    detail: 'Why.',
    code,
  });
});

test('whoever has no token any more is asked to sign in again', () => {
  expect(messageOf(new Refusal(401, {}))).toMatchObject({
    title: 'You have been signed out',
    signedOut: true,
  });
});

test('an answer of the gateway, which has no code, is told by its status', () => {
  expect(messageOf(new Refusal(503, {}))).toMatchObject({
    title: 'Something failed on our side',
    code: 'status-503',
  });
});

test('a request that found nobody says to look whether one is online', () => {
  expect(messageOf(new TypeError('Failed to fetch'))).toMatchObject({
    title: 'The service could not be reached',
    fields: [],
    signedOut: false,
  });
});
