using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Schemas;
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

    private void Enter(DocumentNode schema, string place)
    {
        var visits = _visits.GetValueOrDefault(schema.Place);
        if (_around.Count == DeepestNesting || visits == MostVisits || !_around.Add(schema.Place))
        {
            return;
        }

        _visits[schema.Place] = visits + 1;
        Add(place, schema);
        foreach (var part in _view.Conjuncts(schema).Concat(_withAlternatives ? _view.Alternatives(schema) : []))
        {
            Enter(part, place);
        }

        foreach (var name in _view.Keyword(schema, "required")?.Elements() ?? [])
        {
            _required.Add($"{place}/{Escape(name.Value.ToString())}");
        }

        foreach (var child in _view.Children(schema))
        {
            EnterChild(child, place);
        }

        _around.Remove(schema.Place);
    }

    private void EnterChild(Subschema child, string place)
    {
        var at = child.InstanceAt(place);
        switch (child.Keyword.Step)
        {
            case InstanceStep.Member when _view.IsHidden(child.Node, MessageDirection.Request):
            case InstanceStep.Each when child.Node.Value.ValueKind != JsonValueKind.Object:
                return;
            case InstanceStep.Element:
                // An element that has a schema of its own is not left out alone: what follows would move.
                _required.Add(at);
                break;
        }

        Enter(child.Node, at);
    }
}
