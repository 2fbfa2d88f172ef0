/**
 * The message that a pack was released: whose, of which month, and where to sign in. No figure, no file and no link to
 * one: whoever reads it without the right to the pack learns that there is one.
 *
 * @example releaseMessage('Northshire Council', '2026-10', 'https://outcomes.example/portal').subject
 * // 'Outcome pack of October 2026: Northshire Council'
 */
export function releaseMessage(commissionerName: string, month: string, portal: string) {
  const when = inWords(month);
  return {
    subject: `Outcome pack of ${when}: ${commissionerName}`,
    text: [
      `The outcome pack of ${commissionerName} for ${when} has been released.`,
      `Sign in to read it:\n${portal}`,
      'There is nothing of the pack in this message. It goes to the addresses that are registered for it; to be taken off, tell whoever runs the service.',
      '',
    ].join('\n\n'),
  };
}

function inWords(month: string): string {
  return new Date(`${month}-01T00:00:00Z`).toLocaleDateString('en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}
