import { expect, test } from 'vitest';
import { analyseManual } from '../../core/analyse-manual.ts';
import { parseCalendarDate } from '../../core/model/calendar-date.ts';
import { parseDocument } from '../../core/parse/parse-document.ts';
import { createUrls } from '../../view/urls.ts';
import { searchablePage } from './searchable-page.ts';

const document = `---
id: PRC-001
title: Admission & "appeals"
type: procedure
version: "1.0"
status: approved
owner: registrar
author: clerk
effective: 2026-01-15
review: P1M
language: fr
description: How a place is offered.
roles: [registrar]
units: [admissions]
clauses: ["1.1", "2.1"]
history:
  - { act: adopted, version: "1.0", date: 2026-01-10, by: principal, source: minutes, edition: "own:1" }
---

## Decide {#decide}

Ask the <Role id="registrar" />.
`;

test('the page that is indexed, whole', () => {
  const { manual, facts } = analyseManual(
    {
      contentFolder: 'content',
      documents: [parseDocument({ path: 'content/prc-001.mdx', text: document, digest: 'd' })],
      settings: {
        path: 'content/manual.yaml',
        text: 'institution: { name: Test College }\nedition: own:1\n',
      },
      registers: [
        {
          path: 'content/registers/roles.yaml',
          text: 'rows:\n  - { id: registrar, title: Registrar }\n  - { id: clerk, title: Clerk }\n  - { id: principal, title: Principal }\n',
        },
        { path: 'content/registers/units.yaml', text: 'rows:\n  - { id: admissions, title: Admissions }\n' },
      ],
      standards: [
        {
          path: 'schemas/standards/own.yaml',
          text: 'edition: "own:1"\nname: Own 1\ntitle: Own\nclauses:\n  - { clause: "1", title: One, heading: true }\n  - { clause: "1.1", title: A, parent: "1" }\n  - { clause: "2", title: Two, heading: true }\n  - { clause: "2.1", title: B, parent: "2" }\n',
        },
      ],
      assets: [],
    },
    { today: parseCalendarDate('2026-03-31')!, todayOverridden: true },
  );
  const page = searchablePage(facts.documents[0]!, manual, createUrls('/', 'own:1', 'content'));
  expect(page.replaceAll('><', '>\n<')).toBe(`<!doctype html>
<html lang="fr">
<head>
<title>Admission &amp; "appeals"</title>
<meta data-pagefind-meta="title[content]" content="Admission &amp; &quot;appeals&quot;">
<meta data-pagefind-meta="id[content]" content="PRC-001">
<meta data-pagefind-meta="type[content]" content="procedure">
<meta data-pagefind-meta="version[content]" content="1.0">
<meta data-pagefind-meta="owner[content]" content="Registrar">
<meta data-pagefind-filter="type[content]" content="procedure">
<meta data-pagefind-filter="chapter[content]" content="1">
<meta data-pagefind-filter="chapter[content]" content="2">
<meta data-pagefind-filter="role[content]" content="registrar">
<meta data-pagefind-filter="unit[content]" content="admissions">
<meta data-pagefind-filter="review[content]" content="overdue">
</head>
<body data-pagefind-body>
<h1 data-pagefind-weight="10">PRC-001 Admission &amp; "appeals"</h1>
<p data-pagefind-weight="3">How a place is offered.</p>
<h2 id="decide">Decide</h2>
<p>Ask the Registrar.</p>
</body>
</html>`);
});
