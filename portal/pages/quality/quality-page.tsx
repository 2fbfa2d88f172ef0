import { useSession } from '../../interface/session.ts';
import { saveFile } from '../../interface/save-file.ts';
import { useAsked } from '../../interface/use-asked.ts';
import { useDoing } from '../../interface/use-doing.ts';
import { Action } from '../../parts/action.tsx';
import { Answered } from '../../parts/answered.tsx';
import { ErrorSummary } from '../../parts/error-summary.tsx';
import { MonthPicker, useMonth } from '../../parts/month-picker.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { dateInWords } from '../../words/instant-in-words.ts';
import type { Page } from '../page.ts';
import { Findings } from './findings.tsx';

export const qualityPage: Page = {
  path: 'quality',
  name: 'What to put right',
  scopes: ['records/read'],
  parties: ['provider'],
  View: QualityView,
};

/** What is missing, contradictory, late or double among a provider's records, and what to do about each. */
function QualityView() {
  const { api, fetchFile } = useSession();
  const doing = useDoing();
  const [month, setMonth] = useMonth();
  const [asked] = useAsked(() => api.getDataQuality({ query: { month } }), [month]);
  const save = async () => {
    const file = await fetchFile(`/v1/data-quality?month=${encodeURIComponent(month)}&format=xlsx`);
    saveFile(file, `data-quality-${month}.xlsx`);
  };
  return (
    <>
      <PageHead title="What to put right" />
      <p>
        What is missing, contradictory, late or double among your records. A correction empties this list by
        itself: send the record again.
      </p>
      <MonthPicker value={month} onChange={setMonth} />
      <ErrorSummary message={doing.refused} />
      <Action kind="other" doing={doing} act={save}>
        Download as a workbook
      </Action>
      <Answered asked={asked}>
        {(quality) => (
          <>
            <Findings quality={quality} />
            <p class="small">As at {dateInWords(quality.asAt)}.</p>
          </>
        )}
      </Answered>
    </>
  );
}
