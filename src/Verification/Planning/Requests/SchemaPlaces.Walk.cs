using System.Globalization;
using System.Text.Json;
using SocialContract.Contract.Documents;
using static SocialContract.Contract.Documents.JsonPointer;

namespace SocialContract.Verification.Planning.Requests;

/// <content>Finds the places.</content>
internal sealed partial class SchemaPlaces
{
    private void Add(string place, DocumentNode schema)
    {
        if (!_schemas.TryGetValue(place, out var list))
        {
            _schemas.Add(place, list = []);
            _order.Add(place);
        }

        list.Add(schema);
    }

    private void Enter(DocumentNode schema, string place, int depth)
    {
        var key = (schema.File.Uri.ToString(), schema.Pointer);
        var visits = _visits.GetValueOrDefault(key);
        if (depth > Deepest || visits == MostVisits || !_around.Add(key))
        {
            return;
        }

        _visits[key] = visits + 1;
        Add(place, schema);
        if (schema.Text("$ref") is { } reference && _documents.TryResolve(schema, reference, out var target))
        {
            Enter(target, place, depth);
        }

        foreach (var branch in schema.Member("allOf")?.Elements() ?? [])
        {
            Enter(branch, place, depth);
        }

        if (_withAlternatives)
        {
            var branches = ((string[])["anyOf", "oneOf"]).SelectMany(keyword => schema.Member(keyword)?.Elements() ?? []);
            foreach (var branch in branches.Concat(((string[])["then", "else"]).Select(keyword => schema.Member(keyword)).OfType<DocumentNode>()))
            {
                Enter(branch, place, depth);
            }
        }

        foreach (var name in schema.Member("required")?.Elements() ?? [])
        {
            _required.Add($"{place}/{Escape(name.Value.ToString())}");
        }

        foreach (var (name, property) in schema.Member("properties")?.Members() ?? [])
        {
            if (!IsReadOnly(property))
            {
                Enter(property, $"{place}/{Escape(name)}", depth + 1);
            }
        }

        foreach (var (index, element) in (schema.Member("prefixItems")?.Elements() ?? []).Index())
        {
            // What stands there by its number is not left out alone: what follows would move.
            var at = string.Create(CultureInfo.InvariantCulture, $"{place}/{index}");
            _required.Add(at);
            Enter(element, at, depth + 1);
        }

        foreach (var all in (string[])["items", "additionalProperties"])
        {
            if (schema.Member(all) is { Value.ValueKind: JsonValueKind.Object } each)
            {
                Enter(each, $"{place}/*", depth + 1);
            }
        }

        _around.Remove(key);
    }

    private bool IsReadOnly(DocumentNode property) => property.Flag("readOnly") || _documents.Follow(property)?.Flag("readOnly") == true;
}
