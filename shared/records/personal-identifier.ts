/**
 * Whether a reference or an id looks like something that identifies a human being outside the provider's own system:
 * as a whole, or as a part of it that stands by itself.
 *
 * Ten digits are an NHS number when the last is the Modulus 11 check digit of the others (NHS Data Model and
 * Dictionary, "NHS NUMBER"). In an `id` they count only when they are the whole of it and do not begin with a date:
 * serial numbers such as 2026110409 pass the check one time in eleven. A UUID is nobody's number: one in 2,500 random ones
 * has eleven digits in it that read as a telephone number by chance.
 *
 * @example looksPersonal('943-476-5919', 'reference') // true: an NHS number
 * @example looksPersonal('SU-0042', 'reference')      // false
 */
export function looksPersonal(value: string, kind: 'reference' | 'id'): boolean {
  if (UUID.test(value)) return false;
  return (
    value.includes('@') ||
    hasNhsNumber(value, kind) ||
    NATIONAL_INSURANCE.test(value) ||
    hasTelephoneNumber(value) ||
    hasAttributor(value)
  );
}

/** Of any version there is, as a whole (RFC 9562). */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

const SEPARATOR = '[\\s._-]?';
const NHS_GROUPED = new RegExp(`(?<!\\d)\\d{3}${SEPARATOR}\\d{3}${SEPARATOR}\\d{4}(?!\\d)`, 'g');
const NHS_SPACED = /^\d(?:[\s._-]\d){9}$/;
const DATE_FIRST = /^20\d\d[01]\d[0-3]\d/;

function hasNhsNumber(value: string, kind: 'reference' | 'id'): boolean {
  const found = NHS_SPACED.test(value) ? [value] : [...value.matchAll(NHS_GROUPED)].map(([match]) => match);
  return found.some((match) => {
    if (kind === 'id' && (match.length < value.length || DATE_FIRST.test(value))) return false;
    return passesModulus11(match.replace(/\D/g, ''));
  });
}

function passesModulus11(digits: string): boolean {
  const weighted = Array.from({ length: 9 }, (_, i) => Number(digits[i]) * (10 - i)).reduce(
    (sum, part) => sum + part,
  );
  const check = (11 - (weighted % 11)) % 11;
  return check === Number(digits[9]);
}

/** Prefix rules of HM Revenue & Customs, which prints QQ in its own examples; standing by itself, pairs separated or not. */
const NATIONAL_INSURANCE = new RegExp(
  `(?<![A-Z0-9])(?:QQ|(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z])${`${SEPARATOR}\\d{2}`.repeat(3)}${SEPARATOR}[A-D](?![A-Z0-9])`,
  'i',
);

/** Ofcom's numbering plan: 01, 02, 08 with nine or ten digits after the nought, 03, 05, 07, 09 with ten. */
const TELEPHONE = /^(?:\+?44|0044|0)0?(?:[128]\d{8,9}|[3579]\d{9})$/;

/** As a whole with separators, or eleven digits and more that stand together; ten may be a serial number. */
function hasTelephoneNumber(value: string): boolean {
  if (TELEPHONE.test(value.replace(/[\s._-]/g, '')) && /^[+\d\s._-]+$/.test(value)) return true;
  return [...value.matchAll(/(?<!\d)\d{11,14}(?!\d)/g)].some(([digits]) => TELEPHONE.test(digits));
}

/** Initials, birth date and sex run together, as older treatment systems build a client's reference. */
function hasAttributor(value: string): boolean {
  return [...value.matchAll(/(?<![A-Z0-9])[A-Z]{2,4}(\d{6}|\d{8})[MF](?![A-Z0-9])/gi)].some(
    ([, digits = '']) => {
      const dayFirst = isDayAndMonth(digits.slice(0, 2), digits.slice(2, 4));
      const yearFirst = isDayAndMonth(digits.slice(-2), digits.slice(-4, -2));
      return dayFirst || yearFirst;
    },
  );
}

function isDayAndMonth(day: string, month: string): boolean {
  return Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12;
}
