/** Rules that the reader, the parser and the builder report by themselves, while they have the text at hand. */
import { codeInDocument } from './code-in-document.ts';
import { componentContent } from './component-content.ts';
import { componentPlacement } from './component-placement.ts';
import { controlCharacter } from './control-character.ts';
import { duplicateClause } from './duplicate-clause.ts';
import { duplicateDocumentId } from './duplicate-document-id.ts';
import { duplicateEdition } from './duplicate-edition.ts';
import { duplicateHeadingId } from './duplicate-heading-id.ts';
import { duplicateKey } from './duplicate-key.ts';
import { duplicateRowId } from './duplicate-row-id.ts';
import { emptyField } from './empty-field.ts';
import { fileTooLarge } from './file-too-large.ts';
import { frontMatterLanguage } from './front-matter-language.ts';
import { impossibleDate } from './impossible-date.ts';
import { invalidEncoding } from './invalid-encoding.ts';
import { invalidMdx } from './invalid-mdx.ts';
import { invalidYaml } from './invalid-yaml.ts';
import { manualTooLarge } from './manual-too-large.ts';
import { misplacedHeadingId } from './misplaced-heading-id.ts';
import { missingAttribute } from './missing-attribute.ts';
import { missingField } from './missing-field.ts';
import { missingFrontMatter } from './missing-front-matter.ts';
import { missingSettings } from './missing-settings.ts';
import { rawHtml } from './raw-html.ts';
import { tooDeep } from './too-deep.ts';
import { unclosedComponent } from './unclosed-component.ts';
import { unescapedAngle } from './unescaped-angle.ts';
import { unexpectedFile } from './unexpected-file.ts';
import { unknownAttribute } from './unknown-attribute.ts';
import { unknownComponent } from './unknown-component.ts';
import { unknownField } from './unknown-field.ts';
import { unknownRegister } from './unknown-register.ts';
import { unknownValue } from './unknown-value.ts';
import { unparsableDocument } from './unparsable-document.ts';
import { unportableName } from './unportable-name.ts';
import { unquotedValue } from './unquoted-value.ts';
import { unreadableFile } from './unreadable-file.ts';
import { wrongAttribute } from './wrong-attribute.ts';
import { wrongForm } from './wrong-form.ts';
import { wrongType } from './wrong-type.ts';
import { yamlAlias } from './yaml-alias.ts';
import type { Rule } from './rule.ts';

export const parserRules: readonly Rule[] = [
  missingFrontMatter,
  frontMatterLanguage,
  invalidYaml,
  yamlAlias,
  duplicateKey,
  missingField,
  emptyField,
  unknownField,
  wrongType,
  unquotedValue,
  unknownValue,
  impossibleDate,
  wrongForm,
  codeInDocument,
  rawHtml,
  unescapedAngle,
  misplacedHeadingId,
  duplicateHeadingId,
  unknownComponent,
  unknownAttribute,
  missingAttribute,
  wrongAttribute,
  componentContent,
  componentPlacement,
  unclosedComponent,
  invalidMdx,
  tooDeep,
  fileTooLarge,
  manualTooLarge,
  duplicateDocumentId,
  duplicateRowId,
  duplicateClause,
  duplicateEdition,
  unknownRegister,
  missingSettings,
  invalidEncoding,
  controlCharacter,
  unreadableFile,
  unportableName,
  unexpectedFile,
  unparsableDocument,
];
