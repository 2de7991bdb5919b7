using System.Text.Json;
using SocialContract.JsonSchema.Compilation;
using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;
using SocialContract.JsonSchema.Keywords;

namespace SocialContract.JsonSchema;

/// <summary>
/// A keyword as a dialect knows it. The specifications' own come from a dialect (<see cref="Dialect.this[string]"/>); the factories
/// here make those that other vocabularies are built from.
/// </summary>
public sealed class Keyword
{
    internal Keyword(string name, SubschemaShape shape, Func<KeywordContext, KeywordNode?>? compile)
    {
        (Name, Token, Shape, Compile) = (name, "/" + Pointers.Escape(name), shape, compile);
    }

    /// <summary>The member's name in a schema.</summary>
    public string Name { get; }

    /// <summary>The name as a part of a pointer.</summary>
    internal string Token { get; }

    internal bool IsBranchHint { get; private init; }

    internal SubschemaShape Shape { get; }

    internal bool IsAnnotation { get; private init; }

    /// <summary>Makes the node for a schema that has the keyword, null where it is without effect there; null for one that never has any.</summary>
    internal Func<KeywordContext, KeywordNode?>? Compile { get; }

    /// <summary>A keyword that asserts nothing: its value is an annotation (JSON Schema core 7.7).</summary>
    public static Keyword Annotation(string name) => new(name, SubschemaShape.None, compile: null) { IsAnnotation = true };

    /// <summary><c>type</c> of a single name that allows null as well where a sibling keyword is true: OpenAPI 3.0's <c>nullable</c>.</summary>
    /// <param name="nullableBy">The sibling's name.</param>
    /// <param name="strictIntegers">Whether a number written with a fraction or exponent is no integer, as in draft 4.</param>
    public static Keyword NullableType(string nullableBy, bool strictIntegers) => TypeNode.Keyword(nullableBy, strictIntegers);

    /// <summary>
    /// <c>required</c> that leaves out names whose schema under <c>properties</c> (and what that refers to by <c>$ref</c>) has an
    /// annotation with the value true: OpenAPI's <c>readOnly</c> in requests.
    /// </summary>
    /// <param name="annotation">The annotation's name.</param>
    public static Keyword RequiredExcept(string annotation) => RequiredNode.Keyword(annotation);

    /// <summary>
    /// A keyword that changes no verdict, but knows which branch of a sibling <c>oneOf</c> or <c>anyOf</c> an instance is meant for,
    /// so that this branch is the one explained: OpenAPI's <c>discriminator</c>.
    /// </summary>
    /// <param name="name">The keyword's name.</param>
    /// <param name="select">
    /// Given the keyword's value and the instance: the reference of the branch, as its <c>$ref</c> may be written, or null for none.
    /// </param>
    public static Keyword BranchHint(string name, Func<JsonElement, JsonCursor, string?> select) =>
        new(name, SubschemaShape.None, context => new BranchHintNode(context, select)) { IsBranchHint = true };
}
