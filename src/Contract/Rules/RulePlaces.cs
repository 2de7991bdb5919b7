using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Rules;

/// <summary>Names the places of a document. The name of a place does not depend on the order of calls.</summary>
internal sealed class RulePlaces
{
    private static readonly FrozenSet<string> ComponentKinds =
        FrozenSet.Create(
            StringComparer.Ordinal,
            "parameters", "headers", "requestBodies", "responses", "pathItems", "securitySchemes", "callbacks", "schemas");

    // Names in lists and maps that can have thousands of entries, each with rules: they are read once.
    private readonly ConcurrentDictionary<PlaceId, IReadOnlyList<string>> _branches = new();
    private readonly ConcurrentDictionary<PlaceId, (string? First, FrozenSet<string> Others)> _mediaTypes = new();
    private readonly ConcurrentDictionary<DocumentFile, FrozenSet<string>> _schemas = new();
    private readonly DocumentSet _documents;
    private readonly OperationNames _operations;

    public RulePlaces(DocumentSet documents, IReadOnlyList<Operation> operations)
    {
        _documents = documents;
        _operations = new OperationNames(documents, operations, ComponentKinds);
    }

    /// <summary>The place of a keyword or of a boolean schema. Places inside a compound keyword belong to that keyword.</summary>
    public RulePlace? Keyword(DocumentNode node)
    {
        var cursor = Start(node.File, node.Pointer);
        while (!cursor.AtEnd && cursor.Kind != PlaceKind.Schema)
        {
            if (!Step(cursor))
            {
                return Generic(node);
            }
        }

        while (!cursor.AtEnd)
        {
            var keyword = cursor.Peek();
            var known = KeywordCatalog.Find(keyword) is { } row ? ItemsForm.MeaningOf(row, cursor.Node) ?? row : null;
            if (known?.Modifies is { } main)
            {
                return cursor.Node.Member(main) is { } ruling ? cursor.Place(main, ruling) : cursor.Place(keyword, cursor.Child(keyword));
            }

            if (known?.Role == KeywordRole.Compound || cursor.Left == 1 || !SchemaStep(cursor, known))
            {
                return cursor.Place(keyword, cursor.Child(keyword));
            }
        }

        return cursor.Place(null, cursor.Node);
    }

    /// <summary>The name of a place outside schemas: an operation, a parameter, a response.</summary>
    public string NameOf(DocumentNode node)
    {
        var cursor = Start(node.File, node.Pointer);
        while (!cursor.AtEnd)
        {
            if (!Step(cursor))
            {
                return Generic(node).Id;
            }
        }

        return cursor.Id;
    }

    private RulePlace Generic(DocumentNode node)
    {
        var slash = Math.Max(node.Pointer.LastIndexOf('/'), 0);
        var keyword = node.Pointer.Length == 0 ? null : JsonPointer.Unescape(node.Pointer[(slash + 1)..]);
        node.File.TryFind(node.Pointer[..slash], out var owner);
        return new RulePlace(
            $"{FilePrefix(node.File)}#{node.Pointer}",
            keyword ?? RulePlace.FalseSchema,
            new DocumentNode(node.File, node.Pointer[..slash], owner),
            keyword,
            node);
    }

    private PlaceCursor Start(DocumentFile file, string pointer)
    {
        var cursor = new PlaceCursor(file, pointer);
        if (cursor.Tokens is not ["components", "schemas", ..] && TryEnterOperation(cursor))
        {
            return cursor;
        }

        var prefix = FilePrefix(file);
        switch (cursor.Tokens)
        {
            case ["components", "schemas", var name, ..]:
                var plain = !name.Contains('/', StringComparison.Ordinal)
                    && name is not ['#', ..]
                    && !ComponentKinds.Contains(name)
                    && !_operations.HasFirstSegment(name);
                cursor.Enter(3, prefix + (plain ? name : $"schemas/{JsonPointer.Escape(name)}"), name, PlaceKind.Schema);
                break;
            case ["components", "parameters" or "headers", var name, ..]:
                cursor.Enter(3, $"{prefix}{cursor.Tokens[1]}/{JsonPointer.Escape(name)}", name, PlaceKind.Parameter);
                break;
            case ["components", "requestBodies", var name, ..]:
                cursor.Enter(3, $"{prefix}requestBodies/{JsonPointer.Escape(name)}", "the body", PlaceKind.Content);
                break;
            case ["components", "responses", var name, ..]:
                cursor.Enter(3, $"{prefix}responses/{JsonPointer.Escape(name)}", "the response", PlaceKind.Content);
                break;
            default:
                // A separate file, usually a schema.
                cursor.Enter(
                    0,
                    prefix.Length == 0 ? "#" : prefix[..^1],
                    Path.GetFileNameWithoutExtension(file.DisplayPath),
                    file == _documents.Entry ? PlaceKind.Other : PlaceKind.Schema);
                cursor.OtherNames = _schemas.GetOrAdd(file, SchemasOf);
                cursor.IsAmongNames = true;
                break;
        }

        return cursor;
    }

    /// <summary>Enters the operation or path item that contains a place, in any file.</summary>
    private bool TryEnterOperation(PlaceCursor cursor)
    {
        foreach (var (pointer, length) in cursor.Around())
        {
            if (_operations.TryGet(new PlaceId(cursor.File, pointer), out var name))
            {
                cursor.Enter(length, name, name, PlaceKind.Operation);
                return true;
            }
        }

        return false;
    }

    private string FilePrefix(DocumentFile file) =>
        file == _documents.Entry ? "" : _documents.NameOf(file) + "/";

    private bool Step(PlaceCursor cursor)
    {
        switch (cursor.Rest)
        {
            case ["parameters", var index, ..] when cursor.Kind == PlaceKind.Operation:
                var parameter = cursor.ChildAt(2);
                var (name, location) = (parameter.Text("name") ?? index, parameter.Text("in") ?? "parameters");
                cursor.Advance(2, $"{location}/{JsonPointer.Escape(name)}", name, PlaceKind.Parameter);
                return true;
            case ["requestBody", ..] when cursor.Kind == PlaceKind.Operation:
                cursor.Advance(1, "body", "the body", PlaceKind.Content);
                return true;
            case ["responses", var status, ..] when cursor.Kind == PlaceKind.Operation:
                cursor.Advance(2, status, "the response", PlaceKind.Content);
                return true;
            case ["headers", var header, ..] when cursor.Kind == PlaceKind.Content:
                cursor.Advance(2, $"header/{JsonPointer.Escape(header)}", header, PlaceKind.Parameter);
                return true;
            case ["content", var mediaType, ..] when cursor.Kind is PlaceKind.Content or PlaceKind.Parameter:
                var content = cursor.Child("content");
                var (first, others) = _mediaTypes.GetOrAdd(content.Place, static (_, node) => MediaTypesOf(node), content);
                var isFirst = first == mediaType;
                cursor.Advance(2, isFirst ? null : JsonPointer.Escape(mediaType), null, PlaceKind.MediaType);
                cursor.OtherNames = isFirst ? others : FrozenSet<string>.Empty;
                return true;
            case ["schema", ..] when cursor.Kind is PlaceKind.Parameter or PlaceKind.MediaType:
                var otherNames = cursor.OtherNames;
                cursor.Advance(1, null, null, PlaceKind.Schema);
                cursor.OtherNames = otherNames;
                return true;
            default:
                return false;
        }
    }

    /// <summary>Steps from a schema to a subschema.</summary>
    private bool SchemaStep(PlaceCursor cursor, SchemaKeyword? keyword)
    {
        switch (cursor.Rest)
        {
            case [_, var name, ..] when keyword is { Subschemas: SubschemaForm.Map, Step: InstanceStep.Member }:
                var isAmbiguous = KeywordCatalog.Reserved.Contains(name) || cursor.OtherNames.Contains(name);
                cursor.Advance(2, (isAmbiguous ? $"{cursor.Peek()}/" : "") + JsonPointer.Escape(name), name, PlaceKind.Schema);
                return true;
            case [_, var index, ..] when keyword is { Subschemas: SubschemaForm.List }:
                cursor.Advance(2, $"{cursor.Peek()}/{BranchName(cursor.Child(cursor.Peek()), index)}", null, PlaceKind.Schema);
                return true;
            case [_, var name, ..] when keyword is { Subschemas: SubschemaForm.Map }:
                var subject = keyword.Step == InstanceStep.Each ? $"a member that matches {name}" : name;
                cursor.Advance(2, $"{cursor.Peek()}/{JsonPointer.Escape(name)}", subject, PlaceKind.Schema);
                return true;
            case [_, ..] when keyword is { Subschemas: SubschemaForm.Schema, Role: KeywordRole.Applicator }:
                var part = keyword.AppliesTo == ValueTypes.Array ? "an element" : "a member";
                cursor.Advance(1, cursor.Peek(), $"{part} of {cursor.Subject}", PlaceKind.Schema);
                return true;
            case [var name, ..] when keyword is null && cursor.IsAmongNames && !cursor.OtherNames.Contains(name)
                && cursor.Node.Member(KeywordNames.Properties)?.Member(name) is null:
                cursor.Advance(1, JsonPointer.Escape(name), name, PlaceKind.Schema);
                cursor.IsAmongNames = true;
                return true;
            default:
                return false;
        }
    }

    private static FrozenSet<string> SchemasOf(DocumentFile file) =>
        file.TryFind("/components/schemas", out var schemas) && schemas.ValueKind == JsonValueKind.Object
            ? schemas.EnumerateObject().Select(member => member.Name).ToFrozenSet(StringComparer.Ordinal)
            : FrozenSet<string>.Empty;

    private static (string? First, FrozenSet<string> Others) MediaTypesOf(DocumentNode content)
    {
        var names = content.Members().Select(member => member.Name).ToList();
        return (names.FirstOrDefault(), names.Skip(1).ToFrozenSet(StringComparer.Ordinal));
    }

    private string BranchName(DocumentNode list, string index)
    {
        var names = _branches.GetOrAdd(list.Place, static (_, node) => BranchNames(node), list);
        return int.TryParse(index, out var at) && at < names.Count ? names[at] : index;
    }

    /// <summary>A branch is named by its title if that is unique, so that its rules keep their ids when another branch is inserted before
    /// it.</summary>
    private static List<string> BranchNames(DocumentNode list)
    {
        var titles = list.Elements().Select(element => element.Text(KeywordNames.Title) ?? "").ToList();
        var counts = titles.CountBy(title => title, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return
        [
            .. titles.Select((title, at) => title.Length > 0 && !char.IsAsciiDigit(title[0]) && counts[title] == 1
                ? JsonPointer.Escape(title)
                : at.ToString(CultureInfo.InvariantCulture)),
        ];
    }
}
