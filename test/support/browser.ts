import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";

/** `describe` where Chromium is there; skipped where `npm test` has found that it can't be had. */
export const describeInBrowser = (process.env["FLEET_MISSING_TOOLS"] ?? "").split(",").includes("chromium")
  ? describe.skip
  : describe;

/** Starts the Chromium of PATH; `npm test` installs it. */
export async function launchBrowser(): Promise<Browser> {
  const path = (process.env["PATH"] ?? "")
    .split(delimiter)
    .map((folder) => join(folder, "chromium"))
    .find((candidate) => existsSync(candidate));
  if (path === undefined) throw new Error("chromium is not on PATH: run `npm test`, which installs it");
  return chromium.launch({
    executablePath: path,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
  });
}

/** A page with all that it said and asked for. */
export interface Opened {
  readonly page: Page;
  /** Errors and warnings of the console, and exceptions of scripts. */
  readonly complaints: string[];
  /** Addresses asked for beside the page itself. */
  readonly requests: string[];
  readonly close: () => Promise<void>;
}

export async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => {
    const isPage = request.url().split("#")[0] === address.split("#")[0];
    if (!isPage && !request.url().startsWith("data:")) requests.push(request.url());
  });
  await page.goto(address);
  return { page, complaints, requests, close: () => context.close() };
}
