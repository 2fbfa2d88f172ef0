import type { ComponentChildren } from 'preact';

type FieldProps = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** The control itself, which is told what describes it. */
  readonly children: (describedBy: string | undefined) => ComponentChildren;
};

/** A labelled control, with a hint and what is wrong with it above it. */
export function Field({ id, label, hint, error, children }: FieldProps) {
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class={error === undefined ? 'field' : 'field wrong'}>
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p class="error" id={`${id}-error`}>
          <span class="hidden">Error: </span>
          {error}
        </p>
      )}
      {children(describedBy === '' ? undefined : describedBy)}
    </div>
  );
}
