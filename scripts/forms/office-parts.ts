/** What DOCX and XLSX have in common: a package of XML parts with properties, the same bytes each time. */
import { strToU8, zipSync } from 'fflate';
import type { FormText } from './form-blocks.ts';

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006';

export interface OfficePart {
  readonly path: string;
  readonly type: string;
  readonly markup: string;
}

/** @param main the path of the part that the package is about; `relations` those of the main part */
export function packOffice(
  form: FormText,
  college: string,
  main: string,
  parts: readonly OfficePart[],
  relations: readonly (readonly [type: string, target: string])[],
): Uint8Array {
  const all: OfficePart[] = [
    ...parts,
    {
      path: 'docProps/core.xml',
      type: 'application/vnd.openxmlformats-package.core-properties+xml',
      markup: `<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(`${form.id} ${form.title}`)}</dc:title><dc:subject>${escaped(`${form.id}, version ${form.version}`)}</dc:subject><dc:creator>${escaped(college)}</dc:creator><dc:language>en</dc:language><cp:version>${form.version}</cp:version></cp:coreProperties>`,
    },
    {
      path: 'docProps/custom.xml',
      type: 'application/vnd.openxmlformats-officedocument.custom-properties+xml',
      markup: `<Properties xmlns="${office}/custom-properties" xmlns:vt="${office}/docPropsVTypes">${(
        [
          ['Document id', form.id],
          ['Version', form.version],
        ] as const
      )
        .map(
          ([name, value], at) =>
            `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${at + 2}" name="${name}"><vt:lpwstr>${value}</vt:lpwstr></property>`,
        )
        .join('')}</Properties>`,
    },
  ];
  const [folder, name] = main.split('/') as [string, string];
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${all
      .map(({ path, type }) => `<Override PartName="/${path}" ContentType="${type}"/>`)
      .join('')}</Types>`,
    '_rels/.rels': relationships([
      [`${office}/relationships/officeDocument`, main],
      [`${packages}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      [`${office}/relationships/custom-properties`, 'docProps/custom.xml'],
    ]),
    [`${folder}/_rels/${name}.rels`]: relationships(
      relations.map(([type, target]) => [`${office}/relationships/${type}`, target]),
    ),
    ...Object.fromEntries(all.map(({ path, markup }) => [path, markup])),
  };
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(declaration + text)])),
    { mtime: new Date(1980, 0, 1), level: 6, os: 3 },
  );
}

const relationships = (targets: readonly (readonly [string, string])[]): string =>
  `<Relationships xmlns="${packages}/relationships">${targets
    .map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
