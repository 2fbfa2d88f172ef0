import type { Upload } from '../../../examples/typescript/janus-client.ts';
import { Tag, type TagKind } from '../../parts/tag.tsx';

const STATES = {
  waiting: ['plain', 'Waiting for its file'],
  reading: ['careful', 'Being read'],
  done: ['good', 'Done'],
  refused: ['bad', 'Refused'],
  failed: ['bad', 'Failed on our side'],
} as const satisfies Readonly<Record<Upload['state'], readonly [TagKind, string]>>;

/** Where an upload is. */
export const UploadState = ({ state }: Pick<Upload, 'state'>) => (
  <Tag kind={STATES[state][0]}>{STATES[state][1]}</Tag>
);
