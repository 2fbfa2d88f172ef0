import { useState } from 'preact/hooks';
import { useSession } from '../../interface/session.ts';
import { useAsked } from '../../interface/use-asked.ts';
import { useDoing } from '../../interface/use-doing.ts';
import { Choices } from '../../parts/choices.tsx';
import { ErrorSummary } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { MonthPicker, useMonth } from '../../parts/month-picker.tsx';
import { SelectField } from '../../parts/select-field.tsx';

/** Starts a run by hand, and opens it. */
export function StartRun() {
  const { api } = useSession();
  const doing = useDoing();
  const [month, setMonth] = useMonth();
  const [kind, setKind] = useState('packs');
  const [commissioner, setCommissioner] = useState('');
  const [known] = useAsked(() => api.listCommissioners(), []);
  const commissioners = known.state === 'answered' ? known.answer.commissioners : [];
  const start = async () => {
    const run = await api.startRun({
      body: {
        month,
        ...(kind === 'statements' && { kind }),
        ...(kind === 'packs' && commissioner !== '' && { commissioner }),
      },
    });
    location.hash = `#/runs/${run.id}`;
  };
  return (
    <>
      <h2>Start a run</h2>
      <ErrorSummary message={doing.refused} controls={{ month: 'month', commissioner: 'commissioner' }} />
      <Form doing={doing} act={start} button="Start the run">
        <Choices
          name="kind"
          legend="What it makes"
          value={kind}
          choices={[
            { value: 'packs', label: 'Packs of a month', hint: 'A new revision, where anything changed.' },
            {
              value: 'statements',
              label: 'Statements',
              hint: 'Final ones that are due, provisional ones of what is open.',
            },
          ]}
          onChange={setKind}
        />
        {kind === 'packs' && (
          <>
            <MonthPicker value={month} onChange={setMonth} />
            <SelectField
              id="commissioner"
              label="For whom"
              value={commissioner}
              options={[
                ['', 'Every commissioner'],
                ...commissioners.map(({ id, name }) => [id, `${name} (${id})`] as const),
              ]}
              onChange={setCommissioner}
            />
          </>
        )}
      </Form>
    </>
  );
}
