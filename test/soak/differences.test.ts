import { describe, expect, test } from 'vitest';
import { differences, type Listed, type Read } from './differences.ts';
import { keyOf, newOracle, type Oracle, type Target } from './oracle.ts';
import { afterSending, afterWithdrawing, type Past, stateAfter } from './past.ts';
import { ABSENT, type Content, type State } from './state.ts';

/** What the oracle has to notice, each thing by itself. */

const target = (id: string, personRef = 'SU-1'): Target => ({
  provider: 'p',
  type: 'session',
  id,
  personRef,
});
const first: Content = { kind: 'group' };
const second: Content = { kind: 'telephone' };
const sender = 'client-1';
const sending = (id: string, content: Content) => ({
  target: target(id),
  next: (past: Past) => afterSending(past, content, sender),
});
const send = (oracle: Oracle, id: string, content: Content, version: number) =>
  oracle.acknowledge(sending(id, content), version);
const present = (version: number, content = first): State => ({ kind: 'present', version, content });

/** A state as every way of reading tells it. */
function told(states: Readonly<Record<string, State>>) {
  const listed: Listed[] = Object.entries(states).flatMap(([id, state]) =>
    state.kind === 'absent' ? [] : [{ key: keyOf(target(id)), state }],
  );
  const read = new Map(
    Object.entries(states).map(([id, state]): [string, Read] => {
      const count = state.kind === 'absent' ? 0 : state.version;
      const versions = Array.from({ length: count }, (_, at) => ({
        version: at + 1,
        outcome: at === 0 ? ('created' as const) : ('amended' as const),
        content: state.kind === 'present' && at + 1 === count ? state.content : first,
        recordedAt: `2026-11-04T12:00:0${at}.000Z`,
        sender,
      }));
      const { content, version } = state.kind === 'present' ? state : {};
      const got = { kind: state.kind, ...(content && version && { content, version }) };
      return [keyOf(target(id)), { got, versions }];
    }),
  );
  return { listed, read };
}

/** One record that was sent, and amended once. */
function anAmended() {
  const oracle = newOracle();
  send(oracle, 'S-1', first, 1);
  send(oracle, 'S-1', second, 2);
  return oracle;
}

test('all is well where everything is as it was acknowledged', () => {
  expect(differences(anAmended(), told({ 'S-1': present(2, second) }))).toEqual([]);
});

describe('what was acknowledged and is', () => {
  test.each<[string, State, RegExp]>([
    ['missing', ABSENT, /listed as nothing, where it is version 2/],
    ['of the version before', present(1), /listed as version 1/],
    ['of a version too many', present(3, second), /listed as version 3/],
    ['of other content', present(2, { kind: 'peer-support' }), /"peer-support".*where it is version 2/],
    ['withdrawn', { kind: 'withdrawn', version: 3 }, /withdrawn as version 3/],
  ])('%s', (_, state, said) => {
    expect(differences(anAmended(), told({ 'S-1': state }))).toEqual([expect.stringMatching(said)]);
  });

  test('listed twice, or under an id that nobody sent', () => {
    const { listed, read } = told({ 'S-1': present(2, second) });
    const [own] = listed;
    const doubled = [...listed, own!, { ...own!, key: 'p session S-2' }];
    expect(differences(anAmended(), { listed: doubled, read })).toEqual([
      'p session S-1: listed 2 times',
      'p session S-2: listed, and was never sent',
    ]);
  });
});

describe('what is half there', () => {
  const seen = told({ 'S-1': present(2, second) });
  const key = keyOf(target('S-1'));
  const with_ = (change: Partial<Read>) => ({
    ...seen,
    read: new Map([[key, { ...seen.read.get(key)!, ...change }]]),
  });

  test('a record without its pointer', () => {
    expect(differences(anAmended(), with_({ got: { kind: 'absent' } }))).toEqual([
      `${key}: read as absent, and listed as version 2`,
    ]);
  });

  test('a record without its place on the index', () => {
    expect(differences(anAmended(), { ...seen, listed: [] })).toHaveLength(3);
  });

  test('a history with a gap, or that ends in other content', () => {
    const { versions } = seen.read.get(key)!;
    expect(differences(anAmended(), with_({ versions: versions.slice(1) }))).toEqual([
      `${key}: has the history 2, and is version 2`,
    ]);
    const other = [versions[0]!, { ...versions[1]!, content: first }];
    expect(differences(anAmended(), with_({ versions: other }))).toEqual([
      `${key}: version 2 of its history amended by client-1 with {"kind":"group"}, where it was amended by client-1 with {"kind":"telephone"}`,
    ]);
  });

  test.each([
    [
      'other content',
      { content: second },
      'version 1 of its history created by client-1 with {"kind":"telephone"}',
    ],
    ['another sender', { sender: 'client-2' }, 'version 1 of its history created by client-2'],
    ['another outcome', { outcome: 'withdrawn' as const }, 'version 1 of its history withdrawn by client-1'],
    ['a time long before', { recordedAt: '2020-01-01T00:00:00.000Z' }, 'when nothing was sent'],
    ['the time of the one after', { recordedAt: '2026-11-04T12:00:01.000Z' }, 'not after the one before'],
  ])('a former version of %s', (_, change, said) => {
    const { versions } = seen.read.get(key)!;
    const altered = [{ ...versions[0]!, ...change }, versions[1]!];
    expect(differences(anAmended(), with_({ versions: altered }))).toEqual([expect.stringContaining(said)]);
  });
});

describe('what was sent without an answer', () => {
  const inDoubt = (whole?: string) => {
    const oracle = newOracle();
    const doubt = oracle.doubt(
      ['S-1', 'S-2'].map((id) => sending(id, first)),
      whole,
    );
    return { oracle, doubt };
  };

  test('may be there or not, and is nothing else', () => {
    for (const states of [
      { 'S-1': ABSENT, 'S-2': ABSENT },
      { 'S-1': present(1), 'S-2': ABSENT },
      { 'S-1': present(1), 'S-2': present(1) },
    ])
      expect(differences(inDoubt().oracle, told(states))).toEqual([]);
    expect(differences(inDoubt().oracle, told({ 'S-1': present(2), 'S-2': ABSENT }))).toHaveLength(1);
  });

  test('as a whole is there whole or not at all', () => {
    const half = told({ 'S-1': present(1), 'S-2': ABSENT });
    expect(differences(inDoubt('a batch').oracle, half)).toEqual([
      'a batch: 1 of 2 were made, and it has to be all or none',
    ]);
    expect(differences(inDoubt('a batch').oracle, told({ 'S-1': ABSENT, 'S-2': ABSENT }))).toEqual([]);
  });

  test('and is sent again, has one version: that of the answer', () => {
    const { oracle } = inDoubt();
    send(oracle, 'S-1', first, 1);
    expect(oracle.complaints).toEqual([]);
    expect(oracle.possible(target('S-1'))).toEqual([present(1)]);
    send(oracle, 'S-2', first, 2);
    expect(oracle.complaints).toEqual(['p session S-2: answered version 2, where it had to be version 1']);
  });
});

test('somebody who was erased has nothing, and the same reference elsewhere keeps what it has', () => {
  const oracle = anAmended();
  const elsewhere = { ...target('S-1'), provider: 'q' };
  oracle.acknowledge({ ...sending('S-1', first), target: elsewhere }, 1);
  oracle.acknowledgeErasure(target('S-1'), 'erasure-1');
  expect(oracle.possible(target('S-1'))).toEqual([ABSENT]);
  expect(oracle.possible(elsewhere)).toEqual([present(1)]);
  oracle.acknowledgeErasure(elsewhere, 'erasure-2');
  expect(differences(oracle, told({ 'S-1': present(2, second) }))).not.toEqual([]);
});

test('what is withdrawn twice has one version more, what is not there none, and what is sent again is created anew', () => {
  const sent = afterSending([], first, sender);
  const withdrawn = afterWithdrawing(afterWithdrawing(sent, sender), sender);
  expect(stateAfter(withdrawn)).toEqual({ kind: 'withdrawn', version: 2 });
  expect(afterWithdrawing([], sender)).toEqual([]);
  expect(stateAfter(afterSending(withdrawn, first, sender))).toEqual(present(3));
  expect(afterSending(withdrawn, first, sender).map(({ outcome }) => outcome)).toEqual([
    'created',
    'withdrawn',
    'created',
  ]);
});
