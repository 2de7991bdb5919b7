using System.Collections.Frozen;

namespace SocialContract.JsonSchema;

/// <summary>
/// Where a document that is not itself a schema holds schemas, so that their <c>$id</c> and anchors are found: every object is searched
/// except below <see cref="Opaque"/> names.
/// </summary>
/// <param name="Schemas">Names of members whose value is a schema.</param>
/// <param name="SchemaMaps">Names of members whose value is an object with schemas as members.</param>
/// <param name="Opaque">Names of members that hold data.</param>
/// <param name="OpaquePrefix">Members whose names start so hold data; empty for none.</param>
public sealed record DocumentLayout(
    FrozenSet<string> Schemas, FrozenSet<string> SchemaMaps, FrozenSet<string> Opaque, string OpaquePrefix = "");
