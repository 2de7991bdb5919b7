using System.Text.Json;
using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Keywords;

/// <summary>
/// A keyword of a dialect. The keywords of the specifications are found by name in a standard dialect; the factories here make those that
/// other vocabularies need.
/// </summary>
public sealed class Keyword
{
    internal Keyword(string name, SubschemaShape shape, Func<KeywordContext, KeywordNode?>? compile)
    {
        (Name, Token, Shape, Compile) = (name, "/" + Pointers.Escape(name), shape, compile);
    }

    /// <summary>The name of the member in a schema.</summary>
    public string Name { get; }

    /// <summary>The name as a part of a pointer: <c>/name</c>.</summary>
    internal string Token { get; }

    internal bool IsBranchHint { get; private init; }

    internal SubschemaShape Shape { get; }

    internal bool IsAnnotation { get; private init; }

    /// <summary>
    /// Makes the node for a schema that has the keyword; returns null where the keyword has no effect there. Null for a keyword that never
    /// has an effect.
    /// </summary>
    internal Func<KeywordContext, KeywordNode?>? Compile { get; }

    /// <summary>A keyword that asserts nothing: its value is an annotation (JSON Schema core 7.7).</summary>
    public static Keyword Annotation(string name) => new(name, SubschemaShape.None, compile: null) { IsAnnotation = true };

    /// <summary>
    /// <c>type</c> with a single name that allows null as well where a sibling keyword is true: OpenAPI 3.0's <c>nullable</c>.
    /// </summary>
    /// <param name="nullableBy">The sibling's name.</param>
    /// <param name="strictIntegers">Whether a number written with a fraction or exponent is not an integer, as in draft 4.</param>
    public static Keyword NullableType(string nullableBy, bool strictIntegers) => TypeNode.Keyword(nullableBy, strictIntegers);

    /// <summary>
    /// A keyword that does not change the verdict but selects the branch of a sibling <c>oneOf</c> or <c>anyOf</c> that an instance is
    /// meant for, so that the violations of that branch are reported: OpenAPI's <c>discriminator</c>.
    /// </summary>
    /// <param name="name">The keyword's name.</param>
    /// <param name="select">
    /// Given the keyword's value and the instance: references to the branch, as its <c>$ref</c> may be written. The first that a branch has
    /// counts; without one, no branch is selected.
    /// </param>
    public static Keyword BranchHint(string name, Func<JsonElement, JsonCursor, IEnumerable<string>> select) =>
        new(name, SubschemaShape.None, context => new BranchHintNode(context, select)) { IsBranchHint = true };

    /// <summary>A keyword that the compilation ignores, such as an identifier (core 8).</summary>
    internal static Keyword Ignored(string name) => new(name, SubschemaShape.None, compile: null);

    /// <summary><c>$defs</c> (core 8.2.4) or <c>definitions</c>: schemas that only references apply.</summary>
    internal static Keyword Definitions(string name) => new(name, SubschemaShape.Map, compile: null);
}
