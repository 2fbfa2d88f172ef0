import type { RecordedCall } from '../recorded-call.ts';
import type { System } from '../../system.ts';
import { aSentReflection, aSentSession } from '../../sent.ts';
import { postFile } from '../../uploads.ts';
import { setTimeout as pause } from 'node:timers/promises';
import type { Recording } from '../recorded-system.ts';

const HEADER = 'id,personRef,kind,startsAt,attendance,workers';
const ROWS = [
  'U-1,SU-19,group,06/10/2026 10:00,attended,W-1',
  'U-2,SU-19,no-such-kind,07/10/2026 10:00,attended,W-1',
];
const CSV = [HEADER, ...ROWS].join('\n');

type Post = Parameters<typeof postFile>[0];

/** A file uploaded, worked through and read back; and one that fails and is let go on. */
export async function playUploads(system: System, recording: Recording): Promise<void> {
  const { provider, operator } = system;
  const send = async (opening: object = { format: 'csv', type: 'session' }, file = CSV): Promise<string> => {
    const { body } = await provider('POST', '/v1/uploads', opening);
    const post = body['post'] as Post;
    await postFile(post, file);
    recording.calls.push(postedWith(post));
    return String(body['id']);
  };
  const stateOf = async (id: string, ...states: string[]) => {
    for (;;) {
      const { body } = await provider('GET', `/v1/uploads/${id}`);
      if (states.includes(String(body['state']))) return;
      await pause(50);
    }
  };
  const done = await send();
  await stateOf(done, 'done');
  await provider('GET', '/v1/uploads');
  await provider('GET', `/v1/uploads/${done}/errors.csv`);
  recording.failing({ folder: 'process-upload', command: 'GetObjectCommand' }, 'PreconditionFailed');
  const failed = await send();
  await stateOf(failed, 'failed');
  await operator('GET', '/v1/uploads');
  await operator('POST', `/v1/uploads/${failed}/replay`);
  await stateOf(failed, 'done');

  // One whose file never came, as it looks an hour later; and somebody erased while their rows are stored.
  const { body: waiting } = await provider('POST', '/v1/uploads', { format: 'ndjson' });
  await operator('POST', `/v1/uploads/${String(waiting['id'])}/replay`);
  recording.ahead('read-upload', 120);
  await operator('GET', '/v1/uploads');
  recording.before(
    {
      ...{ folder: 'process-upload', command: 'PutItemCommand' },
      when: ({ Item }) => JSON.stringify(Item).includes('"SU-18"'),
    },
    () => provider('DELETE', '/v1/people/SU-18'),
  );
  const lines = [
    { type: 'session', id: 'U-3', ...aSentSession('SU-18', { startsAt: '2026-10-06T09:00:00Z' }) },
    { type: 'reflection', id: 'R-3', ...aSentReflection },
  ];
  await stateOf(
    await send({ format: 'ndjson' }, lines.map((line) => JSON.stringify(line)).join('\n')),
    'done',
  );
}

/** Who posts a form does what the function that signed it may do. */
function postedWith({ url, fields }: Post): RecordedCall {
  const input = { Bucket: new URL(url).pathname.slice(1), Key: fields['key'] };
  return { folder: 'open-upload', command: 'PutObjectCommand', input };
}
