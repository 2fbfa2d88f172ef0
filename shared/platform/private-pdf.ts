import type { AppError } from './errors.ts';
import type { HttpAnswer } from './http.ts';

/** What Lambda may answer is 6 MB; a file is a third longer on its way. */
export const MOST_FILE_BYTES = 4 * 1024 * 1024;

/**
 * A document about one person as an answer: to be kept by nobody on its way, and under a name that says nothing of
 * whom it is about.
 *
 * @param tooLarge what is thrown where one answer cannot carry it
 */
export function privatePdf(file: Uint8Array, name: string, tooLarge: () => AppError): HttpAnswer {
  if (file.length > MOST_FILE_BYTES) throw tooLarge();
  return {
    status: 200,
    file,
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  };
}
