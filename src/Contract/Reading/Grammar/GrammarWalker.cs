using System.Runtime.InteropServices;
using System.Text.Json;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Model;
using SocialContract.Contract.Reading.References;

namespace SocialContract.Contract.Reading.Grammar;

/// <summary>
/// Compares everything that a description reaches with the tables of <see cref="OpenApiGrammar"/>, each place once, and reports all faults.
/// On the way
/// it finds the files that references join. A referenced place is walked from a queue, so chains and cycles of references cost no stack.
/// </summary>
internal sealed class GrammarWalker
{
    private const int LongestName = 128;

    private readonly ModelFiles _files;
    private readonly FaultLog _faults;
    private readonly HashSet<(DocumentFile File, int Offset, object What)> _visited = [];
    private readonly Queue<(DocumentNode Node, Shape Shape)> _waiting = new();
    private readonly List<string> _path = [];
    private readonly SchemaWalker _schemas;
    private readonly bool _isLater;
    private DocumentFile _file;
    private string _base = "";
    private FaultLog.Unit _unit;

    public GrammarWalker(ModelFiles files, SpecificationVersion specification, FaultLog faults)
    {
        _files = files;
        _faults = faults;
        Specification = specification;
        _file = files.Documents.Entry;
        _unit = faults.UnitAt(_file, "");
        _schemas = new SchemaWalker(this);
        _isLater = files.Documents.Root.Text("openapi")?.StartsWith("3.2", StringComparison.Ordinal) == true;
    }

    public SpecificationVersion Specification { get; }

    public DocumentSet Documents => _files.Documents;

    /// <summary>Whether warnings are no longer kept.</summary>
    public bool IsFull => _faults.Diagnostics.IsFull;

    public void Run()
    {
        _waiting.Enqueue((Documents.Root, Shape.Of(() => OpenApiGrammar.Root)));
        while (_waiting.TryDequeue(out var next))
        {
            _file = next.Node.File;
            _base = next.Node.Pointer;
            _unit = _faults.UnitAt(_file, _base);
            Visit(next.Shape, next.Node.Value, isHarmless: false);
        }
    }

    /// <summary>Reports a fault; an error belongs to the unit that is being walked.</summary>
    public void Report(string code, DiagnosticSeverity severity, DocumentNode node, string message, string? nearest = null) =>
        Keep(_faults.Diagnostics.Report(code, severity, node, message, nearest));

    public void Report(string code, DiagnosticSeverity severity, JsonProperty member, string message, string? nearest = null) =>
        Keep(_faults.Diagnostics.Report(code, severity, _file, _file.PositionOf(member), $"{Pointer()}/{JsonPointer.Escape(member.Name)}", message, nearest));

    /// <summary>Says that what is being walked depends on a unit somewhere else.</summary>
    public void Use(DocumentFile file, string pointer) => _unit.Uses.Add(_faults.UnitAt(file, pointer));

    /// <summary>The value being walked.</summary>
    public DocumentNode Here(JsonElement value) => new(_file, Pointer(), value);

    public void Push(string token) => _path.Add(token);

    public void Pop() => _path.RemoveAt(_path.Count - 1);

    /// <summary>Whether the value was not walked before, as that.</summary>
    public bool Enter(JsonElement value, object what) => _visited.Add((_file, _file.OffsetOf(value), what));

    public void Visit(Shape shape, JsonElement value, bool isHarmless)
    {
        switch (shape)
        {
            case Shape.Object { MayBeReference: true } target when value.ValueKind == JsonValueKind.Object && value.TryGetProperty("$ref", out var reference):
                Reference(value, reference, target, isHarmless);
                break;
            case Shape.Object target:
                if (Expect(value, JsonValueKind.Object, target.Grammar().Name, isHarmless))
                {
                    VisitObject(target.Grammar(), value);
                }

                break;
            case Shape.Map map:
                if (Expect(value, JsonValueKind.Object, "an object", isHarmless))
                {
                    foreach (var member in value.EnumerateObject())
                    {
                        VisitEntry(map, member, isHarmless);
                    }
                }

                break;
            case Shape.List list:
                if (Expect(value, JsonValueKind.Array, "an array", isHarmless))
                {
                    VisitElements(list, value, isHarmless);
                }

                break;
            case Shape.SchemaObject:
                _schemas.Visit(value);
                break;
            case Shape.Text text:
                VisitText(text, value, isHarmless);
                break;
            case Shape.Boolean when value.ValueKind is not (JsonValueKind.True or JsonValueKind.False):
                Mismatch(value, "true or false", isHarmless);
                break;
            case Shape.Integer when value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out _):
                Mismatch(value, "an integer", isHarmless);
                break;
        }
    }

    /// <summary>Looks a reference up, opens its file, and has its target walked as what is expected there.</summary>
    /// <param name="node">The text of the <c>$ref</c>.</param>
    public void Refer(DocumentNode node, Shape target, string section, bool isHarmless = false)
    {
        var reference = node.Value.GetString()!;
        if (_files.Resolve(node, reference, section) is not { } resolution)
        {
            return;
        }

        if (resolution.Fault is { } fault)
        {
            Report(fault.Code, isHarmless ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error, node, fault.Message, fault.Nearest);
            return;
        }

        var place = resolution.Target!.Value;
        if (!isHarmless)
        {
            Use(place.File, place.Pointer);
        }

        if (section != "schemas" && GoesInCircle(place))
        {
            Report(
                DiagnosticCodes.ReferenceCircle,
                isHarmless ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error,
                node,
                $"{Kinds.Shorten(reference)} leads in a circle of references, or through more than {DocumentSet.LongestChain} of them, so there is nothing behind it");
        }
        else if (_visited.Add((place.File, place.File.OffsetOf(place.Value), (section, "reference"))))
        {
            _waiting.Enqueue((place, target));
        }
    }

    /// <summary>Whether the references from a place on never end, or not soon enough.</summary>
    private bool GoesInCircle(DocumentNode place)
    {
        for (var step = 0; place.Text("$ref") is { } reference && Documents.TryResolve(place, reference, out place); step++)
        {
            if (step == DocumentSet.LongestChain)
            {
                return true;
            }
        }

        return false;
    }

    private void Reference(JsonElement value, JsonElement reference, Shape.Object target, bool isHarmless)
    {
        var grammar = target.Grammar();
        Push("$ref");
        var node = Here(reference);
        Pop();
        if (reference.ValueKind != JsonValueKind.String)
        {
            Report(DiagnosticCodes.Kind, DiagnosticSeverity.Error, node, $"$ref must be text; found {Kinds.Describe(reference)}");
            return;
        }

        foreach (var member in value.EnumerateObject())
        {
            if (member.Name is not ("$ref" or "summary" or "description")
                && !member.Name.StartsWith("x-", StringComparison.Ordinal)
                && grammar != OpenApiGrammar.PathItem)
            {
                Report(
                    DiagnosticCodes.BesideReference,
                    DiagnosticSeverity.Warning,
                    member,
                    $"{member.Name} stands beside $ref and is ignored; put it into the {grammar.Name} that the reference names");
            }
        }

        Refer(node, target, grammar.Section, isHarmless);
    }

    private void VisitObject(ObjectGrammar grammar, JsonElement value)
    {
        if (!Enter(value, grammar))
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

        grammar.Check?.Invoke(new ObjectVisit(this, grammar, Here(value)));
    }

    private void VisitMember(ObjectGrammar grammar, JsonProperty member, JsonElement owner)
    {
        if (Known(grammar, member) is { } field)
        {
            if (field.IsSince31 && Specification == SpecificationVersion.OpenApi30)
            {
                Report(
                    DiagnosticCodes.UnknownProperty,
                    DiagnosticSeverity.Warning,
                    member,
                    $"{field.Name} belongs to OpenAPI 3.1; in this 3.0 description it is ignored");
            }

            Push(field.Name);
            VisitUnit(
                field.IsUnit || (field.Shape is Shape.Object { MayBeReference: false } shape && shape.Grammar().IsUnit),
                field.Shape,
                member.Value,
                field.IsHarmless);
            Pop();
        }
        else if (grammar.Patterned is { } patterned && !member.Name.StartsWith("x-", StringComparison.Ordinal))
        {
            VisitEntry(patterned, member, isHarmless: false);
        }
        else if (!IsFull
            && !member.Name.StartsWith("x-", StringComparison.Ordinal)
            && !(_isLater && OpenApi32.Additions.Contains((grammar.Name, member.Name))))
        {
            var nearest = Nearest.Find(member.Name, grammar.ByName.Keys.Where(name => !owner.TryGetProperty(name, out _)));
            Report(
                DiagnosticCodes.UnknownProperty,
                DiagnosticSeverity.Warning,
                member,
                $"{Kinds.WithArticle(grammar.Name)} has no property {Kinds.Shorten(member.Name)}: it is ignored",
                nearest);
        }
    }

    /// <summary>The field of a member, found without making a string of its name.</summary>
    private static Field? Known(ObjectGrammar grammar, JsonProperty member)
    {
        var utf8 = JsonMarshal.GetRawUtf8PropertyName(member);
        if (utf8.Length > LongestName || utf8.Contains((byte)'\\'))
        {
            return grammar.ByName.GetValueOrDefault(member.Name) ?? ExtensionGrammar.Fields.GetValueOrDefault(member.Name);
        }

        Span<char> name = stackalloc char[LongestName];
        name = name[..System.Text.Encoding.UTF8.GetChars(utf8, name)];
        return grammar.ByName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var field)
            || ExtensionGrammar.Fields.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out field)
            ? field
            : null;
    }

    private void VisitEntry(Shape.Map map, JsonProperty member, bool isHarmless)
    {
        if (!KeyCheck.Run(this, map.Keys, member))
        {
            return;
        }

        Push(member.Name);
        VisitUnit(
            map.Keys is KeyRule.Component || map.Value is Shape.Object shape && shape.Grammar().IsUnit,
            map.Value,
            member.Value,
            isHarmless);
        Pop();
    }

    private void VisitElements(Shape.List list, JsonElement value, bool isHarmless)
    {
        var index = 0;
        foreach (var element in value.EnumerateArray())
        {
            Push(index++.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Visit(list.Item, element, isHarmless);
            Pop();
        }
    }

    /// <summary>Walks a value; as a unit of its own it keeps its errors, and uses what is around it (an operation the parameters of its
    /// path item).</summary>
    private void VisitUnit(bool isUnit, Shape shape, JsonElement value, bool isHarmless)
    {
        var around = _unit;
        if (isUnit)
        {
            _unit = _faults.UnitAt(_file, Pointer());
            if (shape is Shape.Object target && target.Grammar() == OpenApiGrammar.Operation)
            {
                _unit.Uses.Add(around);
                if (value.ValueKind == JsonValueKind.Object && !value.TryGetProperty("security", out _))
                {
                    Use(Documents.Entry, "/security");
                }
            }
        }

        Visit(shape, value, isHarmless);
        _unit = around;
    }

    private void VisitText(Shape.Text text, JsonElement value, bool isHarmless)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            Mismatch(value, "text", isHarmless);
        }
        else if (text.Allowed.Length > 0 && !text.Allowed.Contains(value.GetString(), StringComparer.Ordinal))
        {
            Report(
                DiagnosticCodes.Value,
                isHarmless ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error,
                Here(value),
                $"{_path[^1]} must be one of {string.Join(", ", text.Allowed)}; found {Kinds.Describe(value)}",
                Nearest.Find(value.GetString()!, text.Allowed));
        }
    }

    private bool Expect(JsonElement value, JsonValueKind kind, string expected, bool isHarmless)
    {
        if (value.ValueKind == kind)
        {
            return true;
        }

        Mismatch(value, expected, isHarmless);
        return false;
    }

    private void Mismatch(JsonElement value, string expected, bool isHarmless) =>
        Report(
            DiagnosticCodes.Kind,
            isHarmless ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error,
            Here(value),
            $"{(_path.Count == 0 ? "this" : Kinds.Shorten(_path[^1]))} must be {Kinds.WithArticle(expected)}; found {Kinds.Describe(value)}");

    private void Missing(ObjectGrammar grammar, Field field, JsonElement value)
    {
        if ((field.Need == Need.DemandedIn30 && Specification != SpecificationVersion.OpenApi30) || (IsFull && field.Need != Need.Vital))
        {
            return;
        }

        var severity = field.Need == Need.Vital ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
        var nearest = Nearest.Find(
            field.Name, value.EnumerateObject().Select(member => member.Name).Where(name => !grammar.ByName.ContainsKey(name)));
        var found = nearest is null ? "" : $"; {nearest} is not it";
        Report(DiagnosticCodes.MissingProperty, severity, Here(value), $"{Kinds.WithArticle(grammar.Name)} needs {field.Name}{found}");
    }

    private void Keep(Diagnostic diagnostic)
    {
        if (diagnostic.Severity == DiagnosticSeverity.Error)
        {
            _unit.Errors.Add(diagnostic);
        }
    }

    private string Pointer() => _path.Count == 0 ? _base : $"{_base}/{string.Join('/', _path.Select(JsonPointer.Escape))}";
}
