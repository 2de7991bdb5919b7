using SocialContract.Contract.Diagnostics;

namespace SocialContract.Verification.Reporting;

/// <summary>A report to write, from <c>FORMAT=FILE</c>.</summary>
/// <param name="File">As the user gave it, relative to the current folder.</param>
internal sealed record ReportRequest(ReportFormat Format, string File)
{
    private static readonly (string Name, ReportFormat Format)[] Formats =
    [
        ("junit", ReportFormat.JUnit),
        ("html", ReportFormat.Html),
        ("json", ReportFormat.Json),
        ("sarif", ReportFormat.Sarif),
        ("markdown", ReportFormat.Markdown),
    ];

    /// <summary>Reads <c>FORMAT=FILE</c>. Formats are lower case; everything after the first <c>=</c> is the file.</summary>
    public static ReportRequestResult Parse(string argument)
    {
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? argument : argument[..equals];
        var known = Formats.Where(format => format.Name == name).ToList();
        if (known.Count == 0)
        {
            var nearest = NearestName.Find(name, Formats.Select(format => format.Name));
            var hint = nearest is null ? "" : $" (did you mean {nearest}?)";
            return Refused($"'{name}' is not a format{hint}; the formats are {Names()}, as in html=report.html");
        }

        return equals < 0 || equals == argument.Length - 1
            ? Refused($"the file is missing, as in {name}=FILE (formats: {Names()})")
            : new ReportRequestResult.Accepted(new ReportRequest(known[0].Format, argument[(equals + 1)..]));
    }

    private static string Names() => $"{string.Join(", ", Formats.SkipLast(1).Select(format => format.Name))} and {Formats[^1].Name}";

    private static ReportRequestResult.Refused Refused(string message) => new(message);
}
