/**
 * Bank holidays in England and Wales by year, substitute days included. Source: GOV.UK, "UK bank holidays", England
 * and Wales, https://www.gov.uk/bank-holidays. Add a year here when GOV.UK lists it.
 */
export const bankHolidays: Readonly<Record<string, readonly string[]>> = {
  2025: ['01-01', '04-18', '04-21', '05-05', '05-26', '08-25', '12-25', '12-26'],
  2026: ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28'],
  2027: ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28'],
  2028: ['01-03', '04-14', '04-17', '05-01', '05-29', '08-28', '12-25', '12-26'],
};
