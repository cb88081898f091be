/** The manual: everything the content folder says, indexed once. Frozen; nothing after the builder changes it. */
import type { History } from '../../../schemas/history.ts';
import type { ManualSettings } from '../../../schemas/manual.ts';
import type {
  FindingRow,
  GlossaryRow,
  InterestedPartyRow,
  ObjectiveRow,
  ProcessRow,
  RiskRow,
  RoleRow,
  UnitRow,
} from '../../../schemas/registers.ts';
import type { ControlledDocument, DocumentId, WrittenDocument } from './document.ts';
import type { FormFile } from './form-file.ts';
import type { Place, SourceFile } from './place.ts';
import type { ClauseLabel, EditionKey, Standard } from './standard.ts';

export interface Register<Row extends { readonly id: string }> {
  /** The file, whether or not it exists, for hints. */
  readonly file: string;
  readonly rows: readonly Row[];
  readonly byId: ReadonlyMap<string, Row>;
  readonly places: Readonly<Record<string, Place>>;
  /** Undefined where the file has none, or cannot be read. */
  readonly version?: string | undefined;
  readonly history?: History | undefined;
}

export interface Registers {
  readonly roles: Register<RoleRow>;
  readonly units: Register<UnitRow>;
  readonly processes: Register<ProcessRow>;
  readonly glossary: Register<GlossaryRow>;
  readonly 'interested-parties': Register<InterestedPartyRow>;
  readonly objectives: Register<ObjectiveRow>;
  readonly risks: Register<RiskRow>;
  readonly findings: Register<FindingRow>;
}

export interface Manual {
  readonly settings: ManualSettings;
  readonly settingsFile: string;
  readonly settingsPlaces: Readonly<Record<string, Place>>;
  /** The edition in force. Undefined only where `manual.yaml` names none, or one that is unknown. */
  readonly standard: Standard | undefined;
  /** All known standards by edition. */
  readonly standards: ReadonlyMap<EditionKey, Standard>;
  /** Editions whose data file is at fault: claims of them are not judged. */
  readonly brokenEditions: ReadonlySet<EditionKey>;
  readonly registers: Registers;
  /** Sorted by id. */
  readonly documents: readonly ControlledDocument[];
  /** Every text that was read, sorted by file: the documents, and those whose front matter or id is at fault. */
  readonly texts: readonly WrittenDocument[];
  /** Clauses that a text at fault may claim: that nobody covers them cannot be said before it is mended. */
  readonly unreadClaims: ReadonlySet<ClauseLabel>;
  readonly documentById: ReadonlyMap<DocumentId, ControlledDocument>;
  /** Earlier ids that lead to a document. */
  readonly documentByAlias: ReadonlyMap<DocumentId, ControlledDocument>;
  /** Ids of all files, those with faults included. */
  readonly knownIds: ReadonlySet<DocumentId>;
  readonly documentByFile: ReadonlyMap<string, ControlledDocument>;
  /** Heading ids by document id, faulty documents included; a document whose text could not be read is absent. */
  readonly anchorsById: ReadonlyMap<DocumentId, ReadonlySet<string>>;
  /** Paths of files below the content folder that are no documents or registers: pictures and the like. */
  readonly assets: ReadonlySet<string>;
  /** Files to fill in, by their path from `public/forms/`. */
  readonly formFiles: ReadonlyMap<string, FormFile>;
  /** JSON files beside `manual.yaml`, by path. */
  readonly data: ReadonlyMap<string, SourceFile>;
  readonly contentFolder: string;
}
