using System.Globalization;
using System.Text.Json;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Reading.References;

namespace SocialContract.Contract.Reading.Grammar;

/// <summary>
/// Compares the document with the tables of <see cref="OpenApiGrammar"/>: everything that its references reach, each place once. Reports
/// all faults, and opens the files that references name.
/// </summary>
internal sealed class GrammarWalker
{
    private readonly GrammarWalk _walk;
    private readonly SchemaWalker _schemas;
    private readonly bool _isOpenApi32;

    /// <param name="uses">Receives what the objects use; null if it is not needed.</param>
    public GrammarWalker(ModelFiles files, SpecificationVersion specification, FaultLog faults, ObjectUses? uses = null)
    {
        _walk = new GrammarWalk(files, specification, faults, uses);
        _schemas = new SchemaWalker(_walk, Visit);
        _isOpenApi32 = files.Documents.Root.Text("openapi")?.StartsWith("3.2", StringComparison.Ordinal) == true;
    }

    public void Run()
    {
        while (_walk.MoveNext(out var shape, out var value))
        {
            Visit(shape, value, isHarmless: false);
        }
    }

    private void Visit(Shape shape, JsonElement value, bool isHarmless)
    {
        switch (shape)
        {
            case Shape.Object { MayBeReference: true } target
                when value.ValueKind == JsonValueKind.Object && value.TryGetProperty(Reference.Member, out var reference):
                VisitReference(value, reference, target, isHarmless);
                break;
            case Shape.Object target:
                if (KindConstraints.Expect(_walk, value, JsonValueKind.Object, target.Grammar().Name, isHarmless))
                {
                    VisitObject(target.Grammar(), value);
                }

                break;
            case Shape.Map map:
                if (KindConstraints.Expect(_walk, value, JsonValueKind.Object, "an object", isHarmless))
                {
                    foreach (var member in value.EnumerateObject())
                    {
                        VisitEntry(map, member, isHarmless);
                    }
                }

                break;
            case Shape.List list:
                if (KindConstraints.Expect(_walk, value, JsonValueKind.Array, "an array", isHarmless))
                {
                    VisitElements(list, value, isHarmless);
                }

                break;
            case Shape.SchemaObject:
                _walk.UseSchema(value);
                _schemas.Visit(value);
                break;
            case Shape.Text text:
                KindConstraints.Text(_walk, text, value, isHarmless);
                break;
            case Shape.Boolean when value.ValueKind is not (JsonValueKind.True or JsonValueKind.False):
                KindConstraints.Mismatch(_walk, value, "true or false", isHarmless);
                break;
            case Shape.Integer when value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out _):
                KindConstraints.Mismatch(_walk, value, "an integer", isHarmless);
                break;
        }
    }

    private void VisitReference(JsonElement value, JsonElement reference, Shape.Object target, bool isHarmless)
    {
        var grammar = target.Grammar();
        _walk.Push(Reference.Member);
        var node = _walk.Here(reference);
        _walk.Pop();
        if (reference.ValueKind != JsonValueKind.String)
        {
            _walk.Report(
                DiagnosticCodes.Kind, DiagnosticSeverity.Error, node, $"$ref must be text; found {ValueWords.Describe(reference)}");
            return;
        }

        foreach (var member in value.EnumerateObject())
        {
            if (member.Name is not (Reference.Member or "summary" or "description")
                && !member.Name.StartsWith("x-", StringComparison.Ordinal)
                && grammar != OpenApiGrammar.PathItem)
            {
                _walk.Report(
                    DiagnosticCodes.BesideReference,
                    DiagnosticSeverity.Warning,
                    member,
                    $"{member.Name} is next to $ref, where it is ignored; move it into the {grammar.Name} that the reference names");
            }
        }

        _walk.Refer(node, target, grammar.Section, isHarmless);
    }

    private void VisitObject(ObjectGrammar grammar, JsonElement value)
    {
        if (!_walk.Enter(value, grammar))
        {
            return;
        }

        foreach (var member in value.EnumerateObject())
        {
            VisitMember(grammar, member, value);
        }

        foreach (var field in grammar.Fields)
        {
            if (field.Need != Need.Optional && !value.TryGetProperty(field.Name, out _))
            {
                Missing(grammar, field, value);
            }
        }

        grammar.Constraints?.Invoke(new ObjectVisit(_walk, grammar, _walk.Here(value)));
    }

    private void VisitMember(ObjectGrammar grammar, JsonProperty member, JsonElement owner)
    {
        if (grammar.FieldOf(member) is { } field)
        {
            if (field.IsSince31 && _walk.Specification == SpecificationVersion.OpenApi30)
            {
                Warn(member, $"{field.Name} belongs to OpenAPI 3.1; in this 3.0 description it is ignored");
            }

            _walk.Push(field.Name);
            VisitUnit(
                field.IsUnit || (field.Shape is Shape.Object { MayBeReference: false } shape && shape.Grammar().IsUnit),
                field.Shape,
                member.Value,
                field.IsHarmless);
            _walk.Pop();
        }
        else if (grammar.Patterned is { } patterned && !member.Name.StartsWith("x-", StringComparison.Ordinal))
        {
            VisitEntry(patterned, member, isHarmless: false);
        }
        else if (member.Name.StartsWith("x-", StringComparison.Ordinal))
        {
            _walk.UseExtension(member);
        }
        else if (!_walk.IsFull && !(_isOpenApi32 && OpenApi32.Additions.Contains((grammar.Name, member.Name))))
        {
            var nearest = _walk.Nearest(member.Name, grammar.ByName.Keys.Where(name => !_walk.HasMember(owner, name)));
            Warn(
                member,
                $"{ValueWords.WithArticle(grammar.Name)} has no field {ValueWords.Shorten(member.Name)}; it is ignored",
                nearest);
        }

        void Warn(JsonProperty at, string message, string? nearest = null) =>
            _walk.Report(DiagnosticCodes.UnknownProperty, DiagnosticSeverity.Warning, at, message, nearest);
    }

    private void VisitEntry(Shape.Map map, JsonProperty member, bool isHarmless)
    {
        if (!KeyConstraints.Run(_walk, map.Keys, member))
        {
            return;
        }

        _walk.Push(member.Name);
        VisitUnit(
            map.Keys is KeyRule.Component || map.Value is Shape.Object shape && shape.Grammar().IsUnit,
            map.Value,
            member.Value,
            isHarmless);
        _walk.Pop();
    }

    private void VisitElements(Shape.List list, JsonElement value, bool isHarmless)
    {
        var index = 0;
        foreach (var element in value.EnumerateArray())
        {
            _walk.Push(index++.ToString(CultureInfo.InvariantCulture));
            Visit(list.Item, element, isHarmless);
            _walk.Pop();
        }
    }

    /// <summary>
    /// Walks a value. A unit has its own errors; an operation also depends on what is around it (the parameters of its path item, the
    /// security of the document).
    /// </summary>
    private void VisitUnit(bool isUnit, Shape shape, JsonElement value, bool isHarmless)
    {
        if (!isUnit)
        {
            Visit(shape, value, isHarmless);
            return;
        }

        var around = _walk.BeginUnit();
        if (shape is Shape.Object target && target.Grammar() == OpenApiGrammar.Operation)
        {
            _walk.Use(around);
            if (value.ValueKind == JsonValueKind.Object && !value.TryGetProperty("security", out _))
            {
                _walk.Use(_walk.Documents.Entry, "/security");
            }
        }

        Visit(shape, value, isHarmless);
        _walk.EndUnit(around);
    }

    private void Missing(ObjectGrammar grammar, Field field, JsonElement value)
    {
        var isIn30Only = field.Need == Need.DemandedIn30 && _walk.Specification != SpecificationVersion.OpenApi30;
        if (isIn30Only || (_walk.IsFull && field.Need != Need.Vital))
        {
            return;
        }

        var severity = field.Need == Need.Vital ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
        var unknown = value.EnumerateObject().Select(member => member.Name).Where(name => !grammar.ByName.ContainsKey(name));
        var found = _walk.Nearest(field.Name, unknown) is { } nearest ? $"; found {nearest}" : "";
        _walk.Report(
            DiagnosticCodes.MissingProperty,
            severity,
            _walk.Here(value),
            $"{ValueWords.WithArticle(grammar.Name)} needs {field.Name}{found}");
    }
}
