/**
 * A text as one cell of a CSV (RFC 4180: quotes doubled). One that a spreadsheet would take for a formula is made plain
 * by an apostrophe: it begins with a sign of one, in whatever width and with whatever minus, or with what only moves the
 * sign to the next cell or line.
 *
 * Source: OWASP, CSV Injection.
 *
 * @example csvCell('=1+1') // "'=1+1"
 */
export function csvCell(text: string): string {
  const plain = /^[=+\-@\t\r\n＝＋－＠\u2212]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
