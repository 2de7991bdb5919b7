namespace SocialContract.Contract.Keywords;

/// <summary>A value of <c>format</c>: what it says about values, and how it is broken.</summary>
/// <param name="Name">Its name in documents. Every version of OpenAPI leaves the list of formats open, so that it applies in each.</param>
/// <param name="AppliesTo">The types that it restricts; values of other types always have the format.</param>
internal sealed record SchemaFormat(string Name, ValueTypes AppliesTo)
{
    /// <summary>Whether validation checks it; otherwise it only describes values, and has no rule.</summary>
    public bool IsAsserted => WrongValues.Count > 0;

    /// <summary>JSON texts that do not have the format, the most specific first; empty if every value has it.</summary>
    public required IReadOnlyList<string> WrongValues { get; init; }

    /// <summary>The least and the greatest number; null for formats of strings.</summary>
    public (string Least, string Greatest)? Range { get; init; }

    /// <summary>Whether only integers have it.</summary>
    public bool IsOfIntegers { get; init; }
}
