import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Item {
  readonly id: number;
  /** Of the issue or pull request that a comment stands on, or the number of an issue itself. */
  readonly number: number;
  body: string;
  title?: string;
  state?: string;
  labels?: readonly string[];
  head?: string;
  base?: string;
  readonly user: { readonly login: string };
  readonly pull_request?: object;
}

export const BOT = "github-actions[bot]";
const TOKEN = "token-of-the-job";
/** The longest body that GitHub takes, in characters. */
const LONGEST = 65_536;

interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly link?: string;
}

/** A server that keeps the contract of GitHub's REST API for comments, issues and pull requests of one repository. */
export class GitHubServer {
  readonly comments: Item[] = [];
  readonly issues: Item[] = [];
  readonly pulls: Item[] = [];
  /** `METHOD path?query` of each request. */
  readonly asked: string[] = [];
  /** Answers so many requests with 502 first. */
  failures = 0;
  private server: Server | null = null;
  private lastId = 1000;

  async start(): Promise<void> {
    const server = createServer((request, response) => void this.handle(request, response));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    this.server = server;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server?.address() as AddressInfo).port}`;
  }

  /** What the runner gives a step. */
  get env(): Readonly<Record<string, string>> {
    return { GITHUB_API_URL: this.url, GITHUB_REPOSITORY: "acme/fleet", GITHUB_TOKEN: TOKEN };
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  addComment(number: number, body: string, login = BOT): Item {
    const comment = { id: (this.lastId += 1), number, body, user: { login } };
    this.comments.push(comment);
    return comment;
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = "";
    for await (const chunk of request.setEncoding("utf8")) text += String(chunk);
    this.asked.push(`${request.method} ${request.url}`);
    const { status, body, link } = this.answer(request, text);
    const headers = {
      "content-type": "application/json; charset=utf-8",
      ...(link === undefined ? {} : { link }),
    };
    response.writeHead(status, headers).end(JSON.stringify(body));
  }

  private answer(request: IncomingMessage, text: string): Answer {
    if (this.failures > 0) {
      this.failures -= 1;
      return { status: 502, body: { message: "Server Error" } };
    }
    if (request.headers["user-agent"] === undefined)
      return { status: 403, body: { message: "Request forbidden by administrative rules." } };
    if (request.headers.authorization !== `Bearer ${TOKEN}`)
      return { status: 401, body: { message: "Bad credentials" } };
    const url = new URL(request.url ?? "/", this.url);
    const path = /^\/repos\/acme\/fleet(\/.*)$/.exec(url.pathname)?.[1];
    const sent = text === "" ? {} : (JSON.parse(text) as Record<string, string>);
    if (path === undefined) return NOT_FOUND;
    if ((sent["body"] ?? "").length > LONGEST) {
      const message = `body is too long (maximum is ${LONGEST} characters)`;
      return { status: 422, body: { message: "Validation Failed", errors: [{ field: "body", message }] } };
    }
    return this.route(`${request.method} ${path}`, url, sent);
  }

  private route(what: string, url: URL, sent: Record<string, string>): Answer {
    const on = /^(GET|POST) \/issues\/(\d+)\/comments$/.exec(what);
    if (on !== null) {
      const number = Number(on[2]);
      if (on[1] === "POST") return created(this.addComment(number, sent["body"] ?? ""));
      return this.page(
        this.comments.filter((comment) => comment.number === number),
        url,
      );
    }
    const comment = /^PATCH \/issues\/comments\/(\d+)$/.exec(what);
    if (comment !== null)
      return changed(
        this.comments.find(({ id }) => id === Number(comment[1])),
        sent,
      );
    const issue = /^PATCH \/(issues|pulls)\/(\d+)$/.exec(what);
    if (issue !== null) {
      const list = issue[1] === "issues" ? this.issues : this.pulls;
      return changed(
        list.find(({ number }) => number === Number(issue[2])),
        sent,
      );
    }
    const query = (name: string) => url.searchParams.get(name);
    if (what === "GET /issues") {
      const open = this.issues.filter(
        ({ state, labels = [] }) => state === query("state") && labels.includes(query("labels") ?? ""),
      );
      return this.page(open, url);
    }
    if (what === "GET /pulls") {
      const open = this.pulls.filter(
        ({ head, base }) => `acme:${head}` === query("head") && base === query("base"),
      );
      return this.page(open, url);
    }
    if (what === "POST /issues") return created(this.open(this.issues, sent));
    if (what === "POST /pulls") return created(this.open(this.pulls, sent));
    return NOT_FOUND;
  }

  private open(list: Item[], sent: Record<string, unknown>): Item {
    const id = (this.lastId += 1);
    const item = { ...(sent as object), id, number: id, state: "open", user: { login: BOT } } as Item;
    list.push(item);
    return item;
  }

  /** At most 100 a page, 30 when nothing is said, and a Link header when there is another. */
  private page(items: readonly Item[], url: URL): Answer {
    const size = Math.min(100, Number(url.searchParams.get("per_page") ?? 30));
    const number = Number(url.searchParams.get("page") ?? 1);
    const body = items.slice((number - 1) * size, number * size).map(shown);
    if (number * size >= items.length) return { status: 200, body };
    const next = new URL(url);
    next.searchParams.set("page", String(number + 1));
    return { status: 200, body, link: `<${next.href}>; rel="next", <${next.href}>; rel="last"` };
  }
}

const NOT_FOUND: Answer = { status: 404, body: { message: "Not Found" } };

function shown(item: Item): object {
  return { ...item, html_url: `https://github.example/acme/fleet/${item.id}` };
}

function created(item: Item): Answer {
  return { status: 201, body: shown(item) };
}

function changed(item: Item | undefined, sent: Record<string, string>): Answer {
  if (item === undefined) return NOT_FOUND;
  Object.assign(item, sent);
  return { status: 200, body: shown(item) };
}
