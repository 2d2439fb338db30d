/** SHA-256 (hex, UTF-8) of the names of real persons that the source documents mention; the names themselves stand nowhere. */
export const officials: ReadonlySet<string> = new Set([
  '92a054e84d6e2e13d14cfb9b7ac898f70bea1637bc3aaeb075cd7344b3ecd0d4',
  'ede9ff07183ca32fcad66c62aaf3f580eccf88b8de6429009c62617169dbd9a3',
  '62b0820a1a9c7af27cb46d1383678dbfbd62b1ced437fc35563723295b077ef6',
  'e890f6246975e43fc36f9ee0b4ddbb6acca130f20db323491d6c5927c59f96eb',
  '2df27673b104e1f89ae47fdb73037a59099a5122a47b6bd343ae9443919bf2fb',
])
