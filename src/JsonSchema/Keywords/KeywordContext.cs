using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;
using SocialContract.JsonSchema.Numbers;
using SocialContract.JsonSchema.Patterns;

namespace SocialContract.JsonSchema.Keywords;

/// <summary>A keyword that is being compiled: its value, its surroundings, and what its compilation adds to the schema.</summary>
/// <param name="enclosing">The schema that has the keyword.</param>
/// <param name="site">The keyword's place.</param>
/// <param name="value">The keyword's value.</param>
internal sealed class KeywordContext(IEnclosingSchema enclosing, KeywordSite site, JsonElement value)
{
    public KeywordSite Site { get; } = site;

    public JsonElement Value { get; } = value;

    /// <summary>The JSON of the schema that has the keyword.</summary>
    public JsonElement Schema => enclosing.Element;

    /// <inheritdoc cref="IEnclosingSchema.BaseUri"/>
    public string BaseUri => enclosing.BaseUri;

    /// <inheritdoc cref="IEnclosingSchema.AssertsFormats"/>
    public bool AssertsFormats => enclosing.AssertsFormats;

    /// <summary>Another keyword of the same schema; false where the dialect does not have it or the settings leave it out.</summary>
    public bool TrySibling(string name, out KeywordContext sibling)
    {
        sibling = this;
        if (!Schema.TryGetProperty(name, out var member) || !enclosing.TryKeyword(name, out _))
        {
            return false;
        }

        sibling = new(enclosing, Site.Sibling(name), member);
        return true;
    }

    /// <inheritdoc cref="IEnclosingSchema.TryKeyword"/>
    public bool TryKeyword(string name, [NotNullWhen(true)] out Keyword? keyword) => enclosing.TryKeyword(name, out keyword);

    /// <summary>Whether the settings leave out one name of this keyword.</summary>
    public bool Skips(string property) => enclosing.Skips(Site, property);

    /// <param name="message">One sentence or two: what was expected, what was found, what to do.</param>
    public void Fault(string message) => enclosing.Fault(new(Site.Location, Site.Keyword, message));

    /// <summary>Reports that the keyword does not take such a value. Returns null, which stands for a keyword without effect.</summary>
    public KeywordNode? Unexpected(string expected)
    {
        Fault($"Expected {expected}, found {Describe.Json(Value.GetRawText())}.");
        return null;
    }

    /// <summary>Compiles a schema that is the keyword's value or in it.</summary>
    /// <param name="schema">The schema's JSON.</param>
    /// <param name="tokens">Pointer from the keyword's value to the schema, empty for the value itself.</param>
    /// <param name="inPlace">Whether it is applied to the same instance location as the schema that has the keyword.</param>
    /// <param name="allowBoolean">Whether a boolean is a schema here even where the dialect has no boolean schemas.</param>
    public SchemaNode Apply(JsonElement schema, string tokens, bool inPlace, bool allowBoolean = false) =>
        enclosing.Apply(Site, schema, tokens, inPlace, allowBoolean);

    /// <summary>Compiles the members of the value as schemas. A value that is not an object is a fault and has none.</summary>
    public IReadOnlyList<(string Name, SchemaNode Schema)> ApplyMap(bool inPlace)
    {
        if (Value.ValueKind != JsonValueKind.Object)
        {
            Unexpected("an object whose members are schemas");
            return [];
        }

        return
        [
            .. Value.EnumerateObject().Select(
                member => (member.Name, Apply(member.Value, "/" + Pointers.Escape(member.Name), inPlace))),
        ];
    }

    /// <summary>
    /// Compiles the elements of the value as schemas. A value that is not an array, or is empty, is a fault and has none.
    /// </summary>
    public SchemaNode[] ApplyArray(bool inPlace)
    {
        if (Value.ValueKind != JsonValueKind.Array || Value.GetArrayLength() == 0)
        {
            Unexpected("an array of one or more schemas");
            return [];
        }

        return [.. Value.EnumerateArray().Select((schema, number) => Apply(schema, $"/{number}", inPlace))];
    }

    /// <summary>The schema that the value refers to. A reference that leads nowhere is a fault; then the result is null.</summary>
    /// <param name="isDynamic">Whether an outer schema resource may override the target, as for <c>$dynamicRef</c>.</param>
    public SchemaNode? Reference(bool isDynamic) => enclosing.Reference(this, isDynamic);

    /// <summary>The schema that <c>$recursiveRef</c> (2019-09) refers to.</summary>
    public SchemaNode RecursiveReference() => enclosing.RecursiveReference(this);

    /// <inheritdoc cref="IEnclosingSchema.Exemptions"/>
    public Func<string, bool> Exemptions() => enclosing.Exemptions();

    /// <summary>Reads a regular expression; a malformed one is a fault.</summary>
    public bool TryPattern(string source, [NotNullWhen(true)] out EcmaPattern? pattern)
    {
        if (EcmaPattern.TryParse(source, enclosing.PatternTimeout, out pattern, out var fault))
        {
            return true;
        }

        Fault($"Expected a regular expression of ECMA-262, found '{source}': {fault}");
        return false;
    }

    /// <summary>
    /// The value as a non-negative integer; one that does not fit into an <see cref="int"/> becomes the largest. Anything else is a fault.
    /// </summary>
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

    /// <summary>The value's exact text as a number. Anything but a number is a fault.</summary>
    public bool TryNumber(out byte[] raw)
    {
        raw = [];
        if (Value.ValueKind != JsonValueKind.Number)
        {
            Unexpected("a number");
            return false;
        }

        raw = Encoding.UTF8.GetBytes(Value.GetRawText());
        return true;
    }

    /// <summary>A value as a list of names without repetitions; false where it is not an array of strings.</summary>
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
        var number = new NumberText(JsonMarshal.GetRawUtf8Value(value));
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
