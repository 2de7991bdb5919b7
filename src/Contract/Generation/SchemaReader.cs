using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;
using SocialApi.Contract.Model;
using SocialApi.Contract.Schemas;
using SocialApi.Contract.Sources;
using SocialApi.JsonSchema.Patterns;

namespace SocialApi.Contract.Generation;

/// <summary>Reads keywords as the document's version means them. Thread-safe.</summary>
internal sealed class SchemaReader(DocumentSet documents, SpecificationVersion version, MessageDirection direction)
{
    private const int LongestChain = 32;

    /// <summary>What the references at places lead to: the same one is followed again and again.</summary>
    private readonly ConcurrentDictionary<(SourceFile, string), DocumentNode?> _targets = new();

    private readonly ConcurrentDictionary<string, EcmaPattern?> _patterns = new(StringComparer.Ordinal);

    /// <summary>JSON Schema keywords that OpenAPI 3.0's Schema Object does not have (3.0.3, section 4.7.24).</summary>
    private static readonly FrozenSet<string> Unknown30 = FrozenSet.Create(
        "const", "if", "then", "else", "prefixItems", "contains", "minContains", "maxContains", "patternProperties", "propertyNames",
        "dependentRequired", "dependentSchemas", "unevaluatedProperties", "unevaluatedItems", "examples", "$dynamicRef", "contentEncoding");

    private bool Is30 => version == SpecificationVersion.OpenApi30;

    /// <summary>The keyword's value in one schema, or null where it is absent or without meaning.</summary>
    public DocumentNode? Keyword(DocumentNode schema, string keyword) =>
        Is30 && Unknown30.Contains(keyword) ? null : schema.Member(keyword);

    /// <summary>What the schema's reference leads to; null where it has none.</summary>
    public DocumentNode? Target(DocumentNode schema)
    {
        var reference = schema.Text("$ref") ?? (Is30 ? null : schema.Text("$dynamicRef"));
        return reference is null
            ? null
            : _targets.GetOrAdd(
                (schema.File, schema.Pointer),
                static (_, question) => question.documents.TryResolve(question.schema, question.reference, out var target) ? target : null,
                (documents, schema, reference));
    }


    /// <summary>Whether the keywords beside <c>$ref</c> count (not in 3.0).</summary>
    public bool HasSiblings(DocumentNode schema) => !Is30 || schema.Member("$ref") is null;

    /// <summary>The pattern that a <c>pattern</c> keyword holds, or null where it is none.</summary>
    public EcmaPattern? Pattern(DocumentNode keyword) =>
        keyword.Value.ValueKind == JsonValueKind.String ? Pattern(keyword.Value.GetString()!) : null;

    /// <summary>The same for a name of <c>patternProperties</c>.</summary>
    public EcmaPattern? Pattern(string expression) =>
        _patterns.GetOrAdd(expression, static text => EcmaPattern.TryParse(text, out var parsed, out _) ? parsed : null);

    /// <summary>The types that a schema's own <c>type</c> (with 3.0's <c>nullable</c>) allows; null where it says nothing.</summary>
    public ValueTypes? Types(DocumentNode schema)
    {
        if (schema.Member("type") is not { } type)
        {
            return null;
        }

        var types = TypeNames.Read(type.Value).Aggregate(ValueTypes.None, (all, one) => all | one);
        return Is30 && schema.Flag("nullable") ? types | ValueTypes.Null : types;
    }

    /// <summary>Whether values of it do not travel in this direction: <c>readOnly</c> in requests, <c>writeOnly</c> in answers (OpenAPI 3.1, section 4.8.24.5).</summary>
    public bool IsHidden(DocumentNode schema)
    {
        var flag = direction == MessageDirection.Request ? "readOnly" : "writeOnly";
        return Conjuncts(schema).Any(part => part.Flag(flag));
    }

    /// <summary>The schema and what it refers to or combines by <c>allOf</c>.</summary>
    public IEnumerable<DocumentNode> Conjuncts(DocumentNode schema)
    {
        var open = new Stack<DocumentNode>([schema]);
        for (var seen = 0; open.TryPop(out var next) && seen < LongestChain; seen++)
        {
            yield return next;
            if (Target(next) is { } target)
            {
                open.Push(target);
            }

            if (HasSiblings(next) && next.Member("allOf") is { } all)
            {
                foreach (var part in all.Elements())
                {
                    open.Push(part);
                }
            }
        }
    }

    /// <summary>What a discriminator calls a component: the key that its mapping has for it, else the component's name.</summary>
    public string DiscriminatorValue(DocumentNode discriminator, DocumentNode component)
    {
        foreach (var (key, value) in discriminator.Member("mapping")?.Members() ?? [])
        {
            if (Mapped(value) is { } mapped && SamePlace(mapped, component))
            {
                return key;
            }
        }

        return NameOf(component);
    }

    /// <summary>The first component of a discriminator's mapping; null where it maps nothing.</summary>
    public DocumentNode? FirstMapped(DocumentNode discriminator) =>
        discriminator.Member("mapping")?.Members().Select(entry => Mapped(entry.Node)).FirstOrDefault(mapped => mapped is not null);

    /// <summary>A mapping's value is a reference or a component's bare name.</summary>
    private DocumentNode? Mapped(DocumentNode value)
    {
        if (value.Value.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        var text = value.Value.GetString()!;
        return documents.TryResolve(value, $"#/components/schemas/{JsonPointer.Escape(text)}", out var named) ? named
            : documents.TryResolve(value, text, out var target) ? target
            : null;
    }

    /// <summary>The place's name among the components, e.g. <c>Cat</c>.</summary>
    public static string NameOf(DocumentNode schema) =>
        JsonPointer.Unescape(schema.Pointer[(schema.Pointer.LastIndexOf('/') + 1)..]);

    public static bool SamePlace(DocumentNode one, DocumentNode other) =>
        ReferenceEquals(one.File, other.File) && one.Pointer == other.Pointer;

    public static bool IsFalse(DocumentNode schema) => schema.Value.ValueKind == JsonValueKind.False;
}
