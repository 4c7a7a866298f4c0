/** What every generated file begins with. */
export const HEADER = `// Generated from openapi/ by \`npm run gen\`; change the description or codegen/ instead of this file.
/* eslint-disable */
`;
