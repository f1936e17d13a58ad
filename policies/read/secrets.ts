/** A secret that was found in an environment variable. Never carries its value. */
export interface Secret {
  /** The name of the variable; null when the entry has none that is safe to show. */
  readonly name: string | null;
  /** What gave it away. */
  readonly kind: string;
}

/** Names that say that the value is secret. */
const SECRET_NAME =
  /PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|CREDENTIAL|COOKIE|API_?KEY|PRIVATE_?KEY|ACCESS_?KEY|WEBHOOK(?:_?URL)?$|_(?:KEY|PASS|PWD|CREDS?|AUTH|DSN|SALT|PAT)$|^(?:KEY|PASS|AUTH|DSN|PAT)$/i;
/** Of these, the ones that say a count, a switch, or where something is. */
const HARMLESS_NAME =
  /TOKENI[SZ]|(?:^|_)(?:MAX|MIN|NUM|TOTAL|CONTEXT|INPUT|OUTPUT|NEW)(?:_\w+)?_TOKENS?$|TOKENS?_(?:LIMIT|COUNT|TTL|BUDGET|LENGTH|WINDOW|PER_\w+|EXPIRY|LIFETIME|URL|ENDPOINT|ISSUER)$|(?:^|_)(?:PUBLIC|ROUTING|PARTITION|SORT|PRIMARY|FOREIGN|CACHE)_KEY$|_(?:NAME|ENABLED|REQUIRED|HEADER)$/i;
const FILE_NAME = /_(?:FILE|PATH|DIR)$/i;

/**
 * Values that are secrets under any name. Each is found by its form. Written so that each takes time linear in the
 * value: repetitions that something has to follow are bounded, or begin where a word begins.
 */
const SECRET_VALUES: readonly (readonly [RegExp, string])[] = [
  [/:\/\/[^\s/@:]*:[^\s/@]+@/, "a password in a URL"],
  [/-----BEGIN [A-Z0-9 ]*PRIVATE KEY/, "a private key"],
  [
    /(?:^|[^A-Za-z0-9])(?:gh[pousr]_[A-Za-z0-9]{16,}|github_pat_\w{16,}|glpat-[\w-]{16,}|sk-[\w-]{16,}|[sr]k_live_\w{16,}|(?:AKIA|ASIA)[0-9A-Z]{16}|xox[a-z]-[\w-]{8,}|eyJ[\w-]{8,2000}\.[\w-]{8}|AIza[\w-]{30,}|hvs\.[\w-]{16,}|npm_[A-Za-z0-9]{30,}|pypi-[\w-]{30,}|dckr_pat_[\w-]{16,}|hf_[A-Za-z0-9]{16,}|pul-[0-9a-f]{40}|SG\.[\w-]{16,64}\.[\w-]{16})/,
    "a token of a known service",
  ],
  [/\b(?:bearer|basic)\s+[\w+/.=-]{8,}/i, "an authorization header"],
  [/(?:^|[\s;&?,])(?:password|passwd|pwd|secret|token|api_?key)=[^\s;&,]+/i, "a password in a connection"],
];
/** Contains what one of the values above has at its start; most values don't. */
const MAY_BE_VALUE =
  /:\/\/[^\s/]*@|-----BEGIN|gh[pousr]_|github_pat_|glpat-|sk-|k_live_|A[KS]IA|xox|eyJ|AIza|hvs\.|npm_|pypi-|dckr_pat_|hf_|pul-|SG\.|bearer|basic|password=|passwd=|pwd=|secret=|token=|key=/i;

/** No harmless name is longer. */
const LONGEST_NAME = 100;

/** Long enough to be random, and not made of words. */
const LONG = /[A-Za-z0-9+]{20,}|[\w+-]{32,}|[A-Za-z0-9+/]{32,}|(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{20,}=/;
const UNBROKEN = /[A-Za-z0-9+]{20,}/g;
const BROKEN = /[\w+-]{32,}|[A-Za-z0-9+/]{32,}/g;
/** Filled up to a multiple of four, as only base64 is. */
const PADDED = /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{20,}={1,2}(?![\w=])/g;
const HEX = /^[0-9a-f]+$/i;
/** Names of checksums, which look random and are public. */
const CHECKSUM_NAME = /SHA|DIGEST|CHECKSUM|COMMIT|REVISION|FINGERPRINT/i;
const CHECKSUM = /\bsha(?:1|256|512)[:-][A-Za-z0-9+/=]+/g;

/** What makes an entry `NAME=value` of an environment a secret; null when nothing does. */
export function secretIn(entry: string): Secret | null {
  const equals = entry.indexOf("=");
  const name = equals < 0 ? "" : entry.slice(0, equals);
  const value = equals < 0 ? entry : entry.slice(equals + 1);
  if (value === "") return null;
  const kind = kindOfName(name, value) ?? kindOfValue(name, value);
  if (kind === null) return null;
  // Who mixes up name and value would have the secret shown as the name.
  return { name: name !== "" && kindOfValue("", name) === null ? name : null, kind };
}

function kindOfName(name: string, value: string): string | null {
  if (!SECRET_NAME.test(name)) return null;
  if (FILE_NAME.test(name) && value.startsWith("/")) return null;
  if ((name.length <= LONGEST_NAME && HARMLESS_NAME.test(name)) || value.startsWith("/run/secrets/"))
    return null;
  return "a value under a name of a secret";
}

function kindOfValue(name: string, value: string): string | null {
  if (MAY_BE_VALUE.test(value)) {
    for (const [form, kind] of SECRET_VALUES) if (form.test(value)) return kind;
  }
  if (!LONG.test(value) || CHECKSUM_NAME.test(name)) return null;
  return looksRandom(value.replace(CHECKSUM, "")) ? "a value that looks random" : null;
}

function looksRandom(value: string): boolean {
  for (const [piece] of value.matchAll(UNBROKEN)) {
    if (!/\d/.test(piece) || !/[A-Za-z]/.test(piece)) continue;
    // Of 16 digits a random text has less than 4 bits a character, of 62 more.
    if (entropyOf(piece) >= (HEX.test(piece) ? 3 : 3.5)) return true;
  }
  for (const [piece] of value.matchAll(PADDED)) {
    if (/\d/.test(piece) && /[a-z]/.test(piece) && /[A-Z]/.test(piece) && entropyOf(piece) >= 3.5)
      return true;
  }
  for (const [piece] of value.matchAll(BROKEN)) {
    const mixed = /[a-z]/.test(piece) && /[A-Z]/.test(piece) && (piece.match(/\d/g)?.length ?? 0) >= 3;
    if (mixed && entropyOf(piece) >= 4.5) return true;
  }
  return false;
}

/** Shannon's, in bits a character. */
function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
