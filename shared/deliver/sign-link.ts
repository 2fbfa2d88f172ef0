import { GetObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Bucket } from '../store/pack-files.ts';

const LIFE_SECONDS = 300;

/** What a browser is to do with the file of a link. */
export type Disposition = 'inline' | 'attachment';

/** A link to one file, good for five minutes from now, that shows it, or saves it, under its own name. */
export function signLink(
  { client, name }: Bucket,
  key: string,
  fileName: string,
  disposition: Disposition = 'inline',
): Promise<string> {
  const command = new GetObjectCommand({
    Bucket: name,
    Key: key,
    ResponseContentDisposition: `${disposition}; filename="${fileName}"`,
  });
  return getSignedUrl(client, command, { expiresIn: LIFE_SECONDS });
}
