using System.Text.Json;
using SocialApi.JsonSchema.Compilation;
using SocialApi.JsonSchema.Evaluation;

namespace SocialApi.JsonSchema.Keywords;

/// <summary><c>type</c> (validation 6.1.1). The verdict is the <see cref="SchemaNode"/>'s own, before anything else is asked.</summary>
internal sealed class TypeNode(KeywordSite site, Kinds types, string names, bool strictIntegers) : KeywordNode(site)
{
    public Kinds Types { get; } = types;

    /// <summary>Draft 4 (3.5): an integer is a number without a fraction or exponent part.</summary>
    public bool StrictIntegers { get; } = strictIntegers;

    public override Kinds Applies => Kinds.Any;

    public override bool IsAsked => false;

    /// <param name="nullableBy">A sibling that adds null where it is true, instead of an array of types; null for none.</param>
    public static Keyword Keyword(string? nullableBy, bool strictIntegers) =>
        new("type", SubschemaShape.None, context => Create(context, nullableBy, strictIntegers));

    public override void Explain(Explainer explainer, ref Evaluator evaluator, int index)
    {
        if (!Site.Schema.IsAllowedType(ref evaluator, index))
        {
            explainer.Report(Site, ref evaluator, index, names);
        }
    }

    private static TypeNode? Create(KeywordContext context, string? nullableBy, bool strictIntegers)
    {
        var listed = context.Value.ValueKind switch
        {
            JsonValueKind.String => [context.Value.GetString()!],
            JsonValueKind.Array when nullableBy is null && KeywordContext.TryNames(context.Value, out var several) && several.Count > 0 => several,
            _ => [],
        };
        if (listed.Count == 0)
        {
            context.Unexpected(nullableBy is null ? "the name of a type or an array of such names" : $"the name of one type; null is added by '{nullableBy}'");
            return null;
        }

        var types = Kinds.None;
        foreach (var name in listed)
        {
            var kind = KindOf(name);
            types |= kind;
            if (kind == Kinds.None)
            {
                context.Fault($"Expected one of null, boolean, object, array, number, string and integer, found '{name}'. Correct the name.");
                return null;
            }
        }

        if (nullableBy is not null && context.TrySibling(nullableBy, out var nullable) && nullable.Value.ValueKind == JsonValueKind.True)
        {
            types |= Kinds.Null;
            listed.Add("null");
        }

        return new(context.Site, types, NamesOf(listed), strictIntegers);
    }

    private static Kinds KindOf(string name) => name switch
    {
        "null" => Kinds.Null,
        "boolean" => Kinds.Boolean,
        "object" => Kinds.Object,
        "array" => Kinds.Array,
        "number" => Kinds.Number,
        "string" => Kinds.String,
        "integer" => Kinds.Integer,
        _ => Kinds.None,
    };

    private static string NamesOf(List<string> listed) => string.Join(" or ", listed.Distinct(StringComparer.Ordinal).Select(name => name switch
    {
        "null" => "null",
        "array" or "object" or "integer" => "an " + name,
        _ => "a " + name,
    }));
}
