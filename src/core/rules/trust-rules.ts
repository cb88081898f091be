/** Rules about links, traps in text and personal data. */
import { directionOverride } from './direction-override.ts';
import { draftDocumentLinked } from './draft-document-linked.ts';
import { emptyLinkText } from './empty-link-text.ts';
import { foreignPicture } from './foreign-picture.ts';
import { internalDocumentLinked } from './internal-document-linked.ts';
import { invisibleCharacter } from './invisible-character.ts';
import { lookAlikeId } from './look-alike-id.ts';
import { personalData } from './personal-data.ts';
import { placeholderLink } from './placeholder-link.ts';
import { supersededDocumentLinked } from './superseded-document-linked.ts';
import { undefinedReference } from './undefined-reference.ts';
import { unreadLink } from './unread-link.ts';
import { unsafeFile } from './unsafe-file.ts';
import { unsafePicture } from './unsafe-picture.ts';
import { unusedFootnote } from './unused-footnote.ts';
import { vagueLinkText } from './vague-link-text.ts';
import { withdrawnDocumentLinked } from './withdrawn-document-linked.ts';
import type { Rule } from './rule.ts';

export const trustRules: readonly Rule[] = [
  directionOverride,
  draftDocumentLinked,
  emptyLinkText,
  foreignPicture,
  internalDocumentLinked,
  invisibleCharacter,
  lookAlikeId,
  personalData,
  placeholderLink,
  supersededDocumentLinked,
  undefinedReference,
  unreadLink,
  unsafeFile,
  unsafePicture,
  unusedFootnote,
  vagueLinkText,
  withdrawnDocumentLinked,
];
