using System.Buffers;
using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Generation.Data;
using SocialContract.Contract.Generation.Examples.Templates;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Generation.Examples.Echoing;

/// <summary>
/// Compiles an example and its <c>x-echo</c> entries into as few pieces as possible, with all constant text already encoded.
/// </summary>
internal sealed class TemplateCompiler(TargetTypes types)
{
    /// <summary>The greatest number of elements in an echoed array, so that a client cannot choose the size of a response.</summary>
    public const int MaxElements = 10_000;

    private readonly List<EchoFault> _faults = [];

    /// <summary>Entries that have no effect.</summary>
    public IReadOnlyList<EchoFault> Faults => _faults;

    /// <param name="schema">The schema of the example, which decides the allowed types; null: all types.</param>
    public TemplatePiece[] Compile(JsonElement example, DocumentNode? schema, IReadOnlyList<Echo> echoes)
    {
        var schemas = schema is { } known ? new[] { known } : [];
        var targets = new TemplateTargets(echoes, []);
        var pieces = Compile(example, "", schemas, targets);
        _faults.AddRange(targets.Unused.Select(echo => new EchoFault(echo.Node, $"the example has no value at {echo.Target}")));
        return pieces;
    }

    private TemplatePiece[] Compile(JsonElement value, string pointer, IReadOnlyList<DocumentNode> schemas, TemplateTargets targets)
    {
        var output = new PieceBuilder();
        Add(value, pointer, schemas, targets, output);
        return output.ToPieces();
    }

    private void Add(JsonElement value, string pointer, IReadOnlyList<DocumentNode> schemas, TemplateTargets targets, PieceBuilder output)
    {
        if (targets.Take(pointer) is { } echo)
        {
            output.Add(CompileEcho(echo, value, pointer, schemas, targets));
        }
        else if (targets.TakeSequence(pointer) && value.TryGetInt64(out var first))
        {
            output.Add(new TemplatePiece.Counter(first));
        }
        else if (!targets.HasBelow(pointer))
        {
            JsonPieces.Minify(System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(value), output.Fixed);
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            AddMembers(value, pointer, schemas, targets, output);
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            AddElements(value, pointer, schemas, targets, output);
        }
        else
        {
            output.Fixed.Write(JsonPieces.Minified(value));
        }
    }

    private TemplatePiece CompileEcho(
        Echo echo, JsonElement value, string pointer, IReadOnlyList<DocumentNode> schemas, TemplateTargets targets)
    {
        var allowed = types.Of(schemas);
        if (echo.Each is { } each)
        {
            return CompileEach(echo, each, value, schemas, targets, pointer);
        }

        var example = Compile(value, pointer, schemas, targets);
        if (RuntimeExpression.TryParse(echo.Expression, out var expression))
        {
            return new TemplatePiece.Value(expression, allowed, example);
        }

        if (allowed.HasFlag(ValueTypes.String) && EmbeddedText.TryParse(echo.Expression, out var text))
        {
            return new TemplatePiece.Text(text, example);
        }

        return Unchanged(echo, $"{echo.Expression} is not a runtime expression about the request", example);
    }

    private TemplatePiece CompileEach(
        Echo echo, EachElement each, JsonElement value, IReadOnlyList<DocumentNode> schemas, TemplateTargets targets, string pointer)
    {
        if (!RuntimeExpression.TryParse(echo.Expression, out var expression))
        {
            return Unchanged(
                echo, $"{echo.Expression} is not a runtime expression about the request", Compile(value, pointer, schemas, targets));
        }

        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() == 0)
        {
            return Unchanged(
                echo,
                $"the example needs a non-empty array at {echo.Target}, whose first element is the template of the others",
                Compile(value, pointer, schemas, targets));
        }

        var inner = new TemplateTargets(each.Set, each.Sequence);
        var element = Compile(value[0], "", types.Children(schemas, "0"), inner);
        _faults.AddRange(inner.Unused.Select(unused =>
            new EchoFault(unused.Node, $"the example's first element has no value at {unused.Target}")));
        _faults.AddRange(inner.UnusedSequences.Select(unused =>
            new EchoFault(echo.Node, $"the example's first element has no integer at {unused} to count from")));
        return new TemplatePiece.Elements(expression, element, MaxElements);
    }

    /// <summary>Reports an entry that has no effect; the example stays as it is.</summary>
    private TemplatePiece Unchanged(Echo echo, string reason, TemplatePiece[] example)
    {
        _faults.Add(new EchoFault(echo.Node, reason));
        return new TemplatePiece.Group(example);
    }

    private void AddMembers(
        JsonElement value, string pointer, IReadOnlyList<DocumentNode> schemas, TemplateTargets targets, PieceBuilder output)
    {
        var separator = "{"u8;
        foreach (var member in value.EnumerateObject())
        {
            output.Fixed.Write(separator);
            output.Fixed.Write(JsonPieces.Quote(member.Name));
            output.Fixed.Write(":"u8);
            Add(member.Value, $"{pointer}/{JsonPointer.Escape(member.Name)}", types.Children(schemas, member.Name), targets, output);
            separator = ","u8;
        }

        output.Fixed.Write(separator is [(byte)'{'] ? "{}"u8 : "}"u8);
    }

    private void AddElements(
        JsonElement value, string pointer, IReadOnlyList<DocumentNode> schemas, TemplateTargets targets, PieceBuilder output)
    {
        var index = 0;
        foreach (var element in value.EnumerateArray())
        {
            output.Fixed.Write(index == 0 ? "["u8 : ","u8);
            var token = index++.ToString(System.Globalization.CultureInfo.InvariantCulture);
            Add(element, $"{pointer}/{token}", types.Children(schemas, token), targets, output);
        }

        output.Fixed.Write(index == 0 ? "[]"u8 : "]"u8);
    }
}
