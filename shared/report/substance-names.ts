/** The substances that have a name of their own. */
export const SUBSTANCE_NAMES = {
  alcohol: 'Alcohol',
  opiates: 'Opiates',
  crack: 'Crack',
  'powder-cocaine': 'Powder cocaine',
  amphetamines: 'Amphetamines',
  cannabis: 'Cannabis',
  benzodiazepines: 'Benzodiazepines',
} as const;
