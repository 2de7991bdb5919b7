using System.CommandLine;
using SocialContract.Verification.Reporting;

namespace SocialContract.Cli.Options;

/// <summary><c>--report FORMAT=FILE</c>, repeatable; each report has a file of its own.</summary>
internal static class ReportOption
{
    public static Option<ReportRequest[]> Create() => new("--report")
    {
        Description = "Write a report (repeatable).",
        HelpName = "junit|html|json|sarif|markdown=FILE",
        CustomParser = result =>
        {
            var requests = new Dictionary<string, ReportRequest>(StringComparer.Ordinal);
            foreach (var token in result.Tokens)
            {
                switch (ReportRequest.Parse(token.Value))
                {
                    case ReportRequestResult.Refused refused:
                        result.AddError($"--report {token.Value}: {refused.Message}.");
                        break;
                    case ReportRequestResult.Accepted { Request: var request }
                        when !requests.TryAdd(Path.GetFullPath(request.File), request):
                        result.AddError($"--report writes two reports to {request.File}; give each a file of its own.");
                        break;
                }
            }

            return [.. requests.Values];
        },
    };
}
