import { describe, expect, test } from 'vitest';
import { type Deeds, noDeeds, type Revision } from './deeds.ts';
import { type AuditEntry, deedsThatDiffer } from './deeds-that-differ.ts';
import { ADDRESSES, mailsThatDiffer } from './mails-that-differ.ts';

/** One revision that two people approved and one of them released, and one erasure: and what may be wrong with that. */

const at = (second: number) => `2026-11-04T12:00:0${second}.000Z`;
const deeds: Deeds = {
  ...noDeeds(),
  approvals: new Map([[1, new Set(['ann', 'bob'])]]),
  released: new Map([[1, { at: at(3), portal: 'http://127.0.0.1:1' }]]),
};
const revision: Revision = {
  ...{ revision: 1, manifestSha256: '', inputFingerprint: '', files: [] },
  ...{ releasedAt: at(3), approvals: [{}, {}] },
};
const entry = (id: string, action: string, second: number, sub?: string): AuditEntry => ({
  ...{ id, action, at: at(second), revision: 1 },
  ...(sub !== undefined && { sub }),
});
const [ann, bob, release] = [
  entry('1', 'pack-approved', 1, 'ann'),
  entry('2', 'pack-approved', 2, 'bob'),
  entry('3', 'pack-released', 3, 'ann'),
];
const erased: AuditEntry = { id: '4', action: 'person-erased', at: at(4), erasure: 'E' };
const audit = [ann, bob, release, erased];
const found = (entries: readonly AuditEntry[], revisions = [revision], own = deeds) =>
  deedsThatDiffer(own, ['E'], revisions, entries);

test('nothing is told where each deed is there once', () => {
  expect(found(audit)).toEqual([]);
});

describe('what is there twice', () => {
  test('an entry of the audit', () => {
    expect(found([...audit, { ...erased, at: at(5) }])).toEqual([
      'the audit has 4 2 times, person-erased',
      'the erasure E is in the audit 2 times',
    ]);
    expect(found([...audit, { ...erased, id: '5' }])).toEqual(['the erasure E is in the audit 2 times']);
  });

  test('one person, who stands for two', () => {
    expect(found([ann, { ...bob, sub: 'ann' }, release, erased])).toEqual([
      'revision 1: approved 2 times by ann',
      'revision 1: its approval by bob is not in the audit',
      'revision 1: released with 2 approvals of 1 people',
    ]);
  });

  test('a release', () => {
    expect(found([...audit, { ...release, id: '5' }])).toEqual(['revision 1: released 2 times']);
  });

  test('an approval, so that three stand for two', () => {
    expect(found(audit, [{ ...revision, approvals: [{}, {}, {}] }])).toEqual([
      'revision 1: 3 approvals stand of 2',
      'revision 1: released with 3 approvals of 2 people',
    ]);
  });

  test('a number of a revision', () => {
    expect(found(audit, [revision, revision])).toEqual(['revisions out of their order: 1, 1']);
  });
});

describe('what is missing', () => {
  test.each([
    ['an approval', [ann, release, erased], 'revision 1: its approval by bob is not in the audit'],
    ['a release', [ann, bob, erased], 'revision 1: its release is in the audit at no time'],
    ['an erasure', [ann, bob, release], 'the erasure E is not in the audit'],
  ])('%s in the audit', (_, entries, said) => {
    expect(found(entries).join('\n')).toContain(said);
  });

  test('a revision, or what was said of it', () => {
    expect(found(audit, []).join('\n')).toContain('revision 1: approved or released, and not there');
    const { releasedAt: _, ...unreleased } = revision;
    expect(found(audit, [unreleased]).join('\n')).toContain('revision 1: released at no time');
    expect(found(audit, [{ ...revision, approvals: [{}] }]).join('\n')).toContain('1 approvals stand of 2');
  });
});

test('what was done of itself is told: an erasure that nobody asked for, an approval after the release', () => {
  expect(deedsThatDiffer(deeds, [], [revision], audit)).toEqual([
    'the erasure E is in the audit, and nobody was told of it',
  ]);
  expect(found([ann, { ...bob, at: at(4) }, release, erased])).toEqual([
    'revision 1: released with 2 approvals of 1 people',
  ]);
});

test('an approval or a release that was not answered may be there, once', () => {
  expect(found(audit, [revision], noDeeds())).toEqual([]);
  expect(found([ann, ann, bob, release, erased], [revision], noDeeds())).toContain(
    'revision 1: approved 2 times by ann',
  );
});

test('each address has one mail of each process that released, and nobody else has any', () => {
  const [portal, mail] = [
    'http://127.0.0.1:1',
    { subject: 'Released', text: 'at http://127.0.0.1:1/portal' },
  ];
  const mails = ADDRESSES.map((to) => ({ to, ...mail }));
  expect(mailsThatDiffer([portal, portal], mails)).toEqual([]);
  expect(mailsThatDiffer([portal], [...mails, { ...mails[0]!, subject: 'Once more' }])).toHaveLength(1);
  expect(mailsThatDiffer([portal], mails.slice(1))).toEqual([
    `0 mails to ${ADDRESSES[0]} from ${portal}, where one was due`,
  ]);
  expect(mailsThatDiffer([], [{ to: 'nobody@elsewhere.example', ...mail }])).toEqual([
    'a mail to nobody@elsewhere.example, which is not registered',
  ]);
});
