import { useRef, useState } from 'preact/hooks';
import { useSession } from '../../interface/session.ts';
import type { Message } from '../../interface/message.ts';
import { useDoing } from '../../interface/use-doing.ts';
import { Choices } from '../../parts/choices.tsx';
import { ErrorSummary } from '../../parts/error-summary.tsx';
import { Field } from '../../parts/field.tsx';
import { Form } from '../../parts/form.tsx';
import { Progress } from '../../parts/progress.tsx';
import { SelectField } from '../../parts/select-field.tsx';
import { recordTypeNames, recordTypes } from '../../words/record-types.ts';
import { formatOf } from './format-of.ts';
import { openingOf } from './opening-of.ts';
import { postFile } from './post-file.ts';

const MEGABYTE = 1_000_000;

/** Sends one file, or tries it. */
export function SendForm() {
  const { api } = useSession();
  const doing = useDoing();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File>();
  const [type, setType] = useState('');
  const [mode, setMode] = useState('validate');
  const [sent, setSent] = useState<number>();
  const format = file && formatOf(file.name);

  const send = async () => {
    const problem = problemOf(file, type);
    if (problem !== undefined || file === undefined) {
      if (problem !== undefined) doing.refuse(problem);
      return;
    }
    const { id, post, mostBytes } = await api.postUpload({ body: openingOf(file.name, type, mode) });
    if (file.size > mostBytes)
      throw new Error(`The file is larger than ${inMegabytes(mostBytes)}. Send it in parts.`);
    setSent(0);
    await postFile(post, file, setSent).finally(() => setSent(undefined));
    location.hash = `#/send/${id}`;
  };
  const errorOf = (name: string) => doing.refused?.fields.find(({ field }) => field === name)?.message;

  return (
    <>
      <ErrorSummary message={doing.refused} controls={{ file: 'file', type: 'type' }} />
      <Form doing={doing} act={send} button={mode === 'validate' ? 'Try this file' : 'Send this file'}>
        <Field
          id="file"
          label="File"
          hint="A workbook (.xlsx) or a table (.csv), filled in from a template; or lines of JSON (.ndjson)."
          error={errorOf('file')}
        >
          {(describedBy) => (
            <input
              type="file"
              id="file"
              ref={input}
              accept=".csv,.xlsx,.ndjson,.jsonl"
              aria-describedby={describedBy}
              onChange={() => setFile(input.current?.files?.[0])}
            />
          )}
        </Field>
        {format === 'csv' && (
          <SelectField
            id="type"
            label="What the rows are"
            error={errorOf('type')}
            value={type}
            options={[
              ['', 'Choose one'],
              ...recordTypeNames.map((name) => [name, recordTypes[name]] as const),
            ]}
            onChange={setType}
          />
        )}
        <Choices
          name="mode"
          legend="What to do with it"
          value={mode}
          choices={[
            {
              value: 'validate',
              label: 'Try it',
              hint: 'Says what would happen, row by row. Nothing is kept.',
            },
            {
              value: 'commit',
              label: 'Send it',
              hint: 'Keeps every row that is right, and tells the others.',
            },
          ]}
          onChange={setMode}
        />
        {sent !== undefined && file !== undefined && (
          <Progress
            label="Sending"
            done={sent}
            of={file.size}
            text={`${inMegabytes(sent)} of ${inMegabytes(file.size)}`}
          />
        )}
      </Form>
    </>
  );
}

const inMegabytes = (bytes: number) =>
  `${(bytes / MEGABYTE).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB`;

/** What is missing before anything can be sent. */
function problemOf(file: File | undefined, type: string): Message | undefined {
  const format = file && formatOf(file.name);
  const fields =
    file === undefined
      ? [{ field: 'file', message: 'Choose a file' }]
      : format === undefined
        ? [{ field: 'file', message: 'Choose a file whose name ends in .xlsx, .csv or .ndjson' }]
        : format === 'csv' && type === ''
          ? [{ field: 'type', message: 'Choose what the rows of the file are' }]
          : [];
  if (fields.length === 0) return undefined;
  return { title: 'There is a problem', detail: 'Nothing was sent.', fields, signedOut: false };
}
