import { Banner } from './banner.tsx';

/** What was done just now, in a sentence; nothing before anything was. */
export function Done({ what }: { readonly what: string | undefined }) {
  if (what === undefined) return null;
  // Each sentence is a banner of its own, so that the next one takes the keyboard, too.
  return (
    <Banner kind="done" key={what}>
      <p>{what}</p>
    </Banner>
  );
}
