/**
 * What a field of text holds, and so what a masked edition does with it. A field that says nothing holds free text, which is
 * the careful answer: its names and numbers are masked inside the court, and outside of it nothing of it is shown.
 *
 * `person`: those whom a case is about, and nobody else · `people`: names among other words, of townspeople and of the court ·
 * `judge`: people of the court, who are named in every edition · `mediator`: mediators and their bodies · `unit`: where a
 * person belongs · `phone`: how a person is reached · `number`: a number by which a person can be looked up · `body`: an
 * office or organisation · `place`: where something was held · `term`: a term of the law, such as 案由
 */
export type Holds =
  'person' | 'people' | 'judge' | 'mediator' | 'unit' | 'phone' | 'number' | 'body' | 'place' | 'term';
