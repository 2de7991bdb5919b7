using System.Collections.Frozen;

namespace SocialContract.JsonSchema.Dialects;

/// <summary>
/// Where a document that is not itself a schema holds schemas, so that their <c>$id</c> and anchors are found. Every object is searched
/// except the values of <see cref="Opaque"/> members.
/// </summary>
/// <param name="Schemas">Names of members whose value is a schema.</param>
/// <param name="SchemaMaps">Names of members whose value is an object with schemas as members.</param>
/// <param name="Opaque">Names of members that hold data.</param>
/// <param name="OpaquePrefix">A member whose name starts with this prefix holds data; empty for none.</param>
public sealed record DocumentLayout(
    FrozenSet<string> Schemas, FrozenSet<string> SchemaMaps, FrozenSet<string> Opaque, string OpaquePrefix = "")
{
    internal bool IsOpaque(string name) =>
        Opaque.Contains(name) || (OpaquePrefix.Length > 0 && name.StartsWith(OpaquePrefix, StringComparison.Ordinal));
}
