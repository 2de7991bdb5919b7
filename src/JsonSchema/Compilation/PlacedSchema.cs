using System.Text.Json;
using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.JsonSchema.Compilation;

/// <summary>A schema with its place in a document, the schemas that it applies, and its faults: what the compilation knows of it.</summary>
internal sealed class PlacedSchema(Place place) : SchemaNode
{
    public const int UnknownHeight = -1;
    public const int OnPath = -2;

    public override SchemaLocation Location => place.Location;

    public override string AbsoluteUri =>
        place.Resource.BaseUri + "#" + UriText.EscapeFragment(place.Pointer.AsSpan(place.Resource.Pointer.Length));

    public IReadOnlyList<SchemaEdge> Edges { get; set; } = [];

    public IReadOnlyList<SchemaFault> Faults { get; set; } = [];

    /// <summary>
    /// The length of the longest chain of schemas from here that apply each other to one instance location; <see cref="UnknownHeight"/>
    /// until <see cref="Progress"/> visits the schema, <see cref="OnPath"/> while it follows the schema's edges.
    /// </summary>
    public int Height { get; set; } = UnknownHeight;

    /// <summary>Whether everything that can be reached from here is known to be without fault.</summary>
    public bool IsClean { get; set; }

    /// <summary>Records that another keyword applies the schema.</summary>
    public void Share() => IsShared = true;

    /// <summary>Adds a fault that shows only once other schemas are known.</summary>
    public void Fault(SchemaFault fault) => Faults = [.. Faults, fault];

    public override IEnumerable<(string Keyword, JsonElement Value)> Annotations()
    {
        var dialect = place.Resource.Dialect;
        if (place.Element.ValueKind != JsonValueKind.Object || (dialect.RefReplacesSiblings && place.Element.TryGetProperty("$ref", out _)))
        {
            yield break;
        }

        foreach (var member in place.Element.EnumerateObject())
        {
            if (dialect.TryFind(member.Name, out var keyword) ? keyword.IsAnnotation : dialect.AnnotatesUnknown)
            {
                yield return (member.Name, member.Value);
            }
        }
    }
}

/// <summary>The use of a schema by another schema.</summary>
/// <param name="Site">The keyword that applies the target.</param>
/// <param name="Target">The schema that is applied.</param>
/// <param name="InPlace">Whether it is applied to the same instance location, so that a cycle of such edges would never end.</param>
internal sealed record SchemaEdge(KeywordSite Site, PlacedSchema Target, bool InPlace);
