import type { HttpFunctionName } from '../shared/platform/routes.ts';

/** Functions that answer requests: what it means for people when one of them fails. */
const ofRequests = {
  'approve-pack': 'Nobody can approve or release a pack, so that its commissioner waits for it.',
  'check-health': 'Whoever watches the service from outside is told that it is down, even where it is not.',
  'erase-person':
    'A person’s right to be erased is not carried out as it is asked for; what was begun is finished in the night.',
  'export-person': 'A person who asks what is held on them does not get it; the law gives a month.',
  'lift-erasure':
    'Records of a person who was erased and came back are still refused, so they are missing from figures.',
  'list-due-reports':
    'Providers and referrers are not told which reports are due, and may miss a child’s conference.',
  'list-openings': 'A commissioner cannot see who opened its packs.',
  'make-referrer-report':
    'A social worker does not get the written report on a person, on which a court or conference may wait.',
  'manage-clients':
    'The operator can give nobody access, nor take it away from who must not have it any more.',
  'manage-finance': 'Blocks and claims cannot be sent, so statements are made without them.',
  'manage-receipts':
    'Providers do not see what of theirs arrived, and cannot say that there is nothing to send.',
  'manage-registry':
    'The operator cannot register or change commissioners, providers, referrers and targets.',
  'open-pack': 'Commissioners cannot open their packs; packs themselves are safe.',
  'open-upload':
    'Providers who send a month at a time cannot begin; what they would send is missing from figures.',
  'read-audit': 'Nobody can look up who was handed what.',
  'read-caller': 'Nobody who signs in gets past the first page of the portal.',
  'read-published':
    'Nobody can fetch the key that packs are checked with, nor the description of the interface.',
  'read-quality': 'Providers are not told what is wrong with their records, so that it stays in the figures.',
  'read-records': 'Systems that keep in step with this one fall behind; nothing is lost.',
  'read-run': 'The operator cannot see how a run went; the run itself is not touched.',
  'read-statement': 'Finance cannot read statements; what is owed does not change.',
  'read-template': 'Providers cannot fetch a workbook to fill in; those they have go on working.',
  'read-upload': 'Providers cannot see how far their upload is and which rows to mend.',
  'replay-upload': 'An upload that failed on our side stays as it is, and its records out of figures.',
  'show-docs': 'Nobody can read the description of the interface; it goes on answering.',
  'show-portal':
    'Nobody can open the portal: people cannot sign in, approve, release or read by it; machines can.',
  'start-run': 'The operator cannot run a month by hand; the scheduled runs go on.',
  'submit-batch':
    'Records that providers’ systems send are not taken in; they must be sent again, or figures are without them.',
  'submit-record':
    'A record that a provider’s system sends is not taken in; it must be sent again, or figures are without it.',
} as const satisfies Record<HttpFunctionName, string>;

/** Functions that no request reaches by itself: those that let requests in, and those that work by the clock. */
const ofWork = {
  'authorize-request': 'Nobody is let in: providers cannot send, commissioners cannot read.',
  'compute-outcomes': 'A commissioner gets no pack of the month; those of others are made.',
  'enforce-retention':
    'Erasures that were cut short stay unfinished, and records are kept longer than people were told.',
  'finish-batches':
    'A batch that was accepted whole stays stored in part, though its sender was told that all was taken in.',
  'finish-run': 'A run does not end by itself: whether its packs are there is not told, though they may be.',
  'plan-month': 'The month run does not begin, so that no commissioner gets a pack.',
  'plan-statements': 'The statements of the night are not made; the next night makes them.',
  'process-upload': 'What a provider uploaded is not worked through, and figures are without it until it is.',
  'reconcile-blocks':
    'A commissioner and its providers get no statement, and are not told of a block that runs out.',
  'render-pack': 'A commissioner’s figures are computed, and no pack can be read; those of others are made.',
  'render-statements': 'Statements are reckoned and cannot be read; the next night writes them.',
  'tell-releases': 'Readers are not told that a pack was released; they find it by signing in.',
  'watch-progress':
    'Nobody is warned that records have stopped, that a pack is late or that nobody releases one.',
  'tell-referrers': 'Referrers are not told that reports are due; the next night tells them.',
} as const satisfies Record<string, string>;

/**
 * What the failing of each function means for people, in one sentence: the first thing an alarm says. A function that
 * is not named here does not compile.
 */
export const errorImpacts = { ...ofRequests, ...ofWork };

/** The name of a function: its folder. */
export type FunctionName = keyof typeof errorImpacts;
