import { useState } from 'preact/hooks';
import { monthInWords } from '../words/month-in-words.ts';
import { recentMonths } from '../words/recent-months.ts';
import { SelectField } from './select-field.tsx';

const THREE_YEARS = 36;

type MonthPickerProps = {
  readonly label?: string;
  readonly value: string;
  readonly onChange: (month: string) => void;
};

/** A month of the last three years: the widget of browsers for months is not in all of them. */
export function MonthPicker({ label = 'Month', value, onChange }: MonthPickerProps) {
  const months = recentMonths(new Date(), THREE_YEARS);
  const options = months.includes(value) ? months : [value, ...months];
  return (
    <SelectField
      id="month"
      label={label}
      value={value}
      options={options.map((month) => [month, monthInWords(month)])}
      onChange={onChange}
    />
  );
}

/** The month that is chosen on a page: to begin with the last one that is over. */
export function useMonth(): readonly [string, (month: string) => void] {
  const [, last = ''] = recentMonths(new Date(), 2);
  return useState(last);
}
