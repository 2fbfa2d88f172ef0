import type { Receipts } from '../../../examples/typescript/janus-client.ts';
import { useSession } from '../../interface/session.ts';
import { useDoing } from '../../interface/use-doing.ts';
import { Action } from '../../parts/action.tsx';
import { ErrorSummary } from '../../parts/error-summary.tsx';
import { Table } from '../../parts/table.tsx';
import { Tag } from '../../parts/tag.tsx';
import { instantInWords } from '../../words/instant-in-words.ts';
import { recordTypes } from '../../words/record-types.ts';

type Receipt = Receipts['receipts'][number];

type ReceiptsTableProps = {
  readonly receipts: Receipts;
  /** Told in words what was done. */
  readonly onDone: (what: string) => void;
};

const UNUSUAL = {
  none: 'None, where there are some in other months',
  half: 'Less than half of what is usual',
  double: 'More than twice what is usual',
} as const;

/** The kinds of record of a month: how many there are, and what is to be said or sent. */
export function ReceiptsTable({ receipts: { month, receipts }, onDone }: ReceiptsTableProps) {
  const { api } = useSession();
  const doing = useDoing();
  const say = async ({ type }: Receipt, nothingToSend: boolean) => {
    await api.putNothingToSend({ path: { month }, body: { type, nothingToSend } });
    const name = recordTypes[type].toLowerCase();
    onDone(
      nothingToSend ? `It is noted that there are no ${name}` : `It is noted that there are ${name} to come`,
    );
  };
  return (
    <>
      <ErrorSummary message={doing.refused} />
      <Table
        caption="Kinds of record"
        rows={receipts}
        keyOf={({ type }) => type}
        empty="Nothing is expected of this month."
        columns={[
          { head: 'Kind', cell: ({ type }) => recordTypes[type] },
          { head: 'For the month', cell: standing, numeric: true },
          { head: 'Late', cell: ({ late }) => late.toLocaleString('en-GB'), numeric: true },
          {
            head: 'Last arrived',
            cell: ({ lastArrival }) => (lastArrival === undefined ? 'Never' : instantInWords(lastArrival)),
          },
          { head: 'State', cell: (receipt) => <ReceiptState receipt={receipt} /> },
          {
            head: 'To do',
            cell: (receipt) =>
              standing(receipt) !== '0' ? (
                'Nothing'
              ) : receipt.nothingToSend ? (
                <Action
                  kind="link"
                  doing={doing}
                  act={() => say(receipt, false)}
                  of={`of ${recordTypes[receipt.type].toLowerCase()}`}
                >
                  There are some after all
                </Action>
              ) : (
                <Action
                  kind="link"
                  doing={doing}
                  act={() => say(receipt, true)}
                  of={`of ${recordTypes[receipt.type].toLowerCase()}`}
                >
                  Nothing to send
                </Action>
              ),
          },
        ]}
      />
    </>
  );
}

const standing = ({ forMonth: { created, amended } }: Receipt) => (created + amended).toLocaleString('en-GB');

function ReceiptState({ receipt }: { readonly receipt: Receipt }) {
  const { volume, nothingToSend } = receipt;
  if (nothingToSend) return <Tag kind="good">Nothing to send</Tag>;
  if (volume !== undefined)
    return (
      <>
        <Tag kind="careful">Unusual</Tag> {UNUSUAL[volume.found]}
      </>
    );
  return standing(receipt) === '0' ? <Tag kind="plain">None so far</Tag> : <Tag kind="good">Arrived</Tag>;
}
