import { useSession } from '../../interface/session.ts';
import { useDoing } from '../../interface/use-doing.ts';
import { Action } from '../../parts/action.tsx';
import { ErrorSummary } from '../../parts/error-summary.tsx';
import { Sure } from '../../parts/sure.tsx';
import { Table } from '../../parts/table.tsx';
import { codeInWords } from '../../words/code-in-words.ts';
import { instantInWords } from '../../words/instant-in-words.ts';
import { APPROVALS_NEEDED } from './approval-state.tsx';
import type { ApprovalsProps } from './approvals-props.ts';
import { ApproveForm } from './approve-form.tsx';

/** Who approved so far, one's own approval, and the release once there are enough. */
export function Approvals(props: ApprovalsProps) {
  const { at, revision, gate, onDone, onLook } = props;
  const { api } = useSession();
  const doing = useDoing();
  const { approvals, releasedAt } = revision;
  const own = approvals.find(({ yours }) => yours);
  const isReady = approvals.length >= APPROVALS_NEEDED;

  /** What was refused was refused for what others did: it is shown beside the refusal. */
  const orLook = (act: () => Promise<void>) => () =>
    act().catch((error: unknown) => {
      onLook();
      throw error;
    });
  const takeBack = async () => {
    await api.withdrawApproval({ path: at, query: { revision: String(revision.revision) } });
    onDone('Your approval is taken back.');
  };
  const release = async () => {
    const body = { revision: revision.revision, manifestSha256: revision.manifestSha256 };
    const { message } = await api.releasePack({ path: at, body });
    onDone(
      `Revision ${revision.revision} is released: its readers can open it from now on. ${message.detail}`,
    );
  };

  return (
    <section aria-label="Approvals">
      <h2>Approvals</h2>
      <ErrorSummary message={doing.refused} />
      <Table
        caption={`${approvals.length} of ${APPROVALS_NEEDED} people have approved revision ${revision.revision}`}
        rows={approvals}
        keyOf={(approval) => approval.at}
        empty="Nobody has approved this revision yet."
        columns={[
          { head: 'Who', cell: ({ yours }) => (yours ? 'You' : 'Another approver') },
          { head: 'When', cell: (approval) => instantInWords(approval.at) },
          { head: 'Commentary', cell: ({ commentary }) => commentary ?? 'None' },
        ]}
      />
      {releasedAt !== undefined ? (
        <p>
          Released on {instantInWords(releasedAt)}. What is released stays released; a correction is a new
          revision. <a href={`#/packs/${at.commissioner}/${at.month}`}>See it as its readers do</a>
        </p>
      ) : (
        <>
          <p>
            <button type="button" class="other" onClick={onLook}>
              See what others did
            </button>
            {own !== undefined && (
              <Action kind="other" doing={doing} act={orLook(takeBack)}>
                Take back my approval
              </Action>
            )}
          </p>
          {isReady ? (
            <>
              <h2>Release</h2>
              <Sure
                doing={doing}
                act={orLook(release)}
                ask="Release to its readers"
                question={`Revision ${revision.revision} becomes readable for everybody of ${codeInWords(at.commissioner)} who reads packs, and they get a message. This cannot be taken back.`}
                yes="Yes, release it"
              />
            </>
          ) : own !== undefined ? (
            <p>You have approved. A second person has to, too, before it can be released.</p>
          ) : gate.outcome === 'failed' ? (
            <p>It cannot be approved while a check has failed.</p>
          ) : (
            <ApproveForm {...props} />
          )}
        </>
      )}
    </section>
  );
}
