/** Counts outcomes and prints a line for each, the reasons of a failure below it; tests/run-project reads the lines. */
export class Report {
  passed = 0;
  failed = 0;

  /** @param {string} name a sentence @param {string[]} reasons none: it holds */
  add(name, reasons) {
    if (reasons.length === 0) {
      this.passed += 1;
      console.log(`passed ${name}`);
      return;
    }

    this.failed += 1;
    console.log(`failed ${name}`);
    for (const reason of reasons) console.log(`  ${reason}`);
  }

  summary() {
    return `Test run summary:\n  failed: ${this.failed}\n  succeeded: ${this.passed}`;
  }
}
