/** What a role allows that no code asks for: what is done in the function's name, by whom. */
const implicit: readonly (readonly [action: RegExp, why: string])[] = [
  [/^logs:(CreateLogStream|PutLogEvents) on \w+log$/, 'Lambda writes the log.'],
  [/^xray:Put(TelemetryRecords|TraceSegments) on \*$/, 'Lambda’s own daemon sends the traces.'],
  [
    /^kms:(Decrypt|DescribeKey|Encrypt|GenerateDataKey(WithoutPlaintext)?|ReEncrypt(From|To)) on (Records|Packs|Uploads)Key$/,
    'Table and buckets are encrypted, and ask for the key in the name of who reads or writes.',
  ],
  [
    /^sqs:(ChangeMessageVisibility|DeleteMessage|GetQueue(Attributes|Url)|ReceiveMessage) on UploadedQueue$/,
    'Lambda takes the messages from the queue with the role of the function that it calls.',
  ],
];

/** Whether an action is one that no call of a function's code needs. */
export const isImplicit = (action: string): boolean => implicit.some(([each]) => each.test(action));
