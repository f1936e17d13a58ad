// The few calls of GitHub's REST API that the workflows need, with fetch and nothing else: what holds a token that
// may write should run as little code as possible.

const PER_PAGE = 100;
/** Asked again after these milliseconds when the server could not answer; only what may be asked twice. */
const AGAIN_AFTER = [500, 2_000];
/** No answer in this time is a failure, in milliseconds. */
const WITHIN = 30_000;

export class GitHub {
  /** @param env GITHUB_TOKEN, GITHUB_REPOSITORY (`owner/name`) and GITHUB_API_URL, as the runner sets them */
  constructor(env = process.env) {
    const { GITHUB_TOKEN: token, GITHUB_REPOSITORY: repository, GITHUB_API_URL: api } = env;
    if (!token) throw new Error("GITHUB_TOKEN is not set: give the step a token (env: GITHUB_TOKEN)");
    if (!/^[\w.-]+\/[\w.-]+$/.test(repository ?? "")) throw new Error("GITHUB_REPOSITORY is not owner/name");
    this.token = token;
    this.base = `${api ?? "https://api.github.com"}/repos/${repository}`;
    this.owner = repository.split("/")[0];
  }

  /** One answer, as `{ body, next }`; next is the address of the next page, or null. */
  async ask(method, address, body) {
    const url = address.startsWith("/") ? this.base + address : address;
    for (let attempt = 0; ; attempt += 1) {
      const response = await this.send(method, url, body);
      if (response.ok) return { body: await response.json(), next: nextOf(response, this.base) };
      const again = response.status >= 500 && method !== "POST" && attempt < AGAIN_AFTER.length;
      if (!again) throw new Error(await said(method, url, response));
      await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER[attempt]));
    }
  }

  send(method, url, body) {
    return fetch(url, {
      method,
      redirect: "error",
      signal: AbortSignal.timeout(WITHIN),
      headers: {
        accept: "application/vnd.github+json",
        authorization: `Bearer ${this.token}`,
        "content-type": "application/json",
        "user-agent": "sutazai-fleet",
        "x-github-api-version": "2022-11-28",
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  /** Every item of a list, page after page. */
  async *all(path) {
    const more = path.includes("?") ? "&" : "?";
    let address = `${path}${more}per_page=${PER_PAGE}`;
    while (address !== null) {
      const { body, next } = await this.ask("GET", address);
      yield* body;
      address = next;
    }
  }
}

/** From the Link header. The token goes to no other server, whatever the answer says. */
function nextOf(response, base) {
  const found = /<([^>]+)>;\s*rel="next"/.exec(response.headers.get("link") ?? "")?.[1];
  if (found === undefined) return null;
  if (new URL(found).origin !== new URL(base).origin)
    throw new Error(`the next page is on another server: ${found}`);
  return found;
}

async function said(method, url, response) {
  const text = await response.text();
  let message = text.slice(0, 200);
  try {
    message = JSON.parse(text).message ?? message;
  } catch {
    // Not JSON: what it said is shown as it is.
  }
  const hint =
    response.status === 403 || response.status === 401
      ? " (the job's `permissions` must let the token write; forks have none that may)"
      : "";
  return `${method} ${new URL(url).pathname} answered ${response.status}: ${message}${hint}`;
}
