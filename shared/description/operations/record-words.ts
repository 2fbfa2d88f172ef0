import type { RecordTypeName } from '../../records/registry.ts';
import type { SchemaName } from '../schemas.ts';

/** What a type of record is called in the description: its schemas, and what one of them is. */
export type RecordWords = {
  readonly schema: SchemaName;
  readonly stored: SchemaName;
  readonly changes: SchemaName;
  readonly what: string;
};

export const RECORD_WORDS: Readonly<Record<RecordTypeName, RecordWords>> = {
  placement: {
    schema: 'Placement',
    stored: 'StoredPlacement',
    changes: 'PlacementChanges',
    what: 'a funded place of one person on the day programme or in aftercare',
  },
  session: {
    schema: 'Session',
    stored: 'StoredSession',
    changes: 'SessionChanges',
    what: 'one person’s part in one session, or a session with family alone',
  },
  test: {
    schema: 'Test',
    stored: 'StoredTest',
    changes: 'TestChanges',
    what: 'one drug or alcohol test, provided or not',
  },
  lapse: {
    schema: 'Lapse',
    stored: 'StoredLapse',
    changes: 'LapseChanges',
    what: 'use after abstinence that is being managed, and how it ended',
  },
  milestone: {
    schema: 'Milestone',
    stored: 'StoredMilestone',
    changes: 'MilestoneChanges',
    what: 'a dated step of the volunteer pathway',
  },
  review: {
    schema: 'Review',
    stored: 'StoredReview',
    changes: 'ReviewChanges',
    what: 'what was found at the start, at a review, at exit or after it',
  },
  reflection: {
    schema: 'Reflection',
    stored: 'StoredReflection',
    changes: 'ReflectionChanges',
    what: 'a worker’s reflection on their practice in six dimensions',
  },
};
