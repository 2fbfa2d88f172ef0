import type { MeasureWords } from '../measure-words.ts';

export const familyEngagement: MeasureWords = {
  id: 'family-engagement',
  sheet: 'Family',
  what: 'in treatment in the month had a family member who attended a session in it',
  unit: ['person', 'people'],
  axis: 'People with a family member who attended',
  labels: {
    'family-supported': 'Family members supported',
    'sustained-engagement': 'Three sessions or more within 56 days of the first',
    'supported-after-leaving': 'Family members supported where the person has left',
  },
};
