// Validates every page of a folder, in the order of the names, and prints for each the list of its faults as JSON.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const validator = new HtmlValidate(new StaticConfigLoader({
  root: true,
  extends: ["html-validate:standard", "html-validate:document", "html-validate:a11y"],
  rules: {
    // What a page loads is this service's own, at an address that has its hash.
    "require-sri": ["error", { target: "crossorigin" }],
    // A button in a form sends it: the standard's own default is meant.
    "no-implicit-button-type": "off",
    // ARIA 1.2 lets these be named; axe judges where it helps.
    "aria-label-misuse": ["error", { allowAnyNamable: true }],
  },
}));

const folder = process.argv[2];
const faults = [];
for (const name of readdirSync(folder).sort()) {
  const report = await validator.validateString(readFileSync(join(folder, name), "utf8"), name);
  faults.push(report.results.flatMap(result => result.messages).map(fault => `${fault.line}:${fault.column} ${fault.ruleId}: ${fault.message}`));
}
console.log(JSON.stringify(faults));
