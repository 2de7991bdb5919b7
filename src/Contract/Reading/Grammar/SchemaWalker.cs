using System.Collections.Frozen;
using System.Text.Json;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Reading.References;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Reading.Grammar;

/// <summary>
/// Collects references and reports unknown keywords in schemas, by the dialect in force at each; what the dialect ignores is not walked.
/// The compilation of a schema checks the values of its keywords.
/// </summary>
internal sealed class SchemaWalker(GrammarWalk walk, Action<Shape, JsonElement, bool> visit)
{
    private static readonly FrozenSet<string> Keywords30 =
        KeywordCatalog.Names(keyword => keyword.IsIn(SpecificationVersion.OpenApi30));

    private static readonly FrozenSet<string> Keywords31 =
        KeywordCatalog.Names(keyword => keyword.IsIn(SpecificationVersion.OpenApi31));

    /// <summary>Walks a schema and every schema in it.</summary>
    public void Visit(JsonElement schema)
    {
        if (schema.ValueKind is JsonValueKind.True or JsonValueKind.False && walk.Specification != SpecificationVersion.OpenApi30)
        {
            return;
        }

        if (schema.ValueKind != JsonValueKind.Object)
        {
            walk.Report(
                DiagnosticCodes.Kind,
                DiagnosticSeverity.Error,
                walk.Here(schema),
                $"a schema must be an object; found {ValueWords.Describe(schema)}");
            return;
        }

        if (!walk.Enter(schema, this))
        {
            return;
        }

        var dialect = walk.DialectAt(schema);
        var isReference = dialect.IsReferenceAlone(walk.File, schema);
        foreach (var member in schema.EnumerateObject())
        {
            if (isReference && member.Name != KeywordNames.Ref)
            {
                IgnoredKeyword.ReportSibling(walk, dialect, member);
            }
            else
            {
                VisitKeyword(schema, member, dialect);
            }
        }
    }

    private void VisitKeyword(JsonElement schema, JsonProperty member, DialectKeywords dialect)
    {
        var name = member.Name;
        if (KeywordCatalog.TryFind(name, out var keyword) && !dialect.Has(name))
        {
            if (!keyword.IsIn(walk.Specification))
            {
                IgnoredKeyword.ReportOtherVersion(walk, keyword, member);
            }

            return;
        }

        switch (name)
        {
            case KeywordNames.Ref:
                VisitReference(member);
                break;
            case KeywordNames.Discriminator:
                VisitMapping(member.Value);
                break;
            default:
                VisitSubschemas(schema, member, keyword);
                break;
        }
    }

    private void VisitSubschemas(JsonElement schema, JsonProperty member, SchemaKeyword? keyword)
    {
        var name = member.Name;
        switch (keyword?.Subschemas, member.Value.ValueKind)
        {
            case (SubschemaForm.Schema, JsonValueKind.Array) when name == KeywordNames.Items:
            case (SubschemaForm.List, JsonValueKind.Array):
                VisitChildren(name, member.Value);
                break;
            case (SubschemaForm.Schema, _):
                VisitChild(name, member.Value);
                break;
            case (SubschemaForm.Map, JsonValueKind.Object):
                walk.Push(name);
                foreach (var entry in member.Value.EnumerateObject())
                {
                    VisitChild(entry.Name, entry.Value);
                }

                walk.Pop();
                break;
            default:
                VisitUnknown(schema, member, name);
                break;
        }
    }

    private void VisitChild(string name, JsonElement schema)
    {
        walk.Push(name);
        if (schema.ValueKind is JsonValueKind.Object)
        {
            Visit(schema);
        }

        walk.Pop();
    }

    private void VisitChildren(string name, JsonElement list)
    {
        walk.Push(name);
        var index = 0;
        foreach (var element in list.EnumerateArray())
        {
            VisitChild(index++.ToString(System.Globalization.CultureInfo.InvariantCulture), element);
        }

        walk.Pop();
    }

    private void VisitReference(JsonProperty member)
    {
        walk.Push(KeywordNames.Ref);
        var node = walk.Here(member.Value);
        walk.Pop();
        if (member.Value.ValueKind != JsonValueKind.String)
        {
            walk.Report(
                DiagnosticCodes.Kind, DiagnosticSeverity.Error, node, $"$ref must be text; found {ValueWords.Describe(member.Value)}");
        }
        else
        {
            walk.Refer(node, Shape.Schema, "schemas");
        }
    }

    private void VisitMapping(JsonElement discriminator)
    {
        walk.Push(KeywordNames.Discriminator);
        var mapping = Discriminator.Mapping(walk.Here(discriminator)).ToList();
        walk.Pop();
        foreach (var (_, value) in mapping)
        {
            VisitMapped(value);
        }
    }

    private void VisitMapped(DocumentNode value)
    {
        var text = value.Value.GetString()!;
        if (Discriminator.Component(walk.Documents, value) is { } component)
        {
            walk.Refer(value, component, Shape.Schema, "schemas");
        }
        else if (!Discriminator.IsName(text))
        {
            walk.Refer(value, Shape.Schema, "schemas");
        }
        else if (text.Contains('.', StringComparison.Ordinal) is var isFile && !(isFile && walk.TryRefer(value, Shape.Schema, "schemas")))
        {
            var what = isFile
                ? "neither the name of a schema in components nor a file that can be read"
                : "not the name of a schema in components";
            var schemas = walk.Documents.Root.Member("components")?.Member("schemas")?.Members() ?? [];
            walk.Report(
                DiagnosticCodes.ReferenceDangling,
                DiagnosticSeverity.Warning,
                value,
                $"{ValueWords.Shorten(text)} is {what}, so the discriminator ignores it",
                walk.Nearest(text, schemas.Select(schema => schema.Name)));
        }
    }

    private void VisitUnknown(JsonElement schema, JsonProperty member, string name)
    {
        if (name.StartsWith("x-", StringComparison.Ordinal))
        {
            if (ExtensionGrammar.Fields.TryGetValue(name, out var field))
            {
                walk.Push(name);
                visit(field.Shape, member.Value, /* isHarmless */ true);
                walk.Pop();
            }
            else
            {
                walk.UseExtension(member);
            }

            return;
        }

        var isVersion30 = walk.Specification == SpecificationVersion.OpenApi30;
        var known = isVersion30 ? Keywords30 : Keywords31;
        if (known.Contains(name) || walk.IsFull)
        {
            return;
        }

        var nearest = walk.Nearest(name, known.Where(keyword => !walk.HasMember(schema, keyword)));
        if (isVersion30 || nearest is not null)
        {
            // 3.1 allows any keyword, so only probable misspellings are reported.
            walk.Report(
                DiagnosticCodes.UnknownKeyword,
                DiagnosticSeverity.Warning,
                member,
                $"the keyword {ValueWords.Shorten(name)} is unknown and ignored",
                nearest);
        }
    }
}
