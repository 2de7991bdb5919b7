using System.Text.Json;
using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;
using SocialContract.JsonSchema.Numbers;

namespace SocialContract.JsonSchema.Compilation;

/// <summary>A keyword that is being compiled: its value, its surroundings, and what its compilation adds to the schema.</summary>
internal sealed class KeywordContext
{
    private readonly SchemaBuilder _builder;

    public KeywordContext(SchemaBuilder builder, KeywordSite site, JsonElement value)
    {
        (_builder, Site, Value) = (builder, site, value);
    }

    public KeywordSite Site { get; }

    public JsonElement Value { get; }

    public JsonElement Schema => _builder.Place.Element;

    public Dialect Dialect => _builder.Place.Resource.Dialect;

    public SchemaSettings Settings => _builder.Settings;

    public string BaseUri => _builder.Place.Resource.BaseUri;

    /// <summary>Another keyword of the same schema, unless the dialect does not know it or it is to be left out.</summary>
    public bool TrySibling(string name, out KeywordContext sibling)
    {
        sibling = this;
        if (!Schema.TryGetProperty(name, out var value) || !_builder.IsKeyword(name))
        {
            return false;
        }

        sibling = new(_builder, Site.Sibling(name), value);
        return true;
    }

    /// <summary>Whether one name of this keyword is to be left out.</summary>
    public bool Skips(string property) => Settings.Skip?.Invoke(Site.Location, property) == true;

    /// <param name="message">One sentence or two: what was expected, what was found, what to do.</param>
    public void Fault(string message) => _builder.Fault(new(Site.Location, Site.Keyword, message));

    /// <summary>Reports that the value is not what the keyword takes. Returns null, as a keyword without effect.</summary>
    public KeywordNode? Unexpected(string expected)
    {
        Fault($"Expected {expected}, found {Describe.Json(Value.GetRawText())}.");
        return null;
    }

    /// <summary>A schema that is the keyword's value or in it.</summary>
    /// <param name="tokens">The way from the keyword's value, empty for the value itself.</param>
    /// <param name="inPlace">Whether it is applied to the same instance location as this schema.</param>
    public SchemaNode Apply(JsonElement schema, string tokens, bool inPlace, bool allowBoolean = false) =>
        _builder.Apply(Site, schema, tokens, inPlace, allowBoolean);

    /// <summary>The members of the value as schemas; none, and a fault, where the value is no object.</summary>
    public IReadOnlyList<(string Name, SchemaNode Schema)> ApplyMap(bool inPlace)
    {
        if (Value.ValueKind != JsonValueKind.Object)
        {
            Unexpected("an object whose members are schemas");
            return [];
        }

        return [.. Value.EnumerateObject().Select(member => (member.Name, Apply(member.Value, "/" + Pointers.Escape(member.Name), inPlace)))];
    }

    /// <summary>The elements of the value as schemas; none, and a fault, where the value is no array or empty.</summary>
    public SchemaNode[] ApplyArray(bool inPlace)
    {
        if (Value.ValueKind != JsonValueKind.Array || Value.GetArrayLength() == 0)
        {
            Unexpected("an array of one or more schemas");
            return [];
        }

        return [.. Value.EnumerateArray().Select((schema, number) => Apply(schema, $"/{number}", inPlace))];
    }

    /// <summary>The schema that the value refers to; null, and a fault, where it refers to nothing.</summary>
    public SchemaNode? Reference(bool isDynamic) => _builder.Reference(this, isDynamic);

    /// <summary>The schema that <c>$recursiveRef</c> (2019-09) means.</summary>
    public SchemaNode RecursiveReference() => _builder.RecursiveReference(this);

    /// <summary>Whether a subschema, or one that it refers to, has an annotation with the value true.</summary>
    public bool HasAnnotation(JsonElement schema, string tokens, string annotation) => _builder.HasAnnotation(schema, tokens, annotation);

    /// <summary>The value as a non-negative integer; larger ones count as the largest. A fault where it is anything else.</summary>
    public bool TryCount(out int count)
    {
        count = 0;
        if (Value.ValueKind != JsonValueKind.Number || !IsNonNegativeInteger(Value, out count))
        {
            Unexpected("a non-negative integer");
            return false;
        }

        return true;
    }

    /// <summary>The value's exact text as a number.</summary>
    public bool TryNumber(out byte[] raw)
    {
        raw = [];
        if (Value.ValueKind != JsonValueKind.Number)
        {
            Unexpected("a number");
            return false;
        }

        raw = System.Text.Encoding.UTF8.GetBytes(Value.GetRawText());
        return true;
    }

    /// <summary>The value as unique names.</summary>
    public static bool TryNames(JsonElement value, out List<string> names)
    {
        names = [];
        if (value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Any(name => name.ValueKind != JsonValueKind.String))
        {
            return false;
        }

        names.AddRange(value.EnumerateArray().Select(name => name.GetString()!).Distinct(StringComparer.Ordinal));
        return true;
    }

    private static bool IsNonNegativeInteger(JsonElement value, out int count)
    {
        var text = System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(value);
        var number = new NumberText(text);
        count = int.MaxValue;
        if (number.Magnitude <= 9)
        {
            count = 0;
            for (var i = 0; i < number.Magnitude; i++)
            {
                count = (count * 10) + number[i];
            }
        }

        return number.IsInteger && (!number.IsNegative || number.IsZero);
    }
}
