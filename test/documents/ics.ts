/** The lines of a calendar as they stand in the file, each ended by CRLF (RFC 5545, 3.1). */
export function foldedLines(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = [];
  let from = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] !== 0x0a) continue;
    if (bytes[at - 1] !== 0x0d) throw new Error(`a line feed without its carriage return at ${String(at)}`);
    lines.push(bytes.subarray(from, at - 1));
    from = at + 1;
  }
  if (from !== bytes.length) throw new Error('the last line has no end');
  return lines;
}

/** The lines of a calendar put together again: what begins with a space goes on the line before. */
export function contentLines(bytes: Uint8Array): readonly string[] {
  const unfolded: Uint8Array[] = [];
  for (const line of foldedLines(bytes)) {
    const last = unfolded.at(-1);
    if (line[0] !== 0x20) unfolded.push(line);
    else if (last) unfolded[unfolded.length - 1] = Buffer.concat([last, line.subarray(1)]);
  }
  return unfolded.map((line) => new TextDecoder('utf-8', { fatal: true }).decode(line));
}

/** A calendar's own properties and those of each event, by the name before the colon. */
export function componentsIn(bytes: Uint8Array): {
  readonly calendar: Readonly<Record<string, string>>;
  readonly events: readonly Readonly<Record<string, string>>[];
} {
  const calendar: Record<string, string> = {};
  const events: Record<string, string>[] = [];
  let target = calendar;
  for (const line of contentLines(bytes)) {
    const colon = line.indexOf(':');
    const [name, value] = [line.slice(0, colon), line.slice(colon + 1)];
    if (line === 'BEGIN:VEVENT') {
      target = {};
      events.push(target);
    } else if (line === 'END:VEVENT') target = calendar;
    else if (!name.startsWith('BEGIN') && !name.startsWith('END')) {
      if (name in target) throw new Error(`${name} stands twice`);
      target[name] = value;
    }
  }
  return { calendar, events };
}
