import { SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { mockClient } from 'aws-sdk-client-mock';
import { expect, test } from 'vitest';
import { sesMail } from '../../shared/platform/ses-mail.ts';

test('a message goes to one address, in plain text, from the address that is configured', async () => {
  const client = new SESv2Client({ region: 'eu-west-2' });
  const sent = mockClient(client);
  const message = { to: 'head@northshire.example', subject: 'Outcome pack', text: 'Sign in.' };
  await sesMail('packs@example.org', client).send(message);
  expect(sent.commandCalls(SendEmailCommand).map(({ args: [{ input }] }) => input)).toEqual([
    {
      FromEmailAddress: 'packs@example.org',
      Destination: { ToAddresses: ['head@northshire.example'] },
      Content: {
        Simple: {
          Subject: { Data: 'Outcome pack', Charset: 'UTF-8' },
          Body: { Text: { Data: 'Sign in.', Charset: 'UTF-8' } },
        },
      },
    },
  ]);
});
