import { useState } from 'preact/hooks';
import { useSession } from '../../interface/session.ts';
import { useAsked } from '../../interface/use-asked.ts';
import { Answered } from '../../parts/answered.tsx';
import { Done } from '../../parts/done.tsx';
import { MonthPicker, useMonth } from '../../parts/month-picker.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { instantInWords } from '../../words/instant-in-words.ts';
import { monthInWords } from '../../words/month-in-words.ts';
import type { Page } from '../page.ts';
import { ReceiptsTable } from './receipts-table.tsx';

export const receiptsPage: Page = {
  path: 'receipts',
  name: 'What has arrived',
  scopes: ['records/read'],
  parties: ['provider'],
  View: ReceiptsView,
};

/** What arrived of a month, kind by kind, and by when it has to; that there is nothing to send of one. */
function ReceiptsView() {
  const { api } = useSession();
  const [month, setMonth] = useMonth();
  const [asked, again] = useAsked(() => api.getReceipts({ query: { month } }), [month]);
  const [done, setDone] = useState<string>();
  return (
    <>
      <PageHead title="What has arrived" />
      <p>What we have of a month, and what is still to come before its pack is made.</p>
      <MonthPicker
        value={month}
        onChange={(chosen) => {
          setDone(undefined);
          setMonth(chosen);
        }}
      />
      <Done what={done} />
      <Answered asked={asked}>
        {(receipts) => (
          <>
            <p>
              {receipts.hasPassed
                ? 'The pack of this month was due to be made on '
                : 'The pack of this month is made on '}
              {instantInWords(receipts.cutOff)}.{' '}
              {receipts.hasPassed
                ? 'What arrives now is late: it is kept, and counts when the month is run again.'
                : 'What arrives before then is in it.'}
            </p>
            <ReceiptsTable
              receipts={receipts}
              onDone={(what) => {
                setDone(`${what} of ${monthInWords(month)}.`);
                again();
              }}
            />
          </>
        )}
      </Answered>
    </>
  );
}
