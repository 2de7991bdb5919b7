using System.Collections.Immutable;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Generation.Data.Schemas;

namespace SocialContract.Contract.Generation.Data.Search;

/// <summary>A value to generate.</summary>
internal sealed record ValueRequest
{
    /// <summary>The schemas that the value must satisfy, all of them.</summary>
    public required ImmutableArray<DocumentNode> Schemas { get; init; }

    /// <summary>The name of the nearest property around the value; empty at the root.</summary>
    public string Name { get; init; } = "";

    /// <summary>The index of the nearest array element around the value, by which elements differ.</summary>
    public int Ordinal { get; init; }

    /// <summary>How many elements at this index were like an earlier one, in an array whose elements must differ.</summary>
    public int Repeat { get; init; }

    /// <summary>The number of arrays and objects around the value.</summary>
    public int Depth { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>The values that examples of the parent have at this place.</summary>
    public ImmutableArray<DocumentNode> Hints { get; init; } = [];

    /// <summary>The text that a discriminator prescribes; null without a discriminator.</summary>
    public string? Discriminator { get; init; }

    /// <summary>The shape of the parent, which links to its own parent; null at the root.</summary>
    public SchemaShape? Around { get; init; }
}
