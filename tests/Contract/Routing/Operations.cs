using SocialContract.Contract.Model;
using SocialContract.Contract.Provenances;

namespace SocialContract.Contract.Tests.Routing;

/// <summary>Operations that have a method, a path and base paths, and nothing else that a router looks at.</summary>
internal static class Operations
{
    /// <summary>Each line is <c>METHOD /path</c>, with its base paths behind it.</summary>
    public static IReadOnlyList<Operation> Of(params string[] lines) => [.. lines.Select(Parse)];

    private static Operation Parse(string line)
    {
        var words = line.Split(' ');
        return new Operation
        {
            Id = $"{words[0]} {words[1]}",
            Method = words[0],
            Path = words[1],
            Parameters = [],
            Responses = [],
            Security = [],
            BasePaths = words[2..],
            Faults = [],
            Source = RuleSource.Stated,
            Node = default,
        };
    }
}
