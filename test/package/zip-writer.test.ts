import { expect, test } from 'vitest';
import { readPackage, streamPackage } from '../../src/package/package.ts';
import { gathered } from '../../src/package/sink.ts';
import { zipWriter } from '../../src/package/zip-writer.ts';

function* chunks(count: number): Generator<Uint8Array> {
  for (let index = 0; index < count; index += 1) yield Buffer.from(`第${String(index)}块`.repeat(10_000));
}

test('parts in memory, parts as they are made and folders come back in their order', async () => {
  const { sink, bytes } = gathered();
  const zip = zipWriter(sink);
  zip.add('先.xml', Buffer.from('先'), 6);
  zip.add('空.xml', new Uint8Array(), 6);
  await zip.stream('表.xml', chunks(20), 1);
  zip.add('夹/', new Uint8Array(), 6);
  zip.add('夹/存.bin', Buffer.from('存'.repeat(1000)), 0);
  await zip.stream('无.xml', [], 1);
  await zip.end();
  const parts = await readPackage(bytes());
  expect([...parts.keys()]).toEqual(['先.xml', '空.xml', '表.xml', '夹/', '夹/存.bin', '无.xml']);
  expect([...parts.values()].map((part) => Buffer.from(part).toString())).toEqual([
    '先',
    '',
    Buffer.concat([...chunks(20)]).toString(),
    '',
    '存'.repeat(1000),
    '',
  ]);
});

test('a sink that fails ends the writing, in whatever part', async () => {
  for (const enough of [10, 100, 10_000]) {
    let taken = 0;
    const writing = streamPackage(
      [
        ['a.xml', Buffer.from('甲'.repeat(10))],
        ['b.xml', [numbers(400_000)]],
        ['c.xml', Buffer.from('丙')],
      ],
      (bytes) => {
        taken += bytes.length;
        return taken > enough ? Promise.reject(new Error('full')) : Promise.resolve();
      },
    );
    await expect(writing).rejects.toThrow('full');
  }
});

test('rows that fail while they are made end the writing', async () => {
  const failing = {
    *[Symbol.iterator]() {
      yield* numbers(400_000);
      throw new RangeError('no more rows');
    },
  };
  const { sink } = gathered();
  await expect(streamPackage([['a.xml', [failing]]], sink)).rejects.toThrow('no more rows');
});

function* numbers(count: number): Generator<string> {
  for (let index = 0; index < count; index += 1) yield `<行 号="${String(index)}"/>`;
}
