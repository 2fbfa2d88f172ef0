import type { ComponentChildren } from 'preact';
import type { Asked } from '../interface/use-asked.ts';
import { ErrorSummary } from './error-summary.tsx';

type AnsweredProps<Answer> = {
  readonly asked: Asked<Answer>;
  readonly children: (answer: Answer) => ComponentChildren;
};

/** What was asked for once it is there, and until then that it is on its way, or why it is not to be had. */
export function Answered<Answer>({ asked, children }: AnsweredProps<Answer>) {
  if (asked.state === 'answered') return <>{children(asked.answer)}</>;
  if (asked.state === 'refused') return <ErrorSummary message={asked.message} />;
  return (
    <p class="waiting" role="status">
      Loading…
    </p>
  );
}
