/**
 * Whether a JSON number, read as a double (RFC 8259 section 6) and written again, is another number: 18-digit identity
 * numbers, 1e400, more decimals than a double holds. `1.0`, `1e2` and `-0` are only written differently and lose nothing.
 */
export function losesDigits(literal: string): boolean {
  return canonical(literal) !== canonical(String(Number(literal)));
}

/** Digits without zeros at either end, and the power of ten they are multiplied by; every zero is the same zero. */
function canonical(literal: string): string {
  const [mantissa = '', exponent = '0'] = literal.toLowerCase().split('e');
  const [whole = '', decimals = ''] = mantissa.replace('-', '').split('.');
  const digits = (whole + decimals).replace(/^0+/, '');
  const end = endOfSignificant(digits);
  if (end === 0) return '0';
  const power = Number(exponent) - decimals.length + digits.length - end;
  return `${literal.startsWith('-') ? '-' : ''}${digits.slice(0, end)}e${String(power)}`;
}

/** A loop, because a pattern for the zeros at the end takes quadratic time on a long run of zeros before its end. */
function endOfSignificant(digits: string): number {
  let end = digits.length;
  while (digits[end - 1] === '0') end -= 1;
  return end;
}
