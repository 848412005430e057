import { isUtf8 } from 'node:buffer';

/** What a reader could take for text: neither control characters nor what no character has. */
const READABLE = /(?:\s|[^\p{Cc}\p{Cn}\p{Co}\p{Cs}\ufffd]){2,}/gu;

/** How pictures and typefaces begin: of their bytes none is a text. */
const PICTURES: readonly RegExp[] = [
  /^\x89PNG/u,
  /^\xff\xd8\xff/u,
  /^GIF8[79]a/u,
  /^(?:II\*\0|MM\0\*)/u,
  /^RIFF[\s\S]{4}WEBP/u,
  /^\xd7\xcd\xc6\x9a/u,
  /^\x01\0\0\0[\s\S]{36} EMF/u,
  /^(?:\0\x01\0\0|OTTO|ttcf|wOF[F2])/u,
];

/** Whether a part is a picture or a typeface. */
export function isPicture(name: string, part: Uint8Array): boolean {
  const start = String.fromCodePoint(...part.subarray(0, 48));
  return (
    PICTURES.some((begins) => begins.test(start)) || (/\.(?:bmp|dib)$/iu.test(name) && /^BM/u.test(start))
  );
}

/** What may be read in bytes of any kind: as UTF-8, as UTF-16 of either order from an even or odd place, and as GB 18030. */
export function* bytesTold(part: Uint8Array): Generator<string> {
  const readings = [
    { encoding: 'utf-8', bytes: part },
    ...['utf-16le', 'utf-16be'].flatMap((encoding) => [
      { encoding, bytes: part },
      { encoding, bytes: part.subarray(1) },
    ]),
    // What is UTF-8 would be read as other characters.
    ...(isUtf8(part) ? [] : [{ encoding: 'gb18030', bytes: part }]),
  ];
  for (const { encoding, bytes } of readings)
    for (const [text] of new TextDecoder(encoding).decode(bytes).matchAll(READABLE)) yield text;
}
