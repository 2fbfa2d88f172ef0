import type { ComponentChildren } from 'preact';
import type { Doing } from '../interface/use-doing.ts';

type FormProps = {
  readonly doing: Doing;
  readonly act: () => Promise<void>;
  readonly button: string;
  readonly children: ComponentChildren;
};

/** Fields and the button that sends them, by the button or by the Enter key. */
export function Form({ doing, act, button, children }: FormProps) {
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        doing.run(act);
      }}
    >
      {children}
      <button type="submit" class="main" aria-disabled={doing.isUnderWay ? true : undefined}>
        {button}
      </button>
    </form>
  );
}
