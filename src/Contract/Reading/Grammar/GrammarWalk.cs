using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Reading.References;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Reading.Grammar;

/// <summary>
/// The state of a walk over a document: the current place, the unit that its errors belong to, the places already walked and those still to
/// be walked. A referenced place is walked from a queue, so chains and circles of references use no stack.
/// </summary>
internal sealed class GrammarWalk
{
    private readonly ModelFiles _files;
    private readonly FaultLog _faults;
    private readonly ObjectUses? _uses;
    private readonly HashSet<(DocumentFile File, int Offset, object What)> _visited = [];
    private readonly Queue<(DocumentNode Node, Shape Shape)> _waiting = new();
    private readonly WalkPath _path;
    private readonly CountedKeywords _keywords;
    private FaultLog.Unit _unit;

    public GrammarWalk(ModelFiles files, SpecificationVersion specification, FaultLog faults, ObjectUses? uses)
    {
        _uses = uses;
        _files = files;
        _faults = faults;
        _path = new WalkPath(files.Documents.Entry);
        _unit = faults.UnitAt(files.Documents.Entry, "");
        _keywords = new CountedKeywords(specification, new SchemaResources(files.Documents));
        Specification = specification;
        _waiting.Enqueue((Documents.Root, Shape.Of(() => OpenApiGrammar.Root)));
    }

    public SpecificationVersion Specification { get; }

    public DocumentSet Documents => _files.Documents;

    /// <summary>The current file.</summary>
    public DocumentFile File => _path.File;

    /// <summary>Whether further warnings are dropped.</summary>
    public bool IsFull => _faults.Diagnostics.IsFull;

    /// <summary>
    /// The name or index of the current value in its parent; null for a value that a reference or the walk itself starts at.
    /// </summary>
    public string? Name => _path.Last;

    /// <summary>Moves to the next waiting place: first the root, then the targets of references.</summary>
    public bool MoveNext([NotNullWhen(true)] out Shape? shape, out JsonElement value)
    {
        if (!_waiting.TryDequeue(out var next))
        {
            (shape, value) = (null, default);
            return false;
        }

        (shape, value) = (next.Shape, next.Node.Value);
        _path.Restart(next.Node);
        _unit = _faults.UnitAt(next.Node.File, next.Node.Pointer);
        return true;
    }

    public void Push(string token) => _path.Push(token);

    public void Pop() => _path.Pop();

    /// <summary>The keywords of the dialect in force at the current value, a schema.</summary>
    public DialectKeywords DialectAt(JsonElement schema) =>
        Documents.Identifiers.MayExist ? _keywords.At(Here(schema)) : _keywords.Default;

    /// <summary>The current value as a node.</summary>
    public DocumentNode Here(JsonElement value) => _path.NodeOf(value);

    /// <summary>Whether an object of the current file has a member; fast for objects with thousands of members.</summary>
    public bool HasMember(JsonElement value, string name) => _path.File.TryGetMember(value, name, out _);

    /// <summary>Records that the value is walked as a shape; false if it already was.</summary>
    public bool Enter(JsonElement value, object shape) => _visited.Add((_path.File, _path.File.OffsetOf(value), shape));

    /// <summary>Makes the current place a unit of its own. Returns the unit around it, for <see cref="EndUnit"/>.</summary>
    public FaultLog.Unit BeginUnit()
    {
        var around = _unit;
        _unit = _faults.UnitAt(_path.File, _path.Pointer);
        return around;
    }

    public void EndUnit(FaultLog.Unit around) => _unit = around;

    /// <summary>Records that the current unit depends on another one.</summary>
    public void Use(FaultLog.Unit other) => _unit.Uses.Add(other);

    /// <summary>Records that the current unit depends on the unit at a place.</summary>
    public void Use(DocumentFile file, string pointer) => Use(_faults.UnitAt(file, pointer));

    /// <summary>Records that the current value, a name, is a use of an object.</summary>
    public void UseNamed(DocumentNode target)
    {
        Use(target.File, target.Pointer);
        _uses?.Add(new ObjectUse(new PlaceId(_path.File, _path.Pointer), target, IsSchema: false));
    }

    /// <summary>Records the schema at the current place as a use by the object that contains it.</summary>
    public void UseSchema(JsonElement schema)
    {
        if (_uses is not null && Here(schema) is var node)
        {
            _uses.Add(new ObjectUse(node.Place, node, IsSchema: true));
        }
    }

    /// <summary>Records the value of an extension of the current object that the kit does not know.</summary>
    public void UseExtension(JsonProperty member)
    {
        if (_uses is not null && member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
        {
            Push(member.Name);
            _uses.AddExtension(Here(member.Value));
            Pop();
        }
    }

    /// <summary>The candidate that is most similar to an unknown name.</summary>
    public string? Nearest(string name, IEnumerable<string> candidates) => _faults.Diagnostics.Nearest(name, candidates);

    /// <summary>Reports a fault; an error belongs to the current unit.</summary>
    public void Report(string code, DiagnosticSeverity severity, DocumentNode node, string message, string? nearest = null) =>
        Keep(_faults.Diagnostics.Report(code, severity, node, message, nearest));

    /// <summary>Reports a fault at the name of a member of the current value.</summary>
    public void Report(string code, DiagnosticSeverity severity, JsonProperty member, string message, string? nearest = null)
    {
        var pointer = $"{_path.Pointer}/{JsonPointer.Escape(member.Name)}";
        Keep(_faults.Diagnostics.Report(code, severity, _path.File, _path.File.PositionOf(member), pointer, message, nearest));
    }

    /// <summary>Looks up a reference, opens its file, and queues its target to be walked as the expected shape.</summary>
    /// <param name="node">The text of the <c>$ref</c>.</param>
    /// <param name="section">The section of <c>components</c> that has the expected objects; empty if there is none.</param>
    public void Refer(DocumentNode node, Shape target, string section, bool isHarmless = false)
    {
        var reference = node.Value.GetString()!;
        var severity = isHarmless ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error;
        switch (_files.Resolve(node, reference, section))
        {
            case Resolution.Failed failed:
                Report(failed.Code, severity, node, failed.Message, failed.Nearest);
                break;
            case Resolution.Found found:
                Refer(node, reference, found.Target, target, section, severity);
                break;
        }
    }

    /// <summary>As <see cref="Refer(DocumentNode, Shape, string, bool)"/>, but false if the reference has no target.</summary>
    public bool TryRefer(DocumentNode node, Shape target, string section)
    {
        if (_files.Resolve(node, node.Value.GetString()!, section) is not Resolution.Found found)
        {
            return false;
        }

        Refer(node, found.Target, target, section);
        return true;
    }

    /// <summary>Queues a known target to be walked as the expected shape.</summary>
    public void Refer(DocumentNode node, DocumentNode place, Shape target, string section) =>
        Refer(node, node.Value.GetString()!, place, target, section, DiagnosticSeverity.Error);

    private void Refer(DocumentNode node, string reference, DocumentNode place, Shape target, string section, DiagnosticSeverity severity)
    {
        if (severity == DiagnosticSeverity.Error)
        {
            Use(place.File, place.Pointer);
        }

        if (section != "schemas")
        {
            _uses?.Add(new ObjectUse(node.Place, place, IsSchema: false));
        }

        if (section != "schemas" && IsEndless(place))
        {
            Report(
                DiagnosticCodes.ReferenceCircle,
                severity,
                node,
                $"{ValueWords.Shorten(reference)} begins a circle of references, or a chain of more than {DocumentSet.MaxChainLength}, "
                    + "so it has no target");
        }
        else if (_visited.Add((place.File, place.File.OffsetOf(place.Value), (section, "reference"))))
        {
            _waiting.Enqueue((place, target));
        }
    }

    /// <summary>Whether the chain of references from a place on is a circle or too long.</summary>
    private bool IsEndless(DocumentNode place)
    {
        for (var step = 0; place.Text(Reference.Member) is { } reference && Documents.TryResolve(place, reference, out place); step++)
        {
            if (step == DocumentSet.MaxChainLength)
            {
                return true;
            }
        }

        return false;
    }

    private void Keep(Diagnostic diagnostic)
    {
        if (diagnostic.Severity == DiagnosticSeverity.Error)
        {
            _unit.Errors.Add(diagnostic);
        }
    }
}
