import { escapeMarkup } from '../../package/escape.ts';
import { childrenOf, type Element } from '../../package/xml.ts';

/**
 * A cell's font as the look of a run (ECMA-376 18.4.7, `rPr`), in another size: the cell keeps its style, and the size is said
 * in its text alone.
 */
export function lookInSize(font: Element, points: number, prefix: string): string {
  const inner = childrenOf(font).map((child) => {
    const name = child.localName ?? '';
    // The theme's font would win over the name.
    if (name === 'sz' || name === 'scheme') return '';
    let attributes = '';
    for (const attribute of child.attributes)
      attributes += ` ${attribute.name}="${escapeMarkup(attribute.value, true)}"`;
    return `<${prefix}${name === 'name' ? 'rFont' : name}${attributes}/>`;
  });
  return `<${prefix}rPr>${inner.join('')}<${prefix}sz val="${String(points)}"/></${prefix}rPr>`;
}
