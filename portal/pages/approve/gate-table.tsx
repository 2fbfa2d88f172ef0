import type { Gate } from '../../../examples/typescript/janus-client.ts';
import { SummaryList } from '../../parts/summary-list.tsx';
import { Table } from '../../parts/table.tsx';
import { Tag, type TagKind } from '../../parts/tag.tsx';
import { gateCheckName } from '../../words/gate-checks.ts';
import { instantInWords } from '../../words/instant-in-words.ts';
import type { Revision } from '../packs/revision.ts';
import { ApprovalState } from './approval-state.tsx';

const OUTCOMES = {
  passed: ['good', 'Passed'],
  warned: ['careful', 'Warning'],
  failed: ['bad', 'Failed'],
} as const satisfies Readonly<Record<string, readonly [TagKind, string]>>;

const MEANS = {
  passed: 'Every check passed.',
  warned: 'It can be approved, with a commentary that tells the reader what each warning means.',
  failed: 'It cannot be approved as it is. Put right what failed and run the month again.',
} as const;

type GateTableProps = { readonly gate: Gate; readonly revision: Revision };

/** What the machine looked at before people do. */
export function GateTable({ gate, revision }: GateTableProps) {
  return (
    <>
      <SummaryList
        rows={[
          ['Revision', String(revision.revision)],
          ['State', <ApprovalState revision={revision} />],
          ['Issued', instantInWords(revision.issuedAt)],
          ['Fingerprint of the manifest', <code>{revision.manifestSha256}</code>],
        ]}
      />
      <h2>Checks by machine</h2>
      {revision.releasedAt === undefined && <p>{MEANS[gate.outcome]}</p>}
      <Table
        caption="What was checked"
        rows={gate.checks}
        keyOf={({ check }) => check}
        empty="Nothing was checked."
        columns={[
          { head: 'Check', cell: ({ check }) => gateCheckName(check) },
          {
            head: 'Outcome',
            cell: ({ outcome }) => <Tag kind={OUTCOMES[outcome][0]}>{OUTCOMES[outcome][1]}</Tag>,
          },
          { head: 'What was found', cell: ({ detail }) => detail },
        ]}
      />
    </>
  );
}
