/**
 * The only script of the report: filters the agents, and opens the one that an address points to. Written as it
 * runs in the browser, without a build step, so that its hash in the content policy is that of this text.
 */
export const FILTER_SCRIPT = `
(() => {
  const form = document.getElementById("filter");
  const shown = document.getElementById("shown");
  const rows = Array.from(document.querySelectorAll("[data-agent]"));
  const field = (name) => form.elements.namedItem(name);
  const choices = ["pool", "class", "criticality"];

  const apply = () => {
    const words = field("text").value.toLowerCase().split(/\\s+/).filter(Boolean);
    let count = 0;
    for (const row of rows) {
      const keep =
        words.every((word) => row.dataset.text.includes(word)) &&
        choices.every((name) => field(name).value === "" || field(name).value === row.dataset[name]) &&
        (!field("found").checked || row.dataset.found === "yes");
      row.hidden = !keep;
      if (keep) count += 1;
    }
    shown.textContent = String(count);
  };

  const open = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id === "" ? null : document.getElementById(id);
    if (target === null || target.tagName !== "DETAILS") return;
    const row = target.closest("[data-agent]");
    if (row !== null && row.hidden) {
      form.reset();
      apply();
    }
    target.open = true;
    target.scrollIntoView();
  };

  form.hidden = false;
  form.addEventListener("input", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("hashchange", open);
  apply();
  open();
})();
`;
