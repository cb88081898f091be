/** The picture of references as SVG. A string, as it has hundreds of small parts. */
import { escapeAttribute, escapeText } from '../core/parse/markup.ts';
import type { PictureName, ReferencePicture } from '../view/links/reference-picture.ts';

/** One picture to those who hear the page, named and described; its parts are for the eye. */
export function pictureHtml(picture: ReferencePicture, titleText: string, descriptionText: string): string {
  return `<svg viewBox="${picture.viewBox}" role="img" aria-labelledby="picture-title picture-text" direction="ltr"><title id="picture-title">${escapeText(titleText)}</title><desc id="picture-text">${escapeText(descriptionText)}</desc>${picture.names.map(nameHtml).join('')}</svg>`;
}

const nameHtml = ({ labelText, titleText, transform, anchor, offset, curves }: PictureName): string =>
  `<g>${curves
    .map(
      ({ path, kind, width }) =>
        `<path class="${kind}" stroke-width="${width}" d="${escapeAttribute(path)}"/>`,
    )
    .join(
      '',
    )}<text transform="${transform}" x="${offset}" dy="0.32em" text-anchor="${anchor}">${escapeText(labelText)}<title>${escapeText(titleText)}</title></text></g>`;
