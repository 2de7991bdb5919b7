using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Reading.References;

namespace SocialContract.Contract.Reading.Grammar;

/// <summary>Checks that no parameter appears twice in a list (OpenAPI 3.1, section 4.8.10).</summary>
internal static class ParameterListConstraints
{
    public static void Run(ObjectVisit visit, DocumentNode owner)
    {
        var seen = new HashSet<(string?, string?)>();
        foreach (var entry in owner.Member("parameters")?.Elements() ?? [])
        {
            if (visit.Walk.Documents.Follow(entry) is { } parameter
                && parameter.Text("name") is { } name
                && parameter.Text("in") is { } location
                && !seen.Add((location == "header" ? name.ToLowerInvariant() : name, location)))
            {
                visit.Warn(
                    DiagnosticCodes.ParameterTwice,
                    entry,
                    $"the {location} parameter {ValueWords.Shorten(name)} appears twice in this list; the first is used");
            }
        }
    }
}
