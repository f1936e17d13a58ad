/**
 * The style sheet. Colours only where they mean something: green kept, red blocks, amber advises, dashed grey
 * not evaluated; blue is what runs and what can be followed. Sizes are relative, so that zooming works.
 */
export const STYLES = `
:root {
  color-scheme: light dark;
  --bg: #f6f7f8; --surface: #ffffff; --sunken: #f1f3f5; --ink: #1b1f24; --soft: #57606b; --line: #dfe3e7;
  --accent: #2457c5; --accent-soft: #e6edfb; --fill: #3f6fd8; --track: #e3e7ec;
  --ok: #116b41; --ok-bg: #e3f4ea; --bad: #b01e16; --bad-bg: #fdeae8; --warn: #7d5100; --warn-bg: #fcf1d6;
  --unknown: #57606b; --unknown-bg: #eceff2; --bad-fill: #d33a30; --warn-fill: #d79a1e;
  --high_performance: #3f6fd8; --standard: #2a9187; --specialized: #8e63cf;
  --shadow: 0 1px 2px rgba(16, 24, 40, .05);
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", "DejaVu Sans Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --bg: #111418; --surface: #191d22; --sunken: #22272e; --ink: #e6e9ed; --soft: #a0a9b4; --line: #2d333b;
    --accent: #8fb2ff; --accent-soft: #1f2c47; --fill: #5b86e5; --track: #2d333b;
    --ok: #6fd3a0; --ok-bg: #143023; --bad: #ff9a92; --bad-bg: #3b1b1a; --warn: #f0c264; --warn-bg: #352a12;
    --unknown: #a0a9b4; --unknown-bg: #262c33; --bad-fill: #e5554b; --warn-fill: #d79a1e;
    --high_performance: #5b86e5; --standard: #3aa99d; --specialized: #a67fe0;
    --shadow: none;
  }
}
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
html { scroll-padding-top: 1.25rem; -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--bg); color: var(--ink);
  font: 400 .9375rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere;
}
h1, h2, h3, h4, p, ul, ol, dl, dd, pre { margin: 0; padding: 0; }
ul, ol { list-style: none; }
h1 { font-size: 1.875rem; line-height: 1.2; letter-spacing: -.02em; font-weight: 650; }
h2 { font-size: 1.25rem; line-height: 1.3; letter-spacing: -.01em; font-weight: 650; }
h3 { font-size: .9375rem; font-weight: 600; }
h4 { font-size: .9375rem; font-weight: 600; }
a { color: var(--accent); text-decoration: none; }
a:hover { text-decoration: underline; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
code, pre { font-family: var(--mono); font-size: .8125rem; }
pre { white-space: pre-wrap; background: var(--sunken); border-radius: 8px; padding: .625rem .75rem; line-height: 1.5; }
strong { font-weight: 650; }
.hide { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -999px; top: 0; background: var(--surface); padding: .5rem 1rem; z-index: 2; }
.skip:focus { left: 0; }
.lead, .why { color: var(--soft); }
.why, .line { display: block; font-size: .8125rem; }
.line { color: var(--soft); font-size: .75rem; }
.number { text-align: right; }

.top {
  display: flex; flex-wrap: wrap; gap: 1.25rem 2rem; align-items: center; justify-content: space-between;
  max-width: 82rem; margin: 0 auto; padding: 2.25rem 2rem 1.5rem;
}
.title { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0 1rem; align-items: center; }
.logo { fill: var(--fill); } .logo .off { fill: none; stroke: var(--soft); stroke-width: 1.5; }
.eyebrow { color: var(--soft); font-size: .8125rem; }
.where { color: var(--soft); margin-top: .125rem; }
.where strong { color: var(--ink); }
.verdict { display: flex; gap: .875rem; align-items: center; padding: .75rem 1.25rem .75rem .875rem; border-radius: 14px; }
.verdict .word { font-size: 1.125rem; font-weight: 650; line-height: 1.3; }
.verdict p + p { font-size: .875rem; }
.verdict.ok { color: var(--ok); background: var(--ok-bg); }
.verdict.bad { color: var(--bad); background: var(--bad-bg); }
.verdict.unknown { color: var(--unknown); background: var(--unknown-bg); border: 1px dashed currentColor; }
.icon { flex: none; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.icon circle { stroke-width: 1.5; }

.layout { display: grid; grid-template-columns: 11.5rem minmax(0, 1fr); gap: 2.5rem; max-width: 82rem; margin: 0 auto; padding: 0 2rem 4rem; }
.layout.alone { grid-template-columns: minmax(0, 1fr); }
nav { position: sticky; top: 1.25rem; align-self: start; font-size: .875rem; }
nav a { display: flex; justify-content: space-between; gap: .5rem; padding: .3125rem .625rem; margin-left: -.625rem; border-radius: 8px; color: var(--soft); }
nav a:hover { background: var(--sunken); color: var(--ink); text-decoration: none; }
.count { color: var(--soft); font-weight: 400; }
main { display: grid; gap: 3rem; min-width: 0; }
section { min-width: 0; }
section > h2 { margin-bottom: .125rem; }
section > .lead { margin-bottom: 1rem; }
.legend-line { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; font-size: .8125rem; color: var(--soft); margin-bottom: 1rem; }
.legend-line span { display: flex; align-items: center; gap: .4375rem; }
#summary > h2, #findings > h2 { margin-bottom: .75rem; }

.tiles { display: grid; grid-template-columns: repeat(6, minmax(0, 1fr)); border: 1px solid var(--line); border-radius: 14px; background: var(--surface); box-shadow: var(--shadow); overflow: hidden; }
.tile { padding: 1rem 1.125rem; border-left: 1px solid var(--line); margin-left: -1px; }
.tile dt { color: var(--soft); font-size: .8125rem; }
.tile strong { display: block; font-size: 1.75rem; line-height: 1.25; letter-spacing: -.02em; }
.tile span { color: var(--soft); font-size: .8125rem; line-height: 1.4; display: block; }

.empty { border: 1px solid var(--line); background: var(--surface); border-radius: 14px; padding: 1rem 1.25rem; color: var(--soft); }
.card { border: 1px solid var(--line); background: var(--surface); border-radius: 14px; padding: 1.125rem 1.25rem; box-shadow: var(--shadow); min-width: 0; }
.cards { display: grid; gap: 1rem; }
.cards.two { grid-template-columns: repeat(2, minmax(0, 1fr)); }
.cards.three { grid-template-columns: repeat(3, minmax(0, 1fr)); }
.cards + .card { margin-top: 1rem; }
.card h3 { margin-bottom: .25rem; }
.card h3::first-letter { text-transform: uppercase; }
.figure { color: var(--soft); margin: .125rem 0 .5rem; display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 .375rem; }
.figure strong { color: var(--ink); font-size: 1.375rem; letter-spacing: -.01em; }
.room { margin-left: auto; }
.room.bad { color: var(--bad); font-weight: 600; }
.meter { line-height: 0; margin-bottom: .625rem; }
.track { fill: var(--track); } .fill { fill: var(--fill); } .mark { fill: var(--ink); } .over .fill { fill: var(--bad-fill); }

.badge, .tag { display: inline-block; border-radius: 6px; padding: 0 .4375rem; font-size: .75rem; line-height: 1.375rem; }
.badge { font-weight: 600; }
.badge.ok { color: var(--ok); background: var(--ok-bg); }
.badge.bad { color: var(--bad); background: var(--bad-bg); }
.badge.warn { color: var(--warn); background: var(--warn-bg); }
.badge.unknown { color: var(--unknown); background: var(--unknown-bg); outline: 1px dashed currentColor; outline-offset: -1px; }
.badge.plain, .tag { color: var(--soft); background: var(--unknown-bg); }
.tag { margin: 0 .25rem .125rem 0; max-width: 100%; }

.findings + .findings { margin-top: 1.5rem; }
.findings > .lead { margin-bottom: .75rem; font-size: .875rem; }
.finding { border: 1px solid var(--line); border-left: 4px solid var(--unknown); background: var(--surface); border-radius: 10px; padding: 1rem 1.25rem; box-shadow: var(--shadow); }
.finding + .finding { margin-top: .75rem; }
.finding.bad { border-left-color: var(--bad-fill); }
.finding.warn { border-left-color: var(--warn-fill); }
.finding.unknown { border-left-style: dashed; }
.text code { background: var(--sunken); border-radius: 5px; padding: .0625rem .3125rem; }
.kind { color: var(--soft); font-weight: 400; }
.finding li { padding-top: .625rem; }
.finding li + li { margin-top: .75rem; border-top: 1px solid var(--line); }
.what { padding-right: .5rem; } /* room for the end of what goes on in the next line */
.property { font-weight: 600; margin-left: .25rem; }
.change { font-family: var(--mono); font-size: .8125rem; }
.change del, .change ins { text-decoration: none; border-radius: 6px; padding: .125rem .4375rem; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
.change del { color: var(--bad); background: var(--bad-bg); }
.change ins { color: var(--ok); background: var(--ok-bg); }
.arrow { color: var(--soft); }
.reasons { display: grid; gap: .125rem; margin-top: .5rem; font-size: .875rem; }
.reasons > div { display: grid; grid-template-columns: 4.5rem minmax(0, 1fr); gap: .75rem; }
.reasons dt { color: var(--soft); }
.reasons .line { color: var(--ink); font-size: .8125rem; }

.map { display: flex; flex-wrap: wrap; gap: 5px; margin: .25rem 0 .875rem; }
.map a, .legend-line i { width: 15px; height: 15px; border-radius: 4px; border: 2px solid var(--fill); }
.dots .on { background: var(--fill); }
.dots .off { border-color: var(--soft); opacity: .75; }
.dots .blocking { border-color: var(--bad-fill); opacity: 1; }
.dots .on.blocking { background: var(--bad-fill); }
.dots .advisory { border-color: var(--warn-fill); opacity: 1; }
.dots .on.advisory { background: var(--warn-fill); }
.dots .not-evaluated { border-style: dashed; background: none; opacity: 1; }
.map a:hover { outline: 2px solid var(--ink); outline-offset: 1px; }

.facts { display: grid; gap: .3125rem; font-size: .875rem; }
.facts > div { display: grid; grid-template-columns: 5.75rem minmax(0, 1fr); gap: .75rem; }
.facts dt { color: var(--soft); }
.facts + .line { margin-top: .5rem; }
.limits > div { border-top: 1px solid var(--line); padding-top: .3125rem; }
.limits > div:first-child { border-top: 0; padding-top: 0; }
.limits dd { display: grid; grid-template-columns: 8rem minmax(0, 1fr) auto; gap: 0 1rem; align-items: baseline; }
.limits .value { font-weight: 600; }
.limits .value:last-child { grid-column: 1 / -1; }
.limits .value + .line { grid-column: 2 / -1; justify-self: end; }

#filter { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; margin-bottom: .75rem; font-size: .875rem; }
#filter label > span { display: block; color: var(--soft); font-size: .8125rem; margin-bottom: .1875rem; }
#filter .search { flex: 1 1 14rem; }
#filter .only { display: flex; gap: .375rem; align-items: center; height: 2.25rem; }
#filter .only span { margin: 0; color: var(--ink); font-size: .875rem; }
#filter input[type=search], #filter select, #filter button { font: inherit; color: inherit; background: var(--surface); border: 1px solid var(--line); border-radius: 9px; height: 2.25rem; padding: 0 .625rem; width: 100%; }
#filter button { width: auto; color: var(--soft); cursor: pointer; }
#filter button:hover { color: var(--ink); background: var(--sunken); }
#filter p { margin-left: auto; line-height: 2.25rem; color: var(--soft); }
#filter input::placeholder { color: var(--soft); opacity: 1; }
.agents { border: 1px solid var(--line); border-radius: 14px; background: var(--surface); box-shadow: var(--shadow); overflow: hidden; }
.agent-head, .agents summary { display: grid; grid-template-columns: minmax(0, 2.5fr) 3.25rem 8.25rem 5rem 7.5rem 4.5rem 5rem 3.25rem; gap: .75rem; align-items: center; padding: .5rem 1.25rem .5rem 2.25rem; }
.agent-head { color: var(--soft); font-size: .8125rem; border-bottom: 1px solid var(--line); background: var(--sunken); }
.agents li + li { border-top: 1px solid var(--line); }
.agents summary { cursor: pointer; list-style: none; position: relative; font-size: .875rem; }
.agents summary::-webkit-details-marker { display: none; }
.agents summary::before { content: ""; position: absolute; left: 1.125rem; top: 1.0625rem; width: 6px; height: 6px; border: solid var(--soft); border-width: 1.5px 1.5px 0 0; transform: rotate(45deg); transition: transform .12s; }
.agents details[open] > summary::before { transform: rotate(135deg); }
.agents summary:hover { background: var(--sunken); }
.agents summary:focus-visible { outline-offset: -2px; }
.agents details[open] > summary { background: var(--accent-soft); }
.who { min-width: 0; } .name { font-weight: 600; display: block; } .name .badge { margin-left: .5rem; }
.role { display: block; color: var(--soft); font-size: .8125rem; line-height: 1.35; }
.cell { overflow-wrap: normal; } .key { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.inside { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 1.5rem 2rem; padding: 1.125rem 1.25rem 1.375rem 2.25rem; border-top: 1px solid var(--line); }
.inside .wide { grid-column: 1 / -1; }
.inside h3 { margin-bottom: .5rem; }
.inside pre { margin: .375rem 0 .5rem; font-size: .75rem; }

table { width: 100%; table-layout: fixed; border-collapse: separate; border-spacing: 0; border: 1px solid var(--line); border-radius: 14px; background: var(--surface); box-shadow: var(--shadow); font-size: .875rem; overflow: hidden; }
thead th { color: var(--soft); font-weight: 400; font-size: .8125rem; background: var(--sunken); text-align: left; vertical-align: bottom; line-height: 1.3; overflow-wrap: normal; }
th, td { padding: .625rem .75rem; vertical-align: top; text-align: left; font-weight: 400; }
th:first-child { padding-left: 1.25rem; } td:last-child, thead th:last-child { padding-right: 1.25rem; }
th.number, td.number { text-align: right; }
tbody th, tbody td { border-top: 1px solid var(--line); }
tbody tr:target > *, li:target { background: var(--accent-soft); }
td code { font-size: .75rem; }
td summary, th summary { cursor: pointer; color: var(--accent); font-size: .8125rem; }
table pre { margin-top: .25rem; font-size: .75rem; }
#services th:nth-child(1) { width: 24%; } #services th:nth-child(2) { width: 20%; } #services th:nth-child(4) { width: 12.5%; }
#services th:nth-child(5), #services th:nth-child(6) { width: 11%; }
#rules th { width: 10%; } #rules th:nth-child(1) { width: auto; } #rules th:nth-child(2) { width: 15.5%; }
#rules th:nth-child(3) { width: 14%; } #rules th:nth-child(4), #rules th:nth-child(5) { width: 8%; } #rules th:nth-child(7) { width: 11.5%; }
#alerts th { width: 10%; } #alerts th:nth-child(1) { width: auto; } #alerts th:nth-child(3) { width: 24%; } #alerts th:nth-child(4) { width: 7%; } #alerts th:nth-child(5) { width: 12%; }

.waves { display: grid; }
.waves > li { position: relative; padding: 0 0 1.5rem 2rem; }
.waves > li::before { content: ""; position: absolute; left: 0; top: .3125rem; width: 13px; height: 13px; border-radius: 50%; border: 3px solid var(--fill); background: var(--bg); }
.waves > li::after { content: ""; position: absolute; left: 6px; top: 1.375rem; bottom: -.0625rem; width: 1px; background: var(--line); }
.waves > li:last-child::after { display: none; } .waves > li:last-child { padding-bottom: 0; }
.members { display: grid; grid-template-columns: 5.5rem minmax(0, 1fr); gap: .75rem; margin-top: .375rem; }
.members p { color: var(--soft); font-size: .8125rem; line-height: 1.75rem; }
.members ul { display: flex; flex-wrap: wrap; gap: .375rem; }
.chip { display: block; border: 1px solid var(--line); background: var(--surface); color: var(--ink); border-radius: 8px; padding: 0 .5625rem; font-size: .8125rem; line-height: 1.6875rem; }
.chip.service { background: var(--accent-soft); border-color: transparent; }

.shares { display: block; border-radius: 5px; margin: .625rem 0; }
.shares rect { stroke: var(--surface); stroke-width: 1.5; }
.shares .high_performance { fill: var(--high_performance); } .shares .standard { fill: var(--standard); } .shares .specialized { fill: var(--specialized); }
.swatch { width: 10px; height: 10px; border-radius: 3px; align-self: center; }
.swatch.high_performance { background: var(--high_performance); } .swatch.standard { background: var(--standard); } .swatch.specialized { background: var(--specialized); }
.legend { display: grid; gap: .25rem; margin-bottom: .625rem; font-size: .875rem; }
.legend li { display: grid; grid-template-columns: 10px minmax(0, 1fr) auto; gap: 0 .5rem; }
.legend .why { grid-column: 2 / -1; }
#made pre { margin-top: 1rem; }

@media (max-width: 68rem) {
  .layout { grid-template-columns: minmax(0, 1fr); gap: 1.75rem; }
  nav { position: static; }
  nav ul { display: flex; flex-wrap: wrap; gap: .25rem; }
  nav a { margin: 0; border: 1px solid var(--line); background: var(--surface); }
  .tiles { grid-template-columns: repeat(3, minmax(0, 1fr)); }
  .tile { border-top: 1px solid var(--line); margin-top: -1px; }
  .agent-head { display: none; }
  .agents summary { display: flex; flex-wrap: wrap; gap: .125rem .875rem; }
  .who { flex: 1 0 100%; }
  .key { position: static; width: auto; height: auto; clip-path: none; color: var(--soft); }
  .cell { font-size: .8125rem; text-align: left; }
  .inside { grid-template-columns: minmax(0, 1fr); }
}
@media (max-width: 48rem) {
  .top { padding: 1.5rem 1rem 1.25rem; } .layout { padding: 0 1rem 3rem; }
  .verdict { flex: 1 0 100%; }
  main { gap: 2.25rem; }
  .tiles { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .cards.two, .cards.three { grid-template-columns: minmax(0, 1fr); }
  .limits dd { display: block; }
  .agents summary { padding-right: 1rem; } .inside { padding-left: 1rem; padding-right: 1rem; }
  #filter label { flex: 1 1 8rem; min-width: 0; } #filter .search { flex-basis: 100%; }
  .members { grid-template-columns: minmax(0, 1fr); gap: .125rem; }
  .finding { padding: .875rem 1rem; }
  .reasons > div { grid-template-columns: 4.25rem minmax(0, 1fr); }
  table { border: 0; background: none; box-shadow: none; border-radius: 0; overflow: visible; }
  table, tbody, tr, tbody th, td { display: block; width: auto !important; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tbody tr { border: 1px solid var(--line); border-radius: 12px; background: var(--surface); padding: .75rem 1rem; }
  tbody tr + tr { margin-top: .75rem; }
  tbody th, tbody td, th:first-child { border: 0; padding: .125rem 0; }
  tbody td { display: grid; grid-template-columns: 6.5rem minmax(0, 1fr); gap: .75rem; }
  td:last-child { padding-right: 0; }
  td::before { content: attr(data-head); color: var(--soft); font-size: .8125rem; }
  td.number { text-align: left; }
  td.none { display: none; }
}
@media (prefers-reduced-motion: reduce) { .agents summary::before { transition: none; } }
@media print {
  :root { --bg: #fff; --shadow: none; }
  nav, #filter, .skip { display: none !important; }
  .layout { display: block; padding: 0; } .top { padding: 0 0 1rem; } section { margin-bottom: 1.5rem; }
  .card, .finding, .agents li, tbody tr, .waves > li { break-inside: avoid; } h2, h3 { break-after: avoid; }
  body { font-size: 10pt; } * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
