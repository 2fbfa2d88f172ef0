import { describe, expect, it } from 'vitest';
import { readArguments } from '../../local/read-arguments.ts';

describe('the command line', () => {
  it('has a default for everything', () => {
    expect(readArguments([])).toEqual({
      port: 8787,
      dataDir: '.local',
      clock: undefined,
      json: false,
      help: false,
    });
  });

  it('takes every option', () => {
    const args = ['--port', '9000', '--data', 'd', '--clock', '2026-11-04T12:00:00Z', '--json'];
    expect(readArguments(args)).toEqual({
      port: 9000,
      dataDir: 'd',
      clock: '2026-11-04T12:00:00Z',
      json: true,
      help: false,
    });
  });

  it.each([
    ['an unknown option', ['--colour']],
    ['a word that is no option', ['now']],
    ['a port that is no number', ['--port', 'high']],
    ['a port that is none', ['--port', '']],
    ['a port out of range', ['--port', '70000']],
    ['a day in place of an instant', ['--clock', '2026-11-04']],
    ['an instant without an offset', ['--clock', '2026-11-04T12:00:00']],
    ['a day that there is not', ['--clock', '2026-11-31T12:00:00Z']],
    ['no folder', ['--data', '']],
  ])('refuses %s, and says how it is used', (_, args) => {
    expect(() => readArguments(args)).toThrow('Usage: npm run local');
  });
});
