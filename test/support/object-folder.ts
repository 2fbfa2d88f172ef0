import {
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { Bucket } from '../../shared/store/pack-files.ts';

/** A bucket whose files are a map: what is put, read and listed, and nothing else of S3. */
export function anObjectFolder(files: Map<string, Uint8Array>): Bucket {
  const send = (command: unknown): Promise<unknown> => {
    if (command instanceof ListObjectsV2Command) {
      const keys = [...files.keys()].filter((key) => key.startsWith(command.input.Prefix ?? ''));
      return Promise.resolve({ Contents: keys.map((Key) => ({ Key })) });
    }
    if (command instanceof GetObjectCommand) {
      const bytes = files.get(command.input.Key ?? '');
      if (bytes === undefined) return Promise.reject(new NoSuchKey({ message: '', $metadata: {} }));
      return Promise.resolve({ Body: { transformToByteArray: () => Promise.resolve(bytes) } });
    }
    if (command instanceof PutObjectCommand) {
      const { Key = '', Body } = command.input;
      if (files.has(Key))
        return Promise.reject(
          new S3ServiceException({ name: 'PreconditionFailed', $fault: 'client', $metadata: {} }),
        );
      files.set(Key, Body as Uint8Array);
      return Promise.resolve({});
    }
    throw new Error('not known here');
  };
  return { client: { send } as unknown as Bucket['client'], name: 'packs' };
}
