import * as z from 'zod';
import { describe, expect, test } from 'vitest';
import { elementsIn } from '../../local/objects/xml.ts';
import { dateSchema, instantSchema } from '../../shared/records/fields.ts';
import { looksPersonal } from '../../shared/records/personal-identifier.ts';
import { personalInText } from '../../shared/records/personal-in-text.ts';
import { SCRIPT } from '../../shared/render/html/script.ts';
import { sortKey } from '../../shared/render/html/sort-key.ts';
import { adversariesOf } from '../support/regular-expressions/adversaries.ts';
import {
  findRegularExpressions,
  nameOf,
  regularExpressionsIn,
} from '../support/regular-expressions/find-regular-expressions.ts';
import { growsTooFast } from '../support/regular-expressions/growth.ts';

/** No text that is sent may hold up a function by an expression that takes the square of its length, or worse. */

const { written, built } = findRegularExpressions(['shared', 'functions', 'local', 'portal']);
const PAGE = 'the script of the page';
const all = [...written, ...regularExpressionsIn(PAGE, SCRIPT).written];

/** Those that would take the square of a long text, and why none comes to them. */
const BOUNDED: Readonly<Record<string, string>> = {
  'portal/sign-in/pkce.ts /=+$/': 'our own base64 of 32 bytes',
  'shared/intake/workbook/number-styles.ts /"[^"]*"|\\\\.|\\[[^\\]]*\\]/g':
    'a format has 255 characters at most',
  'shared/render/charts/compact-shapes.ts /<path([^>]*?) d="(M[^"]*)"\\/>/g': 'what the canvas drew for us',
  'shared/render/charts/compact-shapes.ts /-?\\d+\\.\\d+/g': 'numbers that the canvas wrote',
  'shared/render/charts/draw-chart.ts /^[^]*?<svg[^>]*>|<\\/svg>\\s*$/g': 'what the canvas drew for us',
  'shared/render/charts/record-words.ts /([\\d.]+)px/': 'the name of one of our fonts',
  'shared/render/format.ts /\\B(?=(\\d{3})+$)/g': 'the digits of one number',
  'the script of the page /(\\u2212?)[^\\d]*?(\\d+(?:\\.\\d+)?)/': 'a cell of numbers, as we printed it',
};

/** What builds its expression, and what to call to try it; undefined where no text that is sent comes to it. */
const BUILT: Readonly<Record<string, ((text: string) => unknown) | undefined>> = {
  'local/template/deployed-queues.ts': undefined,
  'shared/records/personal-identifier.ts': (text) => looksPersonal(text, 'reference'),
  'shared/records/personal-in-text.ts': personalInText,
  'shared/render/html/sort-key.ts': sortKey,
};

/** What reads texts by expressions of others, or used to by one of ours. */
const FURTHER: Readonly<Record<string, (text: string) => unknown>> = {
  'an e-mail address': (text) => z.email().safeParse(text),
  'a date': (text) => dateSchema.safeParse(text),
  'an instant': (text) => instantSchema.safeParse(text),
  'an element of XML': (text) => elementsIn(text, 'Part'),
};

describe('an expression that is written out', () => {
  test.each(all.map((found) => [nameOf(found), found] as const).filter(([name]) => !(name in BOUNDED)))(
    '%s takes time in proportion to a text',
    (_, { source, flags }) => {
      const everywhere = new RegExp(source, flags.includes('g') ? flags : `${flags}g`);
      const slow = adversariesOf(source, flags).find((adversary) =>
        growsTooFast((text) => text.replace(everywhere, ''), adversary),
      );
      expect(slow?.(40)).toBeUndefined();
    },
  );

  test('is excused only while it stands there', () => {
    const names = all.map(nameOf);
    expect(Object.keys(BOUNDED).filter((name) => !names.includes(name))).toEqual([]);
  });
});

test('what builds an expression is known', () => {
  expect(built).toEqual(Object.keys(BUILT).sort());
});

const RUNS = [
  '1',
  '12',
  'A',
  'AB12',
  '0',
  '+44',
  ' ',
  '1 ',
  '(',
  '1(',
  '.',
  '-',
  '1-',
  'a.',
  'a@',
  '@a',
  '<Part>',
];
const ENDS = ['', '\u0007', '@', '</Part>'];
const texts = RUNS.flatMap((run) =>
  ENDS.map((end) => (length: number) => run.repeat(Math.ceil(length / run.length)) + end),
);

test.each(
  [...Object.entries(BUILT), ...Object.entries(FURTHER)].flatMap(([name, act]) =>
    act === undefined ? [] : [[name, act] as const],
  ),
)('%s is looked for in time in proportion to a text', (_, act) => {
  expect(texts.find((text) => growsTooFast(act, text))?.(40)).toBeUndefined();
});

test('the square of a length is noticed, and what is not is not', () => {
  const isSlow = (source: string) =>
    adversariesOf(source, '').some((adversary) =>
      growsTooFast((text) => text.replace(new RegExp(source, 'g'), ''), adversary),
    );
  expect(['_+$', '(?<!_)_+$', 'x*y', '^[ab]*c'].map(isSlow)).toEqual([true, false, true, false]);
});
