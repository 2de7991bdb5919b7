using System.Text.Json;
using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Keywords;

/// <summary><c>type</c> (validation 6.1.1). <see cref="SchemaNode"/> gives the verdict itself, before it evaluates assertions.</summary>
internal sealed class TypeNode(KeywordSite site, Kinds types, bool strictIntegers) : KeywordNode(site)
{
    public Kinds Types { get; } = types;

    /// <summary>Draft 4 (3.5): an integer is a number without a fraction or exponent part.</summary>
    public bool StrictIntegers { get; } = strictIntegers;

    public override Kinds Applies => Kinds.Any;

    public override bool IsAsserted => false;

    /// <param name="nullableBy">A sibling keyword that adds null where it is true, instead of an array of types; null for none.</param>
    public static Keyword Keyword(string? nullableBy, bool strictIntegers) =>
        new("type", SubschemaShape.None, context => Create(context, nullableBy, strictIntegers));

    public override void Explain(Explainer explainer, ref Evaluator evaluator, int index)
    {
        if (!Site.Schema.IsAllowedType(ref evaluator, index))
        {
            explainer.Report(Site, ref evaluator, index, Expected());
        }
    }

    private static TypeNode? Create(KeywordContext context, string? nullableBy, bool strictIntegers)
    {
        var types = Kinds.None;
        if (context.Value.ValueKind == JsonValueKind.String)
        {
            types = KindOf(context, context.Value);
        }
        else if (nullableBy is null && context.Value.ValueKind == JsonValueKind.Array && context.Value.GetArrayLength() > 0)
        {
            foreach (var name in context.Value.EnumerateArray())
            {
                types |= KindOf(context, name);
            }
        }
        else
        {
            context.Unexpected(nullableBy is null
                ? "the name of a type or an array of such names"
                : $"the name of one type; null is added by '{nullableBy}'");
        }

        if (types == Kinds.None)
        {
            return null;
        }

        if (nullableBy is not null && context.TrySibling(nullableBy, out var nullable) && nullable.Value.ValueKind == JsonValueKind.True)
        {
            types |= Kinds.Null;
        }

        return new(context.Site, types, strictIntegers);
    }

    /// <summary>The kind of a type's name. Any other value is a fault, and the result is none.</summary>
    private static Kinds KindOf(KeywordContext context, JsonElement name)
    {
        var kind = name.ValueKind == JsonValueKind.String ? KindOf(name.GetString()!) : Kinds.None;
        if (kind == Kinds.None)
        {
            context.Fault(
                "Expected one of null, boolean, object, array, number, string and integer, "
                + $"found {Describe.Json(name.GetRawText())}. Correct the name.");
        }

        return kind;
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

    private string Expected()
    {
        var names = new List<string>();
        foreach (var (kind, name) in new[]
        {
            (Kinds.String, "a string"), (Kinds.Integer, "an integer"), (Kinds.Number, "a number"), (Kinds.Boolean, "a boolean"),
            (Kinds.Object, "an object"), (Kinds.Array, "an array"), (Kinds.Null, "null"),
        })
        {
            if ((Types & kind) != 0)
            {
                names.Add(name);
            }
        }

        return string.Join(" or ", names);
    }
}
