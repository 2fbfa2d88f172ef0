import type { Statement } from '../../../examples/typescript/janus-client.ts';
import { Tag } from '../../parts/tag.tsx';

/** Whether a statement can still move. */
export const StatementState = ({ state }: Pick<Statement, 'state'>) =>
  state === 'final' ? <Tag kind="good">Final</Tag> : <Tag kind="careful">Provisional</Tag>;
