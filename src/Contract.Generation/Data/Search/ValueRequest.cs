using System.Collections.Immutable;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Generation.Data.Schemas;

namespace SocialContract.Contract.Generation.Data.Search;

/// <summary>One value that is wanted.</summary>
internal sealed record ValueRequest
{
    /// <summary>Every schema that the value must satisfy, as written.</summary>
    public required ImmutableArray<DocumentNode> Schemas { get; init; }

    /// <summary>The nearest property's name; empty at the root.</summary>
    public string Name { get; init; } = "";

    /// <summary>The nearest array element's index: elements differ by it.</summary>
    public int Ordinal { get; init; }

    /// <summary>Arrays and objects around it.</summary>
    public int Depth { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>Values that an example of the object around it has here.</summary>
    public ImmutableArray<DocumentNode> Hints { get; init; } = [];

    /// <summary>The text that a discriminator wants here.</summary>
    public string? Discriminator { get; init; }

    /// <summary>What the values around it are made from, innermost first.</summary>
    public SchemaShape? Around { get; init; }
}
