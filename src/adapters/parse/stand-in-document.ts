/** What is known of a document that cannot be read: its path, its id, and why. */
import type { RawDocument } from '../../core/model/document.ts';
import { findId, findMentions } from '../../core/parse/parse-document.ts';
import type { Finding } from '../../core/model/finding.ts';
import type { DigestedFile } from '../fs/read-manual.ts';

/** The id is kept so that references to the document are not called broken as well. */
export function standInDocument(file: DigestedFile, findings: readonly Finding[]): RawDocument {
  return {
    file: file.path,
    digest: file.digest,
    id: findId(file.text),
    mentions: findMentions(file.text),
    places: {},
    body: {
      headings: [],
      sections: [],
      links: [],
      components: [],
      segments: [],
      words: 0,
      leadText: '',
      complete: false,
    },
    findings,
  };
}
