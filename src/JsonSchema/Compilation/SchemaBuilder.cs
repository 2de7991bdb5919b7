using System.Text.Json;
using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;
using SocialContract.JsonSchema.Keywords;

namespace SocialContract.JsonSchema.Compilation;

/// <summary>Compiles one schema: its keywords, in the order of the document, each by its own rules.</summary>
internal sealed class SchemaBuilder(SchemaCompiler compiler, SchemaNode node, Place place, DynamicScope scope)
{
    private readonly List<KeywordNode> _keywords = [];
    private readonly List<SchemaEdge> _edges = [];
    private readonly List<SchemaFault> _faults = [];

    public Place Place { get; } = place;

    public SchemaSettings Settings => compiler.Store.Settings;

    /// <param name="allowBoolean">Whether <c>true</c> and <c>false</c> are accepted even where the dialect has no boolean schemas.</param>
    public void Build(bool allowBoolean)
    {
        var kind = Place.Element.ValueKind;
        if (Place.Resource.Refusal is { } refusal)
        {
            var site = refusal.Keyword.Length == 0 ? node.Location : new KeywordSite(node, refusal.Keyword).Location;
            Fault(new(site, refusal.Keyword, refusal.Message));
        }
        else if (kind == JsonValueKind.Object)
        {
            BuildKeywords();
        }
        else if (kind is not (JsonValueKind.True or JsonValueKind.False) || !(allowBoolean || Place.Resource.Dialect.AllowsBooleanSchemas))
        {
            var expected = Place.Resource.Dialect.AllowsBooleanSchemas ? "a schema, an object or a boolean" : "a schema, an object";
            Fault(new(node.Location, "", $"Expected {expected}, found {Describe.Json(Place.Element.GetRawText())}."));
        }
        else if (kind == JsonValueKind.False && Settings.Skip?.Invoke(node.Location, null) != true)
        {
            node.FinishFalse();
            return;
        }

        var type = _keywords.OfType<TypeNode>().FirstOrDefault();
        node.Finish(_keywords, _edges, _faults, type?.Types ?? Kinds.Any, type?.StrictIntegers ?? false);
    }

    /// <summary>Whether a member of the schema is a keyword of its dialect, and not to be left out.</summary>
    public bool IsKeyword(string name) => Place.Resource.Dialect.TryFind(name, out _) && !IsSkipped(name);

    public void Fault(SchemaFault fault) => _faults.Add(fault);

    public SchemaNode Apply(KeywordSite site, JsonElement schema, string tokens, bool inPlace, bool allowBoolean)
    {
        var below = Place.Document.Below(Place, site.Token, tokens, schema);
        return Connect(site, below, inPlace, allowBoolean);
    }

    public SchemaNode? Reference(KeywordContext context, bool isDynamic)
    {
        if (context.Value.ValueKind != JsonValueKind.String)
        {
            context.Unexpected("a URI reference, a string");
            return null;
        }

        var uri = UriText.Resolve(context.BaseUri, context.Value.GetString()!);
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
        var root = Place.Document.PlaceAt(Place.Resource.Pointer);
        var target = Place.Resource.IsRecursive && scope.Recursive is { } outermost ? outermost : root;
        return Connect(context.Site, target, inPlace: true, allowBoolean: false);
    }

    /// <summary>Follows <c>$ref</c> as far as it leads.</summary>
    public bool HasAnnotation(JsonElement schema, string tokens, string annotation)
    {
        var place = Place.Document.Below(Place, tokens, "", schema);
        var passed = new HashSet<string>(StringComparer.Ordinal);
        while (place.Element.ValueKind == JsonValueKind.Object)
        {
            var refers = place.Element.TryGetProperty("$ref", out var reference);
            if (place.Element.TryGetProperty(annotation, out var value) && value.ValueKind == JsonValueKind.True
                && !(refers && place.Resource.Dialect.RefReplacesSiblings))
            {
                return true;
            }

            if (!refers || reference.ValueKind != JsonValueKind.String
                || UriText.Resolve(place.Resource.BaseUri, reference.GetString()!) is not { } uri
                || !passed.Add(uri) || !compiler.Store.TryFind(uri, out place, out _))
            {
                return false;
            }
        }

        return false;
    }

    private SchemaNode Connect(KeywordSite site, Place target, bool inPlace, bool allowBoolean)
    {
        var schema = compiler.Request(target, scope, allowBoolean);
        _edges.Add(new(site, schema, inPlace));
        return schema;
    }

    private void BuildKeywords()
    {
        var refOnly = Place.Resource.Dialect.RefReplacesSiblings && Place.Element.TryGetProperty("$ref", out _);
        var seen = compiler.Seen;
        seen.Clear();
        foreach (var member in Place.Element.EnumerateObject())
        {
            if (!Place.Resource.Dialect.TryFind(member, out var keyword))
            {
                continue;
            }

            if (!seen.Add(keyword))
            {
                Fault(new(node.Location, keyword.Name, $"Expected each keyword once, found '{keyword.Name}' a second time. Remove one of them."));
            }
            else if ((!refOnly || keyword.Name == "$ref") && keyword.Compile is { } compile && !IsSkipped(keyword.Name)
                && compile(new(this, new(node, keyword), member.Value)) is { } compiled)
            {
                _keywords.Add(compiled);
            }
        }
    }

    private bool IsSkipped(string keyword) =>
        Settings.Skip?.Invoke(new(node.Location.Document, node.Location.Pointer + "/" + Pointers.Escape(keyword)), null) == true;
}
