/** The YAML parser's complaints in the words of someone who writes documents. */
import type { ErrorCode } from 'yaml';

export interface YamlComplaint {
  readonly message: string;
  readonly hint?: string;
}

const quote = 'Put quotation marks round a value that holds a colon, a hash sign or a bracket.';

/** @param line the line that the parser points at */
export function explainYamlError(code: ErrorCode, said: string, line: string): YamlComplaint {
  const shown = line.trim().slice(0, 60);
  switch (code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
      if (/^-[ \t]/.test(shown)) return misplacedItem(shown);
      return (shown.match(/:[ \t]/g) ?? []).length > 1
        ? { message: `Unexpected second colon in \`${shown}\`, expected one \`key: value\``, hint: quote }
        : {
            message: `Unexpected key below \`${shown}\`, which has a value already, expected it in line with its neighbours`,
            hint: 'Give the line below as much space at its beginning as this one, or put quotation marks round a value that holds a colon.',
          };
    case 'BLOCK_IN_FLOW':
      return {
        message: `Unexpected second colon in \`${shown}\`, expected one \`key: value\` between commas`,
        hint: quote,
      };
    case 'MULTILINE_IMPLICIT_KEY':
      if (/^-[ \t]/.test(shown)) return misplacedItem(shown);
      return {
        message: `Unexpected line \`${shown}\`, expected \`key: value\``,
        hint: 'A key ends with a colon and a space. A value that goes on over several lines begins with `>` and is indented.',
      };
    case 'MISSING_CHAR':
      return explainMissing(said, shown);
    case 'BAD_INDENT':
      return /^Flow/.test(said)
        ? {
            message: `Unexpected \`${/map/.test(said) ? '{' : '['}\` in \`${shown}\` without its other half, expected a closing \`${/map/.test(said) ? '}' : ']'}\``,
            hint: 'Close it on the same line, or indent the lines on which it goes on.',
          }
        : {
            message: `Unexpected indentation of \`${shown}\`, expected it in line with its neighbours`,
            hint: 'Use two spaces a level.',
          };
    case 'TAB_AS_INDENT':
      return {
        message: 'Unexpected tab at the start of a line, expected spaces',
        hint: 'Use two spaces a level.',
      };
    case 'UNEXPECTED_TOKEN':
      return explainUnexpected(shown);
    case 'BAD_SCALAR_START':
      return {
        message: `Unexpected \`${/character (\S)/.exec(said)?.[1] ?? ''}\` at the beginning of a value in \`${shown}\`, expected a letter, a digit or a quotation mark`,
        hint: 'Put quotation marks round the value.',
      };
    case 'BAD_DQ_ESCAPE':
      return {
        message: `Unexpected backslash between double quotation marks in \`${shown}\``,
        hint: "Put single quotation marks round the value: '…'.",
      };
    case 'MULTIPLE_DOCS':
      return {
        message: 'Unexpected `---` or `...` in the middle, expected one block of keys',
        hint: 'Remove the line, or put quotation marks round it where it is a value.',
      };
    case 'TAG_RESOLVE_FAILED':
    case 'MULTIPLE_TAGS':
      return explainTag(shown);
    case 'BAD_DIRECTIVE':
      return explainDirective(shown);
    case 'ALIAS_PROPS':
    case 'BAD_ALIAS':
    case 'BAD_PROP_ORDER':
    case 'MULTIPLE_ANCHORS':
      return {
        message: `Unexpected \`&\` or \`*\` at the beginning of a value in \`${shown}\`, expected the value itself`,
        hint: 'Put quotation marks round a value that begins so.',
      };
    case 'RESOURCE_EXHAUSTION':
      return {
        message: 'Unexpected nesting beyond what the parser can follow, expected YAML of a few levels',
      };
    case 'KEY_OVER_1024_CHARS':
      return { message: 'Unexpected key of more than 1,024 characters, expected a word' };
    default:
      return { message: `Unexpected \`${shown}\`, expected \`key: value\``, hint: quote };
  }
}

export const explainTag = (shown: string): YamlComplaint => ({
  message: `Unexpected exclamation mark at the beginning of a value in \`${shown}\`, expected a plain value`,
  hint: 'Put quotation marks round a value that begins with an exclamation mark.',
});

export const explainDirective = (shown: string): YamlComplaint => ({
  message: `Unexpected line \`${shown}\`, expected \`key: value\``,
  hint: 'A line that begins with `%` changes how YAML is read. Remove it.',
});

function explainMissing(said: string, shown: string): YamlComplaint {
  const mark = /closing (.)quote/.exec(said)?.[1];
  if (mark !== undefined)
    return {
      message: `Unexpected quotation mark in \`${shown}\` without its other half, expected a closing \`${mark}\``,
      hint: 'Close it at the end of the value. If the value begins with the character itself, put the other kind of marks round the whole.',
    };
  if (/map values/.test(said))
    return {
      message: `Unexpected line \`${shown}\` without a colon, expected \`key: value\``,
      hint: 'A key ends with a colon and a space. A value that goes on over several lines begins with `>` and is indented.',
    };
  return {
    message: `Something is missing in \`${shown}\`: a bracket, a brace, a comma, or the space after a colon`,
  };
}

const misplacedItem = (shown: string): YamlComplaint => ({
  message: `Unexpected list item in \`${shown}\`, expected it on a line of its own, in line with the other items`,
  hint: 'Write the key alone on its line, and below it each item on a line that begins with two spaces and a hyphen.',
});

function explainUnexpected(shown: string): YamlComplaint {
  if (/:[ \t]+-[ \t]/.test(shown)) return misplacedItem(shown);
  if (/:[ \t]+["']/.test(shown))
    return {
      message: `Unexpected text after a closing quotation mark in \`${shown}\`, expected the end of the value`,
      hint: `Where a value holds quotation marks, put the other kind round it: "It's here", 'He said "yes"'.`,
    };
  return { message: `Unexpected character in \`${shown}\`, expected \`key: value\``, hint: quote };
}
