/** What stands where a secret was. Not ASCII, so that no secret can come about anew across it. */
const mark = "•••";

/** Shorter ones would blot out ordinary words, and no service's token is that short. */
const shortestSecret = 6;

/**
 * The text without any of the secrets, whether they stand there plainly, URL-encoded, escaped as in JSON, in hex
 * or inside something base64-encoded. Secrets of fewer than 6 characters are left alone.
 */
export function redact(text: string, secrets: Iterable<string>): string {
  const forms = new Set<string>();
  for (const secret of secrets) {
    if (secret.length < shortestSecret) continue;
    for (const form of formsOf(secret)) if (form.length >= shortestSecret) forms.add(form);
  }
  // The longest first, so that no end of a long form is left behind by a short one.
  return [...forms]
    .sort((a, b) => b.length - a.length)
    .reduce((result, form) => result.replaceAll(form, mark), text);
}

// Notion: ntn_ and the older secret_ (developers.notion.com). Airtable: pat, 14 characters, a dot, 64 hex digits.
const tokenLike = /\b(?:(?:ntn|secret)_[A-Za-z0-9]{16,}|pat[A-Za-z0-9]{14}\.[A-Fa-f0-9]{16,})/g;

/** Everything in the text that is shaped like a service's token: where it starts and what it says. */
export function findTokenLike(text: string): readonly { readonly index: number; readonly text: string }[] {
  return [...text.matchAll(tokenLike)].map((match) => ({ index: match.index, text: match[0] }));
}

function formsOf(secret: string): readonly string[] {
  const encoded = percentEncoded(secret);
  return [
    secret,
    encoded,
    encoded.replaceAll(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    new URLSearchParams([["", secret]]).toString().slice(1),
    JSON.stringify(secret).slice(1, -1),
    Buffer.from(secret).toString("hex"),
    Buffer.from(secret).toString("base64url"),
    Buffer.from(secret).toString("base64"),
    ...base64Inside(secret, "base64"),
    ...base64Inside(secret, "base64url"),
  ];
}

function percentEncoded(secret: string): string {
  try {
    return encodeURIComponent(secret);
  } catch {
    // A lone surrogate has no such form.
    return secret;
  }
}

/** What the secret looks like within a longer base64 text, such as a Basic header: one form for each alignment. */
function base64Inside(secret: string, encoding: "base64" | "base64url"): readonly string[] {
  const bytes = Buffer.from(secret);
  return [0, 1, 2].map((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), bytes]);
    const first = shift === 0 ? 0 : 4;
    // Only characters made from the secret's own bits: the last group depends on what follows.
    return whole.toString(encoding).slice(first, Math.floor(whole.length / 3) * 4);
  });
}
