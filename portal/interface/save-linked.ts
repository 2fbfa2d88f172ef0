const MINUTES = 60_000;

/**
 * Saves the file that a link leads to, by a frame that is not seen: the link says that it is to be saved, and where it
 * should fail, this page stays.
 */
export function saveLinked(url: string): void {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.title = 'Download';
  frame.src = url;
  document.body.append(frame);
  setTimeout(() => frame.remove(), 5 * MINUTES);
}
