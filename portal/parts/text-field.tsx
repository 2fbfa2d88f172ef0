import { Field } from './field.tsx';

type TextFieldProps = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Lines; one without it. */
  readonly rows?: number;
};

/** Something to type, on one line or several. */
export function TextField({ rows, value, onChange, ...field }: TextFieldProps) {
  return (
    <Field {...field}>
      {(describedBy) =>
        rows === undefined ? (
          <input
            id={field.id}
            type="text"
            autocomplete="off"
            spellcheck={false}
            aria-describedby={describedBy}
            aria-invalid={field.error === undefined ? undefined : true}
            value={value}
            onInput={(event) => onChange(event.currentTarget.value)}
          />
        ) : (
          <textarea
            id={field.id}
            rows={rows}
            aria-describedby={describedBy}
            aria-invalid={field.error === undefined ? undefined : true}
            value={value}
            onInput={(event) => onChange(event.currentTarget.value)}
          />
        )
      }
    </Field>
  );
}
