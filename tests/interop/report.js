/** Counts outcomes and prints a line for each, failures with their reasons beneath. */
export class Report {
  passed = 0;
  failed = 0;

  /** @param {string} name a sentence @param {string[]} reasons none: it holds */
  add(name, reasons) {
    if (reasons.length === 0) {
      this.passed += 1;
      console.log(`ok      ${name}`);
      return;
    }

    this.failed += 1;
    console.log(`FAILED  ${name}`);
    for (const reason of reasons) console.log(`        ${reason}`);
  }

  summary() {
    return `${this.passed} passed, ${this.failed} failed`;
  }
}
