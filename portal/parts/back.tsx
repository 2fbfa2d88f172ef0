/** The way back to the page that this one was opened from. */
export const Back = ({ to, children }: { readonly to: string; readonly children: string }) => (
  <p class="back">
    <a href={`#/${to}`}>{children}</a>
  </p>
);
