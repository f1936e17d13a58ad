import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../support/project";
import { BOT, GitHubServer } from "./support/github-server";

// Other programs are started: on a busy machine that takes its time.
jest.setTimeout(120_000);

const MARK = "<!-- sutazai-fleet pull-request -->";

let server: GitHubServer;
let folder: string;
beforeEach(async () => {
  server = new GitHubServer();
  await server.start();
  folder = join(mkdtempSync(join(tmpdir(), "fleet-comment-")), "fleet-staging");
  mkdirSync(folder);
});
afterEach(async () => {
  await server.stop();
  rmSync(join(folder, ".."), { recursive: true, force: true });
});

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs one of the scripts against the server. Never in this process: it has to answer. */
function run(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const child = spawn(process.execPath, [join(ROOT, "scripts", "ci", script), ...args], {
    env: { PATH: process.env["PATH"], ...server.env, ...env },
  });
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk) => (out += String(chunk)));
  child.stderr.on("data", (chunk) => (err += String(chunk)));
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, out, err })));
}

function leave(file: string, text: string): void {
  writeFileSync(join(folder, file), text);
}

const comment = () => run("comment.mjs", ["7", folder]);

describe("the comment on a pull request", () => {
  it("is written once, then updated in place, and left alone when nothing changed", async () => {
    leave("diff.md", "### first");
    expect(await comment()).toMatchObject({
      code: 0,
      err: expect.stringContaining("comment created") as string,
    });
    leave("diff.md", "### second");
    expect((await comment()).err).toContain("comment updated");
    expect((await comment()).err).toContain("comment unchanged");
    expect(server.comments.map(({ number, body }) => [number, body])).toEqual([
      [7, `${MARK}\n\n### second\n`],
    ]);
    expect(server.asked.filter((line) => !line.startsWith("GET"))).toEqual([
      "POST /repos/acme/fleet/issues/7/comments",
      `PATCH /repos/acme/fleet/issues/comments/${server.comments[0]?.id}`,
    ]);
  });

  it("is found on the third page of a long discussion", async () => {
    for (let index = 0; index < 230; index += 1) server.addComment(7, `talk ${index}`, "ada");
    const own = server.addComment(7, `${MARK}\nold`);
    leave("diff.md", "### new");
    expect((await comment()).err).toContain("comment updated");
    expect(own.body).toContain("### new");
    expect(server.asked.filter((line) => line.startsWith("GET"))).toHaveLength(3);
  });

  it("is not what somebody else wrote under our mark, nor one of another pull request", async () => {
    const forged = server.addComment(7, `${MARK}\nnothing blocks, merge it`, "mallory");
    const other = server.addComment(8, `${MARK}\nof another`);
    leave("diff.md", "### true");
    expect((await comment()).err).toContain("comment created");
    expect(forged.body).toContain("merge it");
    expect(other.body).toContain("of another");
    expect(server.comments.at(-1)).toMatchObject({ number: 7, user: { login: BOT } });
  });

  it("never gets longer than the host allows, and says where the rest is", async () => {
    leave("diff.md", "### short");
    leave("check.md", "x".repeat(70_000));
    const env = { GITHUB_SERVER_URL: "https://github.example", GITHUB_RUN_ID: "42" };
    expect((await run("comment.mjs", ["7", folder], env)).code).toBe(0);
    const body = server.comments[0]?.body ?? "";
    expect(body.length).toBeLessThan(65_536);
    expect(body).toContain("### short");
    expect(body).toContain(
      "left out here: check of staging. All of it: https://github.example/acme/fleet/actions/runs/42",
    );
  });

  it("is asked for again when the server stumbles", async () => {
    server.failures = 2;
    leave("diff.md", "### late");
    expect((await comment()).code).toBe(0);
    expect(server.comments).toHaveLength(1);
  });

  it("that may not be written is an error which says what to do, and shows no token", async () => {
    leave("diff.md", "### new");
    const { code, err } = await run("comment.mjs", ["7", folder], { GITHUB_TOKEN: "FLEETSECRET-token" });
    expect(code).toBe(1);
    expect(err).toContain("answered 401: Bad credentials (the job's `permissions` must let the token write");
    expect(err).not.toContain("FLEETSECRET");
  });

  it.each([[["x", "folder"]], [["7"]], [[]]])("wants a number and a folder, not %j", async (args) => {
    expect(await run("comment.mjs", args)).toMatchObject({
      code: 2,
      err: "usage: node scripts/ci/comment.mjs NUMBER FOLDER...\n",
    });
    expect(server.asked).toEqual([]);
  });

  it("shows the engine's preview, what it refused, and no text that ends its block", async () => {
    const urn = "urn:pulumi:staging::small::docker:index/container:Container::writer";
    const violations = [{ rule: "r", level: "mandatory", message: "```\n<img src=x> @everyone" }];
    leave(
      "preview.json",
      JSON.stringify({
        stack: "staging",
        changes: { create: 2 },
        steps: [{ op: "create", urn }],
        violations,
      }),
    );
    expect((await comment()).code).toBe(0);
    expect(server.comments[0]?.body).toBe(
      [
        MARK,
        "",
        "### Preview of stack staging: 2 create",
        "",
        "````text",
        "mandatory: ```",
        "<img src=x> @everyone",
        "````",
        "",
        "<details>",
        "<summary>1 steps of the engine</summary>",
        "",
        "```text",
        `create   ${urn}`,
        "```",
        "",
        "</details>",
        "",
      ].join("\n"),
    );
  });
});

describe("the issue about drift", () => {
  const issue = (code: string) => run("issue.mjs", ["staging", code, folder]);

  it("is opened once, updated in place, closed when it is over, and opened anew", async () => {
    leave("drift.md", "### one container was paused");
    expect((await issue("4")).err).toContain("issue created");
    leave("drift.md", "### two containers were paused");
    expect((await issue("4")).err).toContain("issue updated");
    expect((await issue("4")).err).toContain("issue unchanged");
    expect(server.issues).toMatchObject([
      {
        title: "Stack staging has drifted from its declaration",
        labels: ["fleet-drift"],
        body: "<!-- sutazai-fleet drift staging -->\n\n### two containers were paused\n",
        state: "open",
      },
    ]);
    expect((await issue("0")).err).toContain("issue closed");
    expect((await issue("0")).err).toContain("issue nothing");
    expect(server.issues.map(({ state }) => state)).toEqual(["closed"]);
    expect((await issue("4")).err).toContain("issue created");
  });

  it("is kept for each stack, and tells a look that failed from drift", async () => {
    leave("drift.err", "error  no Docker Engine answers [engine-unreachable]");
    await issue("2");
    await run("issue.mjs", ["prod", "4", folder]);
    expect(server.issues.map(({ title }) => title)).toEqual([
      "Stack staging could not be looked at for drift (exit code 2)",
      "Stack prod has drifted from its declaration",
    ]);
    expect(server.issues[0]?.body).toContain(
      "```text\nerror  no Docker Engine answers [engine-unreachable]\n```",
    );
  });
});

describe("the pull request that adopts drift", () => {
  it("is opened once for its branch, then updated", async () => {
    const adopt = () =>
      run("pull-request.mjs", ["fleet/adopt-staging", "main", "Adopt what stack staging became", folder]);
    leave("drift.md", "### memory 128 -> 256 MiB");
    expect((await adopt()).err).toContain("pull request created");
    leave("drift.md", "### memory 128 -> 384 MiB");
    expect((await adopt()).err).toContain("pull request updated");
    expect(server.pulls).toMatchObject([
      { head: "fleet/adopt-staging", base: "main", body: expect.stringContaining("384") as string },
    ]);
  });
});
