/** `registers/people.yaml` for the examples of rules. */

const row = (id: string, email: string, period: string): string =>
  `  - { id: ${id}, role: principal, emails: [${email}], ${period} }\n`;

/** The first row with this period and, where given, a second one of another person or the same. */
export const peopleFile = (period: string, second?: string, email = 'second@college.example'): string =>
  `version: "1.0"\nrows:\n${row('principal-1', 'first@college.example', period)}${second === undefined ? '' : row('principal-2', email, second)}`;
