import type { Run } from '../../../examples/typescript/janus-client.ts';
import { Tag, type TagKind } from '../../parts/tag.tsx';

const STATES = {
  queued: ['plain', 'Queued'],
  running: ['careful', 'Running'],
  succeeded: ['good', 'Succeeded'],
  failed: ['bad', 'Failed'],
} as const satisfies Readonly<Record<Run['state'], readonly [TagKind, string]>>;

/** Where a run is. */
export const RunState = ({ state }: Pick<Run, 'state'>) => (
  <Tag kind={STATES[state][0]}>{STATES[state][1]}</Tag>
);
