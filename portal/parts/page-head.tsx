import { useEffect, useRef } from 'preact/hooks';

/** The one heading of a page. It is what a screen reader begins with when a page opens, and names the window. */
export function PageHead({ title, caption }: { readonly title: string; readonly caption?: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – Janus outcomes`;
    heading.current?.focus();
    scrollTo(0, 0);
  }, [title]);
  return (
    <>
      {caption !== undefined && <p class="caption">{caption}</p>}
      <h1 tabIndex={-1} ref={heading}>
        {title}
      </h1>
    </>
  );
}
