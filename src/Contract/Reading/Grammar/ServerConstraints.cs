using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Model;
using SocialContract.Contract.Reading.References;

namespace SocialContract.Contract.Reading.Grammar;

/// <summary>Checks the variables of a server's URL (OpenAPI 3.1, sections 4.8.5 and 4.8.6).</summary>
internal static class ServerConstraints
{
    public static void Run(ObjectVisit visit)
    {
        var variables = visit.Node.Member("variables")?.Members().ToList() ?? [];
        var described = variables.Select(variable => variable.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var name in PathTemplate.Names(visit.Node.Text("url") ?? "").Distinct(StringComparer.Ordinal))
        {
            if (!described.Contains(name) && !visit.Walk.IsFull)
            {
                visit.Warn(
                    DiagnosticCodes.ServerVariable,
                    visit.Node.Member("url")!.Value,
                    $"the server's URL has a variable {ValueWords.Shorten(name)} that variables does not describe",
                    visit.Walk.Nearest(name, described));
            }
        }

        foreach (var (name, variable) in variables)
        {
            if (variable.Text("default") is { } text
                && variable.Member("enum") is { } allowed
                && allowed.Elements().All(element => element.Value.ToString() != text))
            {
                visit.Warn(
                    DiagnosticCodes.ServerVariable,
                    variable.Member("default")!.Value,
                    $"the default of the variable {name} is not in its enum",
                    visit.Walk.Nearest(text, allowed.Elements().Select(element => element.Value.ToString())));
            }
        }
    }
}
