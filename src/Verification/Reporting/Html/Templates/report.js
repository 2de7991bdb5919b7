'use strict';
(() => {
  const form = document.getElementById('filters');
  document.documentElement.classList.add('scripting');
  const checks = [...document.querySelectorAll('tbody.check')].map(row => ({ row, operation: row.closest('.operation'), text: '' }));
  const operations = [...document.querySelectorAll('.operation')];

  const ticked = group => new Set([...form.querySelectorAll(`.${group} input:checked`)].map(box => box.value));

  function matches(check, outcomes, sources, operation, words) {
    const { outcome, source } = check.row.dataset;
    return (outcomes.size === 0 || outcomes.has(outcome))
      && (sources.size === 0 || sources.has(source))
      && (operation === '0' || check.operation.id === `operation-${operation}`)
      && words.every(word => check.text.includes(word));
  }

  function filter() {
    const words = form.querySelector('#text').value.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length > 0 && checks[0].text === '') {
      for (const check of checks) check.text = `${check.operation.querySelector('h2').textContent} ${check.row.textContent}`.toLowerCase();
    }
    const [outcomes, sources, operation] = [ticked('outcome'), ticked('source'), form.querySelector('#operation').value];
    let shown = 0;
    for (const check of checks) {
      const visible = matches(check, outcomes, sources, operation, words);
      check.row.hidden = !visible;
      if (visible) shown++;
    }
    for (const section of operations) section.hidden = section.querySelector('tbody.check:not([hidden])') === null;
    const noun = checks.length === 1 ? 'check' : 'checks';
    form.querySelector('#shown').textContent = shown === checks.length ? `${shown} ${noun}` : `${shown} of ${checks.length} ${noun}`;
  }

  // A link to something filtered or folded away shows it.
  function reveal() {
    const target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    if (target === null) return;
    if (form !== null && target.closest('[hidden]') !== null) {
      form.reset();
      filter();
    }
    const folded = target.matches('details') ? target : target.querySelector('.evidence details') ?? target.querySelector('details');
    if (folded !== null && target.matches('details, tbody')) folded.open = true;
    target.scrollIntoView();
  }

  if (form !== null) {
    form.addEventListener('input', filter);
    form.addEventListener('submit', event => event.preventDefault());
    form.addEventListener('reset', () => setTimeout(filter));
    filter();
  }
  addEventListener('hashchange', reveal);
  reveal();
})();
