import { expect, test } from 'vitest';
import { subjectOf } from '../../portal/interface/subject-of.ts';

const tokenOf = (claims: unknown) =>
  `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`;

test('the subject of a token is read out of it', () => {
  // In base64url this has a stroke where base64 has a plus.
  expect(subjectOf(tokenOf({ sub: '9c1f>>??' }))).toBe('9c1f>>??');
});

test.each(['', 'nonsense', 'a.b.c', tokenOf({}), tokenOf(null), tokenOf({ sub: 7 })])(
  'of %j there is none',
  (token) => {
    expect(subjectOf(token)).toBeUndefined();
  },
);
