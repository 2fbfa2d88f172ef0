type Posted = { readonly url: string; readonly fields: Readonly<Partial<Record<string, string>>> };

/**
 * Posts a file by a form that was opened for it, and says how many bytes of it are sent.
 *
 * @throws Error with what to do
 */
export function postFile(
  { url, fields }: Posted,
  file: File,
  onSent: (bytes: number) => void,
): Promise<void> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.set(name, value);
  // Storage looks at nothing that comes after the file.
  form.set('file', file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.upload.addEventListener('progress', ({ loaded }) => onSent(loaded));
    request.addEventListener('load', () => {
      if (request.status < 300) resolve();
      else reject(new Error('Storage did not take the file. Choose it again and send it once more.'));
    });
    request.addEventListener('error', () =>
      reject(new Error('The file did not arrive. Check that you are online, then send it once more.')),
    );
    request.open('POST', url);
    request.send(form);
  });
}
