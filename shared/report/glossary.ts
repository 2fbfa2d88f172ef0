import type { Defined } from './blocks.ts';

/** The words that a reader from outside the services may not know, as this pack uses them. */
export const GLOSSARY: readonly Defined[] = [
  {
    term: 'Abstinence',
    text: 'Not using the drugs, or drinking the alcohol, that a person came to stop. Tests and what people and workers report show it.',
  },
  {
    term: 'Aftercare',
    text: 'What follows the day programme: a month of transition, then a voluntary placement of six months, then work or education.',
  },
  {
    term: 'Chance',
    text: 'Few people differ from few others without any cause. An interval shows how far that alone can move a figure.',
  },
  {
    term: 'Cohort',
    text: 'People whose time is counted together, such as those whose day 84 fell in one month.',
  },
  {
    term: 'Journey',
    text: 'One person’s stay on the day programme, from the first session attended, which is day 0. A gap of up to three weeks does not end it.',
  },
  {
    term: 'Lapse',
    text: 'Use after abstinence that is being managed. It ends recovered (back in the groups), relapsed (referred elsewhere) or exited; until then it is open.',
  },
  {
    term: 'Placement',
    text: 'A place of one person on the day programme or in aftercare that a commissioner pays for.',
  },
  {
    term: 'Signal',
    text: 'A pattern of points over time that chance alone would seldom make: something has changed, and it is worth asking what.',
  },
  { term: 'Spot, block', text: 'How a place is paid: week by week, or from weeks bought in advance.' },
  {
    term: 'Unplanned exit',
    text: 'An end of a journey that was not agreed: the person left, or the place was withdrawn.',
  },
  {
    term: 'Voluntary placement',
    text: 'Half a year of voluntary work in the service, for people who have completed and for family members.',
  },
];
