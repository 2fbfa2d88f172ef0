import { expect, test } from 'vitest';
import { whatDidNotComeAbout } from './absent.ts';
import type { SoakReport } from './afterwards.ts';
import { noDeeds } from './deeds.ts';
import type { Steadiness } from './memory.ts';
import { newOracle } from './oracle.ts';
import { reportOf } from './report.ts';

const nothing = { requests: 0, acknowledged: 0, inDoubt: 0, settled: 0, kills: 0, reads: 0, rounds: 0 };
const untold: Steadiness = { isSteady: undefined, perMinute: 0, seconds: 0 };
const told: Steadiness = { isSteady: true, perMinute: 3, seconds: 80 };
const report: SoakReport = {
  ...{ folder: 'nowhere', tally: nothing, deeds: noDeeds(), oracle: newOracle() },
  ...{ left: 0, revisions: 0, journeys: 0, differences: [] },
  memory: { resident: untold, live: untold },
};

test('a soak that met nothing says of each thing that nothing is known of it', () => {
  const absent = whatDidNotComeAbout(report);
  expect(absent).toContain('a release');
  expect(absent).toContain('an erasure');
  for (const what of absent) expect(reportOf(1, report)).toContain(`nothing is known of it: ${what}.`);
});

test('one that met everything says nothing of that', () => {
  const oracle = newOracle();
  oracle.acknowledgeErasure({ provider: 'p', personRef: 'SU-1' }, 'erasure-1');
  const met: SoakReport = {
    ...report,
    ...{ oracle, tally: { ...nothing, kills: 1, inDoubt: 1, rounds: 1 } },
    deeds: {
      ...{ runs: new Set(['run-1']), approvals: new Map([[1, new Set(['ann'])]]), refused: new Map() },
      ...{ released: new Map([[1, { at: '2026-11-04T12:00:00.000Z', portal: '' }]]), opened: 1 },
    },
    memory: { resident: told, live: told },
  };
  expect(whatDidNotComeAbout(met)).toEqual([]);
  // What is held in all tells nothing of what could be let go of.
  const halfTold = { ...met, memory: { resident: told, live: untold } };
  expect(whatDidNotComeAbout(halfTold)).toHaveLength(1);
  expect(reportOf(1, met)).not.toContain('did not come about');
});
