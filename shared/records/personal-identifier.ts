/**
 * Whether a reference looks like something that identifies a human being outside the provider's own system.
 *
 * An NHS number is ten digits, together or grouped 3-3-4, whose last digit is the Modulus 11 check digit of the
 * others (NHS Data Model and Dictionary, "NHS NUMBER"). In an `id` the ten digits count only when they are the
 * whole of it and start as numbers issued in England and Wales do (4, 6, 7), because serial numbers such as
 * 2026110401 pass the check one time in eleven.
 *
 * @example looksPersonal('943-476-5919', 'reference') // true: an NHS number
 * @example looksPersonal('SU-0042', 'reference')      // false
 */
export function looksPersonal(value: string, kind: 'reference' | 'id'): boolean {
  const bare = value.replace(/[\s._-]/g, '');
  return (
    value.includes('@') ||
    hasNhsNumber(value, kind) ||
    isNationalInsuranceNumber(bare) ||
    isAttributor(bare) ||
    (kind === 'reference' && isTelephoneNumber(bare))
  );
}

function hasNhsNumber(value: string, kind: 'reference' | 'id'): boolean {
  const pattern =
    kind === 'id' ? /^[467]\d{2}([\s._-]?)\d{3}\1\d{4}$/g : /(?<!\d)\d{3}([\s._-]?)\d{3}\1\d{4}(?!\d)/g;
  return [...value.matchAll(pattern)].some(([found]) => passesModulus11(found.replace(/\D/g, '')));
}

function passesModulus11(digits: string): boolean {
  const weighted = Array.from({ length: 9 }, (_, i) => Number(digits[i]) * (10 - i)).reduce(
    (sum, part) => sum + part,
  );
  const check = (11 - (weighted % 11)) % 11;
  return check === Number(digits[9]);
}

/** Prefix rules of HM Revenue & Customs; QQ is the prefix of its own printed examples. */
function isNationalInsuranceNumber(bare: string): boolean {
  return /^(?:QQ|(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z])\d{6}[A-D]$/i.test(bare);
}

/** Ofcom's national numbering plan: 01, 02, 08 with nine or ten digits after the nought, 03, 05, 07, 09 with ten. */
function isTelephoneNumber(bare: string): boolean {
  return /^(?:\+?44|0044|0)0?(?:[128]\d{8,9}|[3579]\d{9})$/.test(bare);
}

/** Initials, birth date and sex run together, as older treatment systems build a client's reference. */
function isAttributor(bare: string): boolean {
  const parts = /^[A-Z]{2,3}(\d{6}|\d{8})[MF]$/i.exec(bare)?.[1];
  if (parts === undefined) return false;
  const dayFirst = isDayAndMonth(parts.slice(0, 2), parts.slice(2, 4));
  const yearFirst = isDayAndMonth(parts.slice(-2), parts.slice(-4, -2));
  return dayFirst || yearFirst;
}

function isDayAndMonth(day: string, month: string): boolean {
  return Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12;
}
