import { useState } from 'preact/hooks';
import { useSession } from '../../interface/session.ts';
import { useDoing } from '../../interface/use-doing.ts';
import { ErrorSummary } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { TextField } from '../../parts/text-field.tsx';
import type { ApprovalsProps } from './approvals-props.ts';

const ID = 'commentary';

/** What an approver says to the reader, and their approval. */
export function ApproveForm({ at, revision, gate, onDone }: ApprovalsProps) {
  const { api } = useSession();
  const doing = useDoing();
  const [commentary, setCommentary] = useState('');
  const isNeeded =
    gate.outcome === 'warned' && revision.approvals.every(({ commentary: said }) => said === undefined);
  const text = commentary.trim();

  const approve = async () => {
    await api.approvePack({
      path: at,
      body: {
        revision: revision.revision,
        manifestSha256: revision.manifestSha256,
        ...(text !== '' && { commentary: text }),
      },
    });
    onDone('Your approval is kept.');
  };
  const refused =
    doing.refused?.code === 'commentary-needed'
      ? { ...doing.refused, fields: [{ field: ID, message: 'Say what each warning means for the reader' }] }
      : doing.refused;
  const error = refused?.fields.find(({ field }) => field === ID)?.message;

  return (
    <>
      <h2>Your approval</h2>
      <ErrorSummary message={refused} controls={{ [ID]: ID }} />
      <Form doing={doing} act={approve} button={`Approve revision ${revision.revision}`}>
        <TextField
          id={ID}
          label={isNeeded ? 'Commentary' : 'Commentary (optional)'}
          hint="What the reader should know, in your words: it is shown beside the pack. Name no person; 1,000 characters at most."
          error={error}
          rows={5}
          value={commentary}
          onChange={setCommentary}
        />
      </Form>
    </>
  );
}
