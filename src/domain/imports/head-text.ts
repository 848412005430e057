/**
 * The ways in which a head, a title or the name of a sheet may be written and mean the same: full-width letters, spaces, line
 * breaks, colons, brackets and asterisks do not matter, and 帐 is 账 (the rules of 2024-06-20 spell it so). The first is the
 * whole text, the second without what stands in brackets, where that differs: 涉及金额（元） is 涉及金额元 and 涉及金额.
 */
export function headKeys(text: string): readonly string[] {
  if (isPlain(text)) return [keyOf(text)];
  if (text.length > longestKept) return keysOf(text);
  const kept = KEYS.get(text);
  if (kept) return kept;
  if (KEYS.size >= mostKept) KEYS.clear();
  const made = keysOf(text);
  KEYS.set(text, made);
  return made;
}

/** Each kind asks of the same heads anew, on every row that may hold them. */
const KEYS = new Map<string, readonly string[]>();
const [longestKept, mostKept] = [40, 5_000];

function keysOf(text: string): readonly string[] {
  const whole = keyOf(text);
  const bare = keyOf(text.replace(/[（(【〔[][^）)】〕\]]{0,99}[）)】〕\]]/gu, ''));
  return [...new Set([whole, bare])].filter((key) => key !== '');
}

/** The whole text as it is compared. */
export function keyOf(text: string): string {
  if (isPlain(text)) return text.includes('帐') ? text.replaceAll('帐', '账') : text;
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('帐', '账')
    .toLowerCase();
}

/** Whether a text is nothing but characters that are compared as they are, as most are: what each row is asked must be cheap. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const isHan = unit >= 0x4e00 && unit <= 0x9fff;
    if (!isHan && !(unit >= 0x30 && unit <= 0x39)) return false;
  }
  return text !== '';
}
