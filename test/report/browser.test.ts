import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { htmlReport } from "../../cli/reporters/html";
import type { Checked } from "../../cli/pipeline";
import { describeInBrowser, launchBrowser, openPage } from "../support/browser";
import { BROKEN_AGENT, clean, mixed, poisoned } from "./reports";

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };

// Far more than it takes: the machine may be busy.
jest.setTimeout(30_000);

/** Elements that reach beyond the viewport, or whose content does not fit. */
function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const wrong: string[] = scrollWidth > clientWidth ? [`document ${scrollWidth} > ${clientWidth}`] : [];
    for (const element of Array.from(document.body.querySelectorAll("*"))) {
      const box = element.getBoundingClientRect();
      const hidden = box.width <= 1 || element.closest(".hide, .skip, .key, thead") !== null;
      if (hidden || element.closest("svg") !== null) continue;
      const name = `${element.tagName}.${element.className} ${element.textContent.slice(0, 40)}`;
      if (box.right > clientWidth + 0.5 || box.left < -0.5) wrong.push(`${name} beyond the viewport`);
      else if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
        wrong.push(`${name} cut off`);
    }
    return wrong;
  });
}

/** Text whose contrast with what is behind it is below WCAG AA (4.5, or 3 for large text). */
function poorContrast(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const parse = (color: string): number[] => (color.match(/[\d.]+/g) ?? []).map(Number);
    const channel = (part: number): number => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    };
    const luminance = ([red = 0, green = 0, blue = 0]: number[]): number =>
      0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
    const behind = (element: Element): number[] => {
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        const color = parse(getComputedStyle(at).backgroundColor);
        if ((color[3] ?? 1) > 0) return color;
      }
      return [255, 255, 255];
    };
    const poor = new Set<string>();
    for (const element of Array.from(document.body.querySelectorAll("*"))) {
      const own = Array.from(element.childNodes).some(
        (node) => node.nodeType === 3 && node.textContent?.trim(),
      );
      if (!own || ["SCRIPT", "OPTION"].includes(element.tagName)) continue;
      const style = getComputedStyle(element);
      const [one, two] = [luminance(parse(style.color)), luminance(behind(element))];
      const ratio = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
      if (ratio < (parseFloat(style.fontSize) >= 24 ? 3 : 4.5))
        poor.add(`${element.tagName}.${element.className} ${ratio.toFixed(2)}`);
    }
    return [...poor];
  });
}

describeInBrowser("the HTML report in a browser", () => {
  let browser: Browser;
  let folder: string;
  const addresses = new Map<string, string>();

  const put = (name: string, checked: Checked): void => {
    const file = join(folder, `${name}.html`);
    writeFileSync(file, htmlReport(checked));
    addresses.set(name, pathToFileURL(file).href);
  };
  const open = (name: string, options = {}, hash = "") =>
    openPage(browser, `${addresses.get(name) ?? ""}${hash}`, { viewport: DESKTOP, ...options });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "fleet-report-"));
    put("clean", clean());
    put("mixed", mixed());
    const { stack, ...rest } = mixed();
    const poison = `</script><script>window.owned=1</script><img src="http://192.0.2.1/x" onerror="window.owned=1">`;
    put("poisoned", { ...poisoned(rest, poison), stack });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(["clean", "mixed"])("%s: nothing is said, asked for, cut off or hard to read", async (name) => {
    const { page, complaints, requests, close } = await open(name, { viewport: PHONE, colorScheme: "light" });
    await page.evaluate(() => {
      for (const part of Array.from(document.querySelectorAll("details"))) part.open = true;
    });
    expect(await overflow(page)).toEqual([]);
    expect(await poorContrast(page)).toEqual([]);
    await page.setViewportSize(DESKTOP);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await overflow(page)).toEqual([]);
    expect(await poorContrast(page)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(requests).toEqual([]);
    await close();
  });

  it("has a dark mode", async () => {
    const { page, close } = await open("clean", { colorScheme: "light" });
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await background();
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await background()).not.toBe(light);
    await close();
  });

  it("has a heading order without gaps, one h1, and no double ids", async () => {
    const { page, close } = await open("mixed");
    const { levels, doubles } = await page.evaluate(() => {
      const ids = Array.from(document.querySelectorAll("[id]")).map((element) => element.id);
      return {
        levels: Array.from(document.querySelectorAll("h1,h2,h3,h4")).map((heading) =>
          Number(heading.tagName[1]),
        ),
        doubles: ids.filter((id, index) => ids.indexOf(id) !== index),
      };
    });
    expect(doubles).toEqual([]);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [index, level] of levels.entries())
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    await close();
  });

  it("filters agents by pool, class, criticality, words and findings", async () => {
    const { plan } = clean();
    const { page, close } = await open("mixed");
    const visible = () => page.locator("[data-agent]:visible").count();
    expect(await visible()).toBe(plan.agents.length);
    for (const key of ["pool", "class", "criticality"] as const) {
      for (const value of new Set(plan.agents.map((agent) => agent[key]))) {
        await page.selectOption(`select[name=${key}]`, value);
        expect(await visible()).toBe(plan.agents.filter((agent) => agent[key] === value).length);
      }
      await page.selectOption(`select[name=${key}]`, "");
    }
    await page.fill("input[name=text]", BROKEN_AGENT.toUpperCase());
    expect(await visible()).toBe(1);
    expect(await page.locator("#shown").textContent()).toBe("1");
    await page.click("button[type=reset]");
    await page.waitForFunction(
      (all) => document.querySelector("#shown")?.textContent === all,
      String(plan.agents.length),
    );
    await page.check("input[name=found]");
    expect(await visible()).toBe(2);
    await close();
  });

  it("leads every address inside the page somewhere, and opens the agent it points to", async () => {
    const { page, close } = await open("mixed", {}, `#agent-${BROKEN_AGENT}`);
    const dead = await page.evaluate(() =>
      Array.from(document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]'))
        .map((link) => link.hash.slice(1))
        .filter((id) => document.getElementById(id) === null),
    );
    expect(dead).toEqual([]);
    const agent = page.locator(`#agent-${BROKEN_AGENT}`);
    expect(await agent.getAttribute("open")).not.toBeNull();
    await page.fill("input[name=text]", "nothing has this name");
    expect(await agent.isVisible()).toBe(false);
    await page.click("#findings h4 a >> nth=1");
    await page.locator("#findings h4 a >> nth=0").click();
    await agent.waitFor({ state: "visible" });
    await close();
  });

  it("can be read without JavaScript", async () => {
    const { page, complaints, close } = await open("mixed", { javaScriptEnabled: false });
    expect(await page.locator("[data-agent]").count()).toBe(clean().plan.agents.length);
    expect(await page.locator("#filter").isVisible()).toBe(false);
    await page.locator(`#agent-${BROKEN_AGENT} > summary`).click();
    expect(await page.locator(`#agent-${BROKEN_AGENT} .limits`).isVisible()).toBe(true);
    expect(complaints).toEqual([]);
    await close();
  });

  it("runs and loads nothing that a hostile catalog says", async () => {
    const { page, complaints, requests, close } = await open("poisoned", { viewport: PHONE });
    expect(await page.evaluate(() => "owned" in window)).toBe(false);
    expect(await page.locator("script").count()).toBe(1);
    expect(await page.locator("img").count()).toBe(0);
    expect(await page.locator("h1").textContent()).toContain("</script><script>window.owned=1</script>");
    expect(complaints).toEqual([]);
    expect(requests).toEqual([]);
    expect(await overflow(page)).toEqual([]);
    await close();
  });

  it("would not run a script that got in all the same", async () => {
    const { page, complaints, close } = await open("clean");
    await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.owned = 1";
      document.body.append(script);
    });
    expect(await page.evaluate(() => "owned" in window)).toBe(false);
    expect(complaints.join()).toContain("Content Security Policy");
    await close();
  });

  it("prints without the navigation and the filter", async () => {
    const { page, close } = await open("mixed");
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("nav").isVisible()).toBe(false);
    expect(await page.locator("#filter").isVisible()).toBe(false);
    expect(await page.locator(".finding").first().isVisible()).toBe(true);
    await close();
  });
});
