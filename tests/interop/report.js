/** Counts outcomes and prints a line for each, the reasons of a failure below it; tests/run-project reads the lines. */
export class Report {
  passed = 0;
  failed = 0;
  skipped = 0;

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

  /** @param {string} name a sentence @param {string} reason what to do to have it checked */
  skip(name, reason) {
    this.skipped += 1;
    console.log(`skipped ${name}\n  ${reason}`);
  }

  summary() {
    return `Test run summary:\n  failed: ${this.failed}\n  succeeded: ${this.passed}\n  skipped: ${this.skipped}`;
  }
}
