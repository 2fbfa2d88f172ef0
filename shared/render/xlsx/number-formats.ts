/** How a spreadsheet shows pounds with their pence, whole numbers, and days. */
export const POUNDS = '"£"#,##0.00;-"£"#,##0.00';
export const WHOLE = '#,##0';
export const DATE = 'd mmmm yyyy';
