namespace SocialContract.Verification.Tests.Reporting;

/// <summary>WCAG 2.2, success criterion 1.4.3, computed in the page from the colours that the browser uses.</summary>
internal static class Contrast
{
    /// <summary>
    /// An expression: every text whose contrast with the nearest opaque ground behind it is below 4.5, as <c>ratio tag.class: text</c>.
    /// </summary>
    public const string FaintTexts = """
        (() => {
          document.querySelectorAll('details').forEach(details => details.open = true);
          const channels = color => color.match(/[\d.]+/g).map(Number);
          const luminance = color => {
            const [r, g, b] = channels(color).slice(0, 3).map(value => value / 255).map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const opaque = color => channels(color).length === 3 || channels(color)[3] === 1;
          const ground = element => {
            for (let at = element; at !== null; at = at.parentElement) {
              const color = getComputedStyle(at).backgroundColor;
              if (opaque(color)) return color;
            }
            return 'rgb(255, 255, 255)';
          };
          const faint = [];
          for (const element of document.body.querySelectorAll('*')) {
            const own = [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE && node.textContent.trim() !== '');
            if (own.length === 0 || element.getClientRects().length === 0) continue;
            const [text, behind] = [luminance(getComputedStyle(element).color), luminance(ground(element))];
            const ratio = (Math.max(text, behind) + 0.05) / (Math.min(text, behind) + 0.05);
            if (ratio < 4.5) faint.push(`${ratio.toFixed(2)} ${element.tagName}.${element.className}: ${own[0].textContent.trim().slice(0, 40)}`);
          }
          return faint;
        })()
        """;
}
