using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Generation.Data.Schemas;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Generation.Data.Search;

/// <summary>Turns schemas into one <see cref="SchemaShape"/>, deciding what is open: branches, and whether an <c>if</c> holds.</summary>
internal sealed class SchemaFlattener(SchemaReader reader, BranchOrder order)
{
    private static readonly FrozenSet<string> TriedKeywords = KeywordCatalog.Names(keyword => keyword.IsMetByTrial);

    public SchemaShape Flatten(ValueRequest request, Choices choices, Variation variation, SeededRandom random)
    {
        var shape = new SchemaShape(reader, request.Around);
        foreach (var schema in request.Schemas)
        {
            Add(schema, shape, new Decisions(choices, variation, random, request));
        }

        return shape;
    }

    /// <summary>Adds what a property's presence brings with it (<c>dependentSchemas</c>).</summary>
    public void Extend(
        SchemaShape shape, DocumentNode schema, ValueRequest request, Choices choices, Variation variation, SeededRandom random) =>
        Add(schema, shape, new Decisions(choices, variation, random, request));

    private readonly record struct Decisions(Choices Choices, Variation Variation, SeededRandom Random, ValueRequest Request);

    private void Add(DocumentNode schema, SchemaShape shape, in Decisions decisions)
    {
        if (SchemaReader.IsFalse(schema))
        {
            shape.Fault ??= new(schema, "the schema false accepts nothing");
        }

        if (schema.Value.ValueKind != JsonValueKind.Object || !RuntimeHelpers.TryEnsureSufficientExecutionStack() || !shape.Enter(schema))
        {
            return;
        }

        foreach (var target in reader.Targets(schema))
        {
            Add(target, shape, decisions);
        }

        AddKeywords(schema, shape, decisions);
    }

    private void AddKeywords(DocumentNode schema, SchemaShape shape, in Decisions decisions)
    {
        foreach (var part in reader.Keyword(schema, KeywordNames.AllOf)?.Elements() ?? [])
        {
            Add(part, shape, decisions);
        }

        shape.AddPart(schema);
        AddBranch(schema, KeywordNames.AnyOf, shape, decisions);
        AddBranch(schema, KeywordNames.OneOf, shape, decisions);
        AddCondition(schema, shape, decisions);
        AddInheritance(schema, shape, decisions);
        if (reader.Keyword(schema, KeywordNames.Not) is { } not)
        {
            shape.Excluded.Add(not);
            shape.MustBeTried = true;
        }

        shape.MustBeTried |= TriedKeywords.Any(keyword => reader.Keyword(schema, keyword) is not null);
    }

    private void AddBranch(DocumentNode schema, string keyword, SchemaShape shape, in Decisions decisions)
    {
        if (reader.Keyword(schema, keyword) is not { Value.ValueKind: JsonValueKind.Array } branches)
        {
            return;
        }

        shape.MustBeTried = true;
        var ordered = order.Sort(branches.Elements(), shape, decisions.Request, decisions.Variation, decisions.Random);
        if (ordered.Count == 0)
        {
            shape.Fault ??= new(branches, $"{keyword} has no alternative that accepts anything");
            return;
        }

        var branch = ordered[decisions.Choices.Pick(ordered.Count)];
        NameBranch(schema, branch, shape);
        if (keyword == KeywordNames.OneOf)
        {
            shape.OtherBranches.AddRange(ordered.Where(other => !SchemaReader.SamePlace(other, branch)));
        }

        Add(branch, shape, decisions);
    }

    /// <summary>
    /// The property that names the branch holds its mapping's key, else its component's name (OpenAPI 3.1, section 4.8.25).
    /// </summary>
    private void NameBranch(DocumentNode schema, DocumentNode branch, SchemaShape shape)
    {
        if (reader.Keyword(schema, KeywordNames.Discriminator) is { } discriminator
            && Discriminator.PropertyOf(discriminator) is { } property
            && reader.Targets(branch) is [var target, ..])
        {
            shape.Discriminators.TryAdd(property, reader.DiscriminatorValue(discriminator, target));
        }
    }

    /// <summary>
    /// A discriminator without branches: the schemas that extend it by <c>allOf</c> are its alternatives, and the first in the mapping is
    /// used.
    /// </summary>
    private void AddInheritance(DocumentNode schema, SchemaShape shape, in Decisions decisions)
    {
        if (reader.Keyword(schema, KeywordNames.Discriminator) is not { } discriminator
            || Discriminator.PropertyOf(discriminator) is not { } property
            || reader.Keyword(schema, KeywordNames.OneOf) is not null
            || reader.Keyword(schema, KeywordNames.AnyOf) is not null
            || shape.Entry is not { } entry)
        {
            return;
        }

        if (!SchemaReader.SamePlace(entry, schema))
        {
            shape.Discriminators.TryAdd(property, reader.DiscriminatorValue(discriminator, entry));
            return;
        }

        if (reader.FirstMapped(discriminator) is not { } kind || decisions.Choices.Pick(2) == 1)
        {
            shape.Discriminators.TryAdd(property, SchemaReader.NameOf(schema));
            return;
        }

        shape.Discriminators.TryAdd(property, reader.DiscriminatorValue(discriminator, kind));
        Add(kind, shape, decisions);
    }

    private void AddCondition(DocumentNode schema, SchemaShape shape, in Decisions decisions)
    {
        if (reader.Keyword(schema, KeywordNames.If) is not { } condition)
        {
            return;
        }

        shape.MustBeTried = true;
        if (decisions.Choices.Pick(2) == 0)
        {
            Add(condition, shape, decisions);
            AddIfPresent(schema, KeywordNames.Then, shape, decisions);
        }
        else
        {
            shape.Excluded.Add(condition);
            AddIfPresent(schema, KeywordNames.Else, shape, decisions);
        }
    }

    private void AddIfPresent(DocumentNode schema, string keyword, SchemaShape shape, in Decisions decisions)
    {
        if (reader.Keyword(schema, keyword) is { } applied)
        {
            Add(applied, shape, decisions);
        }
    }
}
