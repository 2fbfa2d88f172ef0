import { useEffect, useRef } from 'preact/hooks';
import type { Message } from '../interface/message.ts';
import { SignInAgain } from './sign-in-again.tsx';

type ErrorSummaryProps = {
  readonly message: Message | undefined;
  /** The control of each field that may be wrong, by the field's name. */
  readonly controls?: Readonly<Record<string, string>>;
};

/** What went wrong, where it is seen and heard at once: the keyboard moves to it, and from it to what is to be put right. */
export function ErrorSummary({ message, controls = {} }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [message]);
  if (message === undefined) return null;
  const { title, detail, code, fields, signedOut } = message;
  return (
    <div class="summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{title}</h2>
      <p>{detail}</p>
      {fields.length > 0 && (
        <ul>
          {fields.map(({ field, message: wrong }) => (
            <li key={`${field} ${wrong}`}>
              <FieldError field={field} wrong={wrong} control={controls[field]} />
            </li>
          ))}
        </ul>
      )}
      {signedOut && <SignInAgain />}
      {code !== undefined && <p class="small">Code: {code}</p>}
    </div>
  );
}

type FieldErrorProps = {
  readonly field: string;
  readonly wrong: string;
  readonly control: string | undefined;
};

function FieldError({ field, wrong, control }: FieldErrorProps) {
  if (control === undefined)
    return (
      <>
        {field}: {wrong}
      </>
    );
  return (
    <a
      href={`#${control}`}
      onClick={(event) => {
        // The address says which page is open, so it is not to change.
        event.preventDefault();
        document.getElementById(control)?.focus();
      }}
    >
      {wrong}
    </a>
  );
}
