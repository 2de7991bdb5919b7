using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;
using SocialContract.JsonSchema.Keywords;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.JsonSchema.Compilation;

/// <summary>Compiles one schema: its keywords, in the order of the document, each by its own rules.</summary>
internal sealed class SchemaBuilder(SchemaCompiler compiler, PlacedSchema node, Place place, DynamicScope scope) : IEnclosingSchema
{
    private readonly List<KeywordNode> _keywords = [];
    private readonly List<SchemaEdge> _edges = [];
    private readonly List<SchemaFault> _faults = [];

    public JsonElement Element => place.Element;

    public string BaseUri => place.Resource.BaseUri;

    public bool AssertsFormats => Settings.AssertFormats || place.Resource.Dialect.AssertsFormats;

    public TimeSpan PatternTimeout => Settings.PatternTimeout;

    private SchemaSettings Settings => compiler.Store.Settings;

    /// <param name="allowBoolean">Whether a boolean is a schema here even where the dialect has no boolean schemas.</param>
    public void Build(bool allowBoolean)
    {
        var kind = place.Element.ValueKind;
        if (place.Resource.Refusal is { } refusal)
        {
            var site = refusal.Keyword.Length == 0 ? node.Location : new KeywordSite(node, refusal.Keyword).Location;
            Fault(new(site, refusal.Keyword, refusal.Message));
        }
        else if (kind == JsonValueKind.Object)
        {
            BuildKeywords();
        }
        else if (kind is not (JsonValueKind.True or JsonValueKind.False) || !(allowBoolean || place.Resource.Dialect.AllowsBooleanSchemas))
        {
            var expected = place.Resource.Dialect.AllowsBooleanSchemas ? "a schema, an object or a boolean" : "a schema, an object";
            Fault(new(node.Location, "", $"Expected {expected}, found {Describe.Json(place.Element.GetRawText())}."));
        }
        else if (kind == JsonValueKind.False && Settings.Skip?.Invoke(node.Location, null) != true)
        {
            node.FinishFalse();
            return;
        }

        (node.Edges, node.Faults) = (_edges, _faults);
        var type = _keywords.OfType<TypeNode>().FirstOrDefault();
        node.Finish(_keywords, Asserted(), type?.Types ?? Kinds.Any, type?.StrictIntegers ?? false);
    }

    public bool TryKeyword(string name, [NotNullWhen(true)] out Keyword? keyword) =>
        place.Resource.Dialect.TryFind(name, out keyword) && !IsSkipped(name);

    public bool Skips(KeywordSite site, string property) => Settings.Skip?.Invoke(site.Location, property) == true;

    public Func<string, bool> Exemptions() => Settings.Exempt?.Invoke(node.Location) ?? (_ => false);

    public void Fault(SchemaFault fault) => _faults.Add(fault);

    public SchemaNode Apply(KeywordSite site, JsonElement schema, string tokens, bool inPlace, bool allowBoolean)
    {
        var target = place.Document.Below(place, site.Token, tokens, schema);
        return Connect(site, target, inPlace, allowBoolean);
    }

    public SchemaNode? Reference(KeywordContext context, bool isDynamic)
    {
        if (context.Value.ValueKind != JsonValueKind.String)
        {
            context.Unexpected("a URI reference, a string");
            return null;
        }

        var uri = UriText.Resolve(BaseUri, context.Value.GetString()!);
        if (!compiler.Store.TryFind(uri, out var target, out var problem))
        {
            context.Fault($"Expected a reference to a schema, found '{context.Value.GetString()}' which leads nowhere: {problem}. "
                + "Correct the reference or register the document.");
            return null;
        }

        if (isDynamic && UriText.Split(uri).Fragment is { } name && target.Resource.DynamicAnchors.TryGetValue(name, out var pointer)
            && pointer == target.Pointer && scope.Anchors.TryGetValue(name, out var outermost))
        {
            target = outermost;
        }

        return Connect(context.Site, target, inPlace: true, allowBoolean: false);
    }

    public SchemaNode RecursiveReference(KeywordContext context)
    {
        var root = place.Document.PlaceAt(place.Resource.Pointer);
        var target = place.Resource.IsRecursive && scope.Recursive is { } outermost ? outermost : root;
        return Connect(context.Site, target, inPlace: true, allowBoolean: false);
    }

    /// <summary>The assertions that make the verdict.</summary>
    private List<Assertion> Asserted()
    {
        var asserted = new List<Assertion>();
        foreach (var keyword in _keywords)
        {
            if (keyword.IsAsserted)
            {
                asserted.Add(keyword);
            }
        }

        if (MemberPass.TryCreate(_keywords) is { } pass)
        {
            asserted.Add(pass);
        }

        return asserted;
    }

    private PlacedSchema Connect(KeywordSite site, Place target, bool inPlace, bool allowBoolean)
    {
        var schema = compiler.Request(target, scope, allowBoolean);
        _edges.Add(new(site, schema, inPlace));
        return schema;
    }

    private void BuildKeywords()
    {
        var refOnly = place.Resource.Dialect.RefReplacesSiblings && place.Element.TryGetProperty("$ref", out _);
        var seen = compiler.Seen;
        seen.Clear();
        foreach (var member in place.Element.EnumerateObject())
        {
            if (!place.Resource.Dialect.TryFind(member, out var keyword))
            {
                continue;
            }

            if (!seen.Add(keyword))
            {
                var message = $"Expected each keyword once, found '{keyword.Name}' a second time. Remove one of them.";
                Fault(new(node.Location, keyword.Name, message));
            }
            else if ((!refOnly || keyword.Name == "$ref") && keyword.Compile is { } compile && !IsSkipped(keyword.Name)
                && compile(new(this, new(node, keyword.Name, keyword.Token), member.Value)) is { } compiled)
            {
                _keywords.Add(compiled);
            }
        }
    }

    private bool IsSkipped(string keyword) =>
        Settings.Skip?.Invoke(new(node.Location.Document, node.Location.Pointer + "/" + Pointers.Escape(keyword)), null) == true;
}
